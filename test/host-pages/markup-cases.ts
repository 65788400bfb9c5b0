/** Values and sheets that a script of the page sets, and what form libraries read. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import {pageOf, script, WIDGET, type HostCase} from './host-case.ts';
import type {HostPage} from './host-page.ts';

const FORM = `<form name="form1" action="done"><motp-verify><input slot="code" name="motpNo"></motp-verify>
  <button id="post">다음</button></form>`;

const isPosted = (trainee: HostPage): Promise<void> =>
  trainee.until(() => trainee.page.url().includes(`motpNo=${RIGHT}`), 'the form is posted');

/** A widget with the site's own input, as the server renders it. */
const OWN_INPUT = `<motp-verify endpoint="api"><input slot="code" name="motpNo"></motp-verify>`;

const neverAnswers = (): void => undefined;

/** All cases, by their kind. */
export const MARKUP_CASES: Readonly<Record<string, readonly HostCase[]>> = {
  'a value without an event': [
    {
      title: 'a keypad sets the value, and the page’s button posts the form',
      html: pageOf(`SCRIPT${FORM}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`void (form1.motpNo.value = '${RIGHT}')`);
        await trainee.driver.click({selector: '#post'});
        await isPosted(trainee);
      },
    },
    {
      title: 'a script sets the value and requests the post at once',
      html: pageOf(`SCRIPT${FORM}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`form1.motpNo.value = '${RIGHT}'; form1.requestSubmit()`);
        await isPosted(trainee);
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
        assert(!trainee.page.url().includes('done'));
      },
    },
  ],
  'what a form library expects of a control': [
    {
      title: 'every element of a form has name, type and value as texts',
      html: pageOf(`SCRIPT<form><motp-verify endpoint="api" name="motpId"></motp-verify></form>`),
      run: async (trainee) => {
        const read = `[...document.forms[0].elements].map(({name, type, value}) => [name, type, value.replace(/x/, '')])`;
        await trainee.reaches('ready');
        assert.deepEqual(await trainee.runs(read), [['motpId', 'motp-verify', '']]);
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        const receipt = ['motpId', 'motp-verify', `receipt-of-${RIGHT}`];
        assert.deepEqual(await trainee.runs(read), [receipt]);
      },
    },
    {
      title: 'jQuery.serialize() gets the receipt from the input that fill-inputs names',
      html: pageOf(
        `SCRIPT<form><motp-verify endpoint="api" fill-inputs="motpId"></motp-verify><input type="hidden" name="motpId"></form>`,
        '<script src="/jquery.js"></script>',
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        await trainee.holds(`jQuery('form').serialize() === 'motpId=receipt-of-${RIGHT}'`);
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
