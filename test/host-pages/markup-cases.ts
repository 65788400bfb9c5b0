/** Values, markup and sheets that a script of the page sets, and documents of other kinds. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import {pageOf, script, WIDGET, type HostCases} from './host-case.ts';

const FORM = `<form name="form1" action="done"><motp-verify><input slot="code" name="motpNo"></motp-verify>
  <button id="post">다음</button></form>`;

/** A widget with the site's own input, as the server renders it. */
const OWN_INPUT = `<motp-verify endpoint="api"><input slot="code" name="motpNo"></motp-verify>`;

/** The one line about XHTML. Chromium runs no module in XML, and says that instead. */
const ABOUT_XHTML =
  /<motp-verify> cannot be drawn in XHTML\. Serve the page as text\/html\.|Module scripts in XML/;

const XHTML = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="ko"><head><title>host</title></head>
<body>SCRIPT<motp-verify endpoint="api"></motp-verify></body></html>`;

const neverAnswers = (): void => undefined;

/** All cases, by their kind. */
export const MARKUP_CASES: Readonly<Record<string, HostCases>> = {
  'a value without an event': [
    {
      title: 'a keypad sets the value, and the page’s button posts the form',
      html: pageOf(`SCRIPT${FORM}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`void (form1.motpNo.value = '${RIGHT}')`);
        await trainee.driver.click({selector: '#post'});
        await trainee.posts(RIGHT);
      },
    },
    {
      title: 'a script sets the value and requests the post at once',
      html: pageOf(`SCRIPT${FORM}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`form1.motpNo.value = '${RIGHT}'; form1.requestSubmit()`);
        await trainee.posts(RIGHT);
      },
    },
    {
      title: 'a keypad sets the value, and the trainee presses the widget’s button',
      html: pageOf(
        `SCRIPT<motp-verify endpoint="api"><input slot="code" name="motpNo"></motp-verify>`,
      ),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`void (document.querySelector('input').value = '${RIGHT}')`);
        await trainee.clicksPart('[part=submit]');
        await trainee.reaches('verified');
      },
    },
    {
      title: 'a value that is no code is not posted, and the field says why',
      html: pageOf(`SCRIPT${FORM}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`form1.motpNo.value = '12345'; form1.requestSubmit()`);
        await trainee.reaches('ready', 'code-length');
        await trainee.holds(`!location.pathname.includes('done')`);
      },
    },
  ],
  'state in the markup of the page': [
    {
      title: 'Turbo restores a page from its cache that was left while a code was being sent',
      html: pageOf(OWN_INPUT, 'SCRIPT<script src="/turbo.js"></script>'),
      prepare: (session) => void (session.posts = [neverAnswers]),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.holds(`document.querySelector('input').readOnly`);
        await trainee.runs(`Turbo.visit('page?2')`);
        await trainee.holds(
          `location.search === '?2' && !document.querySelector('input').readOnly`,
        );
        await trainee.runs(`history.back()`);
        await trainee.holds(`location.search === ''`);
        await trainee.reaches('ready');
        await trainee.holds(`!document.querySelector('input').readOnly`);
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'a page puts a copy of the widget in its place while a code is being sent',
      html: pageOf(`SCRIPT<div id="page">${OWN_INPUT}</div>`),
      prepare: (session) => void (session.posts = [neverAnswers]),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.holds(`document.querySelector('input').readOnly`);
        await trainee.runs(`(() => {
          const old = document.querySelector('motp-verify');
          old.replaceWith(old.cloneNode(true));
        })()`);
        await trainee.reaches('ready');
        await trainee.holds(`!document.querySelector('input').readOnly`);
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'a page writes its own markup again while a code is being sent',
      html: pageOf(`SCRIPT<div id="page">${OWN_INPUT}</div>`),
      prepare: (session) => void (session.posts = [neverAnswers]),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.holds(`document.querySelector('input').readOnly`);
        await trainee.runs(`void (page.innerHTML += '')`);
        await trainee.reaches('ready');
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'jQuery.clone() keeps a form for a second step',
      html: pageOf(`SCRIPT<div id="page">${OWN_INPUT}</div>`, '<script src="/jquery.js"></script>'),
      prepare: (session) => void (session.posts = [neverAnswers]),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.holds(`document.querySelector('input').readOnly`);
        await trainee.runs(
          `void jQuery('#page').empty().append(jQuery(${JSON.stringify(OWN_INPUT)}).clone())`,
        );
        await trainee.reaches('ready');
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'Idiomorph brings the markup of the server while a code is being sent',
      html: pageOf(
        `SCRIPT<div id="page">${OWN_INPUT}</div>`,
        '<script src="/idiomorph.js"></script>',
      ),
      prepare: (session) => void (session.posts = [neverAnswers]),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.holds(`document.querySelector('input').readOnly`);
        const stripped = await trainee.runs(`(() => {
          Idiomorph.morph(document.querySelector('#page'), '${OWN_INPUT}', {morphStyle: 'innerHTML'});
          return document.querySelector('input').readOnly;
        })()`);
        assert.equal(stripped, false);
        await trainee.holds(`document.querySelector('input').readOnly`);
        await trainee.holds(`document.querySelector('input').inputMode === 'numeric'`);
      },
    },
  ],
  'documents of another kind': [
    {
      title: 'XHTML is not supported: one line in the console says so',
      html: XHTML,
      skip: {webkit: 'it runs no module in XML, and says nothing'},
      headers: {'Content-Type': 'application/xhtml+xml; charset=utf-8'},
      expectedErrors: ABOUT_XHTML,
      run: async (trainee) => {
        await trainee.until(
          async () => (await trainee.errors()).length > 0,
          'the console says what is not supported',
        );
        assert.equal((await trainee.errors()).length, 1);
      },
    },
  ],
  'digits and sheets': [
    {
      title: 'a sheet of the page in the shadow root outlives the arrival of the runtime',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script(`document.addEventListener('DOMContentLoaded', function () {
          var sheet = new CSSStyleSheet();
          sheet.replaceSync('.card {outline: 3px solid red}');
          document.querySelector('motp-verify').shadowRoot.adoptedStyleSheets.push(sheet);
        });`),
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        const style = `getComputedStyle(document.querySelector('motp-verify').shadowRoot.querySelector('.card')).outlineWidth`;
        assert.equal(await trainee.runs(style), '3px');
      },
    },
    {
      title: 'digits of Thai, Khmer, Nepali and Arabic keyboards are typed as such',
      html: pageOf(`SCRIPT${WIDGET}`),
      run: async (trainee) => {
        await trainee.clicksField();
        await trainee.types('\u0e50\u17e0\u0966\u066001');
        await trainee.until(async () => (await trainee.code()) === RIGHT, 'the digits are ASCII');
      },
    },
  ],
};
