/** What form libraries and mask libraries do to the controls of a form. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import {HAS_OLD_LIBRARIES} from './event-cases.ts';
import {pageOf, script, type HostCase, type HostCases} from './host-case.ts';

const FORM = `<form id="f"><motp-verify endpoint="api" name="motpId"></motp-verify><input name="unit" value=" 9 "></form>`;

const RECEIPT = `receipt-of-${RIGHT}`;

/** A widget in a form of the page, on which a script runs before and after the verification. */
const runsOnForm = (title: string, head: string, code: string, expected: unknown): HostCase => ({
  title,
  html: pageOf(`SCRIPT${FORM}`, head),
  run: async (trainee) => {
    await trainee.reaches('ready');
    await trainee.runs(code);
    await trainee.enters(RIGHT);
    await trainee.reaches('verified');
    assert.deepEqual(await trainee.runs(code), expected);
  },
});

/** A mask library on the site's own input, which the page calls `field`. */
const masks = (title: string, path: string, code: string): HostCase => ({
  title: `${title} on the site’s own input: typed digits are the code`,
  html: pageOf(
    `<motp-verify endpoint="api"><input slot="code" name="motpNo" id="field"></motp-verify>${script(code)}SCRIPT`,
    `<script src="/jquery.js"></script><script src="${path}"></script>`,
  ),
  run: async (trainee) => {
    await trainee.clicksField();
    await trainee.pressesEach(RIGHT);
    assert.equal(await trainee.code(), RIGHT);
    await trainee.presses('Enter');
    await trainee.reaches('verified');
    assert.match(trainee.session.bodies.join(), new RegExp(`"code":"${RIGHT}"`));
  },
});

/** All cases, by their kind. */
export const FORM_CASES: Readonly<Record<string, HostCases>> = {
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
        assert.deepEqual(await trainee.runs(read), [['motpId', 'motp-verify', RECEIPT]]);
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
        await trainee.holds(`jQuery('form').serialize() === 'motpId=${RECEIPT}'`);
      },
    },
    runsOnForm(
      'a strict script trims the value of every element',
      '',
      `(function () { 'use strict';
        for (var i = 0; i < f.elements.length; i++) f.elements[i].value = f.elements[i].value.trim();
        return [].map.call(f.elements, function (element) { return element.value; }); })()`,
      [RECEIPT, '9'],
    ),
    runsOnForm(
      'a script reads what it needs of every element for a request of its own',
      '',
      `[].map.call(f.elements, function (element) {
        return [element.nodeName.toLowerCase(), element.type.toLowerCase(), element.name, element.form === f, !!element.disabled, !!element.checked];
      })`,
      [
        ['motp-verify', 'motp-verify', 'motpId', true, false, false],
        ['input', 'text', 'unit', true, false, false],
      ],
    ),
    runsOnForm(
      'FormData and URLSearchParams',
      '',
      'String(new URLSearchParams(new FormData(f)))',
      `motpId=${RECEIPT}&unit=+9+`,
    ),
    runsOnForm(
      'jQuery.serializeArray() and a filter by name',
      '<script src="/jquery.js"></script>',
      `jQuery(f).find(':input').add(f.elements).filter('[name]').map(function () { return this.name + '=' + jQuery(this).val(); }).get().sort()`,
      [`motpId=${RECEIPT}`, 'unit= 9 '],
    ),
    ...(HAS_OLD_LIBRARIES
      ? [
          runsOnForm(
            'Form.serialize() of prototype.js, which knows native controls only',
            '<script src="/prototype.js"></script>',
            `Form.serialize('f')`,
            'unit=+9+',
          ),
        ]
      : []),
    {
      title: 'a script disables all elements while it works, and enables them again',
      html: pageOf(`SCRIPT${FORM}`),
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.runs('[...f.elements].forEach((element) => (element.disabled = true))');
        await trainee.until(() => trainee.has('input:disabled'), 'the field is disabled');
        await trainee.runs('[...f.elements].forEach((element) => (element.disabled = false))');
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        await trainee.runs('f.reset()');
        await trainee.reaches('ready');
      },
    },
  ],
  'a mask library on the site’s own input': [
    masks('IMask', '/imask.js', `IMask(field, {mask: '000000'});`),
    masks('jQuery Mask Plugin', '/jquery-mask.js', `jQuery('#field').mask('000000');`),
    masks('Cleave.js', '/cleave.js', `new Cleave('#field', {blocks: [6], numericOnly: true});`),
    masks('IMask with a dash', '/imask.js', `IMask(field, {mask: '000-000'});`),
    masks(
      'Cleave.js with a dash',
      '/cleave.js',
      `new Cleave('#field', {blocks: [3, 3], delimiter: '-', numericOnly: true});`,
    ),
  ],
};
