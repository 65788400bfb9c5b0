/** A modal dialog inside a container that the page hides, and the site's content that comes and goes. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import {pageOf, script, WIDGET, type HostCase, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';

/** Whether the button of the page, outside the widget, can be clicked; clicks it with a real pointer. */
async function expectNotInert(trainee: HostPage): Promise<void> {
  await trainee.driver.click({selector: '#outside'});
  await trainee.holds('window.clicks === 1');
}

const OUTSIDE =
  '<button id="outside" onclick="window.clicks = (window.clicks || 0) + 1">밖</button>';

const onVerified = (code: string): string =>
  script(`document.addEventListener('motp-verified', function (event) { ${code} });`);

/** A page that hides the widget, and after success can still be used. */
function hides(title: string, body: string, code: string): HostCase {
  return {
    title,
    html: pageOf(`SCRIPT${body}${OUTSIDE}${onVerified(code)}`),
    run: async (trainee) => {
      await trainee.enters(RIGHT);
      await trainee.reaches('verified');
      await trainee.holds(`!document.querySelector('motp-verify').matches(':has(> :modal)')`);
      await expectNotInert(trainee);
    },
  };
}

/** A page that hides the widget while its dialog is open. */
function hidesLater(title: string, body: string, code: string): HostCase {
  return {
    title,
    html: pageOf(
      `SCRIPT${body}${OUTSIDE}${script(`document.addEventListener('motp-completed', function () { window.isCompleted = true; });`)}`,
    ),
    run: async (trainee) => {
      await trainee.enters(RIGHT);
      await trainee.until(() => trainee.has('dialog:modal'), 'the dialog is open');
      await trainee.runs(code);
      await trainee.holds('window.isCompleted');
      await expectNotInert(trainee);
    },
  };
}

const LINK = '<a slot="fallback" href="/other">다른 방법</a>';

/** All cases, by their kind. */
export const CONTAINER_CASES: Readonly<Record<string, HostCases>> = {
  'a modal dialog in a container of the page': [
    hides('the widget is hidden on success', WIDGET, 'event.target.hidden = true;'),
    hides(
      'a container is removed from the layout on success',
      `<div id="box">${WIDGET}</div>`,
      `box.style.display = 'none';`,
    ),
    hides(
      'a dialog of the page around the widget is closed on success',
      `<dialog id="box">${WIDGET}</dialog>${script('box.showModal();')}`,
      'box.close();',
    ),
    hides(
      'the widget is removed from the document on success',
      `<div id="box">${WIDGET}</div>`,
      `var box = event.target.parentElement; event.target.remove();
       setTimeout(function () { box.append(event.target); }, 50);`,
    ),
    hidesLater(
      'the widget is hidden later',
      WIDGET,
      `document.querySelector('motp-verify').hidden = true`,
    ),
    hidesLater(
      'the content of a container is skipped later',
      `<div id="box">${WIDGET}</div>`,
      `box.style.contentVisibility = 'hidden'`,
    ),
    hidesLater(
      'a disclosure around the widget is closed later',
      `<details open id="box"><summary>본인인증</summary>${WIDGET}</details>`,
      'box.open = false',
    ),
    {
      title: 'the widget is parked in a <template> on success, and comes back',
      html: pageOf(
        `SCRIPT<template id="parked"></template><div id="box">${WIDGET}</div>${OUTSIDE}${onVerified('parked.content.append(event.target);')}`,
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.holds(`!box.querySelector('motp-verify')`);
        await expectNotInert(trainee);
        await trainee.runs(`box.append(parked.content.firstChild)`);
        await trainee.reaches('verified');
        await trainee.driver.click({selector: '#outside'});
        await trainee.holds('window.clicks === 2');
      },
    },
    {
      title: 'the widget is parked in a <template> while its dialog is open',
      html: pageOf(
        `SCRIPT<template id="parked"></template><div id="box">${WIDGET}</div>${OUTSIDE}`,
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.until(() => trainee.has('dialog:modal'), 'the dialog is open');
        await trainee.runs(`parked.content.append(box.firstChild)`);
        await expectNotInert(trainee);
      },
    },
    {
      title: 'a container becomes invisible on success: the dialog is seen and can be closed',
      html: pageOf(
        `SCRIPT<div id="box">${WIDGET}</div>${OUTSIDE}${onVerified("box.style.visibility = 'hidden';")}`,
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.clicksPart('[part=close]');
        await expectNotInert(trainee);
      },
    },
    {
      title: 'nothing is hidden: the dialog stays until it is closed',
      html: pageOf(`SCRIPT${WIDGET}`),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.until(() => trainee.has('dialog:modal'), 'the dialog is open');
        await new Promise((resolve) => setTimeout(resolve, 600));
        assert(await trainee.has('dialog:modal'));
        await trainee.clicksPart('[part=close]');
        await trainee.until(async () => !(await trainee.has('dialog:modal')), 'it is closed');
      },
    },
  ],
  'content that comes after the script': [
    {
      title: 'a script in the head runs before the site’s own input is parsed',
      html: pageOf(
        '<form action="done"><motp-verify><input slot="code" name="motpNo"></motp-verify></form>',
        'SCRIPT',
      ),
      run: async (trainee) => {
        await trainee.fillsIn(RIGHT);
        await trainee.clicksPart('[part=submit]');
        await trainee.posts(RIGHT);
      },
    },
    {
      title: 'a form below owns the widget by its ID',
      html: pageOf(
        'SCRIPT<motp-verify form="f"><input slot="code" name="motpNo" form="f"></motp-verify><p>…</p><form id="f" action="done"></form>',
      ),
      run: async (trainee) => {
        await trainee.fillsIn(RIGHT);
        await trainee.clicksPart('[part=submit]');
        await trainee.posts(RIGHT);
      },
    },
    {
      title: 'a link is slotted later',
      html: pageOf(`SCRIPT${WIDGET}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`document.querySelector('motp-verify').innerHTML = '${LINK}'`);
        await trainee.holds(`document.querySelector('a[slot=fallback]').checkVisibility()`);
      },
    },
    {
      title: 'a link moves to another slot',
      html: pageOf(
        `SCRIPT<motp-verify endpoint="api"><a href="/other">다른 방법</a></motp-verify>`,
      ),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs(`document.querySelector('motp-verify > a').slot = 'fallback'`);
        await trainee.holds(`document.querySelector('a[slot=fallback]').checkVisibility()`);
      },
    },
    {
      title: 'the site’s own input is added to a widget that has complained about it',
      html: pageOf('SCRIPT<form action="done"><motp-verify></motp-verify></form>'),
      expectedErrors: /<motp-verify> name is missing/,
      run: async (trainee) => {
        await trainee.sees('설정에 문제가 있습니다');
        await trainee.runs(
          `document.querySelector('motp-verify').innerHTML = '<input slot="code" name="motpNo">'`,
        );
        await trainee.fillsIn(RIGHT);
        await trainee.clicksPart('[part=submit]');
        await trainee.posts(RIGHT);
      },
    },
    {
      title: 'the element is put into its form later',
      html: pageOf('SCRIPT<motp-verify name="motpNo"></motp-verify><form action="done"></form>'),
      expectedErrors: /<motp-verify> endpoint is missing/,
      run: async (trainee) => {
        await trainee.sees('설정에 문제가 있습니다');
        await trainee.runs(`document.forms[0].append(document.querySelector('motp-verify'))`);
        await trainee.fillsIn(RIGHT);
        await trainee.clicksPart('[part=submit]');
        await trainee.posts(RIGHT);
      },
    },
  ],
};
