/** Pages that listen to, and cancel, what is typed and clicked; and frames and libraries that block it. */
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {RIGHT} from '../faults/fault-case.ts';
import {pageOf, script, WIDGET, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';

/** Types and presses with real keys and a real pointer. */
async function verifies(trainee: HostPage): Promise<void> {
  await trainee.clicksField();
  await trainee.pressesEach(RIGHT);
  assert.equal(await trainee.code(), RIGHT);
  await trainee.clicksPart('[part=submit]');
  await trainee.reaches('verified');
  await trainee.clicksPart('[part=close]');
  await trainee.until(async () => !(await trainee.has('dialog[open]')), 'the dialog is closed');
}

const GUARD = `if (event.target.tagName !== 'INPUT') event.preventDefault();`;

/** A page with a listener on document; `isEarly` for the capture phase. */
const listens = (types: readonly string[], code: string, isEarly = false): string =>
  script(`${JSON.stringify(types)}.forEach(function (type) {
    document.addEventListener(type, function (event) { ${code} }, {capture: ${isEarly}, passive: false});
  });`);

const KEYS = ['keydown', 'keypress', 'keyup'];
const POINTER = ['pointerdown', 'mousedown', 'mouseup', 'click'];

/** All cases, by their kind. */
export const EVENT_CASES: Readonly<Record<string, HostCases>> = {
  'listeners that guard by the target': [
    {
      title: 'keypress is canceled unless its target is an INPUT',
      html: pageOf(`SCRIPT${WIDGET}`, listens(['keypress'], GUARD)),
      run: verifies,
    },
    {
      title: 'mousedown is canceled unless its target is an INPUT',
      html: pageOf(`SCRIPT${WIDGET}`, listens(['mousedown', 'pointerdown'], GUARD)),
      run: verifies,
    },
    {
      title: 'every key and click is canceled at the document',
      html: pageOf(`SCRIPT${WIDGET}`, listens([...KEYS, ...POINTER], 'event.preventDefault();')),
      run: verifies,
    },
    {
      title: 'keydown and keypress are canceled in the capture phase',
      html: pageOf(`SCRIPT${WIDGET}`, listens(['keydown', 'keypress'], GUARD, true)),
      run: async (trainee) => {
        await trainee.clicksField();
        await trainee.pressesEach('1234');
        await trainee.presses('Backspace');
        assert.equal(await trainee.code(), '123');
        await trainee.runs(`document.querySelector('motp-verify').reset()`);
        await verifies(trainee);
      },
    },
    {
      title: 'keypress alone, and mousedown, are canceled in the capture phase',
      html: pageOf(`SCRIPT${WIDGET}`, listens(['keypress', 'mousedown'], GUARD, true)),
      run: verifies,
    },
    {
      title: 'beforeinput is canceled in the capture phase',
      html: pageOf(`SCRIPT${WIDGET}`, listens(['beforeinput'], GUARD, true)),
      run: verifies,
    },
    {
      title: 'Enter is canceled unless its target is a TEXTAREA: the button still answers to it',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script(`document.onkeydown = function (event) {
          if (event.keyCode === 13 && event.target.tagName !== 'TEXTAREA') return false;
        };`),
      ),
      run: async (trainee) => {
        await trainee.clicksField();
        await trainee.pressesEach(RIGHT);
        await trainee.presses('Tab');
        await trainee.presses('Enter');
        await trainee.reaches('verified');
      },
    },
    {
      title: 'an exam page takes digits for answers and hears none',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script('window.heard = [];') +
          listens([...KEYS, ...POINTER, 'beforeinput', 'input'], 'heard.push(event.type);'),
      ),
      run: async (trainee) => {
        await verifies(trainee);
        // The pointer goes down and up on one element each; what the page hears is outside the card.
        assert.deepEqual(await trainee.runs('window.heard'), []);
      },
    },
    {
      title: 'the site’s own input keeps its events of mouse and input',
      html: pageOf(
        `SCRIPT<motp-verify endpoint="api"><input slot="code" name="motpNo"></motp-verify>`,
        script('window.heard = [];') +
          listens(['click', 'input'], 'heard.push(event.target.name);'),
      ),
      run: async (trainee) => {
        await trainee.clicksField();
        await trainee.presses('1');
        assert.deepEqual(await trainee.runs('window.heard'), ['motpNo', 'motpNo']);
      },
    },
  ],
  'what the browser does by default': [
    {
      title: 'a frame with sandbox submits no form',
      skip: {webkit: 'its driver reaches no frame'},
      html: pageOf(
        `<iframe width="800" height="850" sandbox="allow-scripts allow-same-origin" srcdoc='<base href="./page">SCRIPT${WIDGET}'></iframe>`,
      ),
      run: verifies,
    },
    {
      title: 'click is canceled in the capture phase',
      html: pageOf(`SCRIPT${WIDGET}`, listens(['click'], 'event.preventDefault();', true)),
      run: async (trainee) => {
        await verifies(trainee);
        await trainee.runs(`document.querySelector('motp-verify').reset()`);
        await trainee.clicksPart('summary', {text: '질문'});
        await trainee.until(() => trainee.has('details[open]'), 'a disclosure is open');
      },
    },
    {
      title: 'submit is stopped in the capture phase',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        listens(['submit'], 'event.preventDefault(); event.stopImmediatePropagation();', true),
      ),
      run: verifies,
    },
    {
      title: 'Enter in the capture phase is canceled',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        listens(['keydown'], `if (event.key === 'Enter') event.preventDefault();`, true),
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'FastClick on a touch screen',
      html: pageOf(
        `SCRIPT${WIDGET}<script src="/fastclick.js"></script>${script('FastClick.notNeeded = function () { return false; }; FastClick.attach(document.body);')}`,
        '<meta name="viewport" content="width=500">',
      ),
      skip: {firefox: 'puppeteer cannot touch in Firefox'},
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.taps('input');
        await trainee.pressesEach(RIGHT);
        assert.equal(await trainee.code(), RIGHT);
        await trainee.taps('[part=submit]');
        await trainee.reaches('verified');
        await trainee.taps('[part=close]');
        await trainee.until(async () => !(await trainee.has('dialog[open]')), 'closed');
      },
    },
    {
      title: 'touches are canceled in the capture phase',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        listens(['touchstart', 'touchend'], 'event.preventDefault();', true),
      ),
      skip: {firefox: 'puppeteer cannot touch in Firefox'},
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.taps('input');
        await trainee.pressesEach(RIGHT);
        await trainee.taps('[part=submit]');
        await trainee.reaches('verified');
      },
    },
  ],
};

/** Whether Debian's copies of the old libraries are installed. */
export const HAS_OLD_LIBRARIES = ['prototype/prototype.js', 'mootools/mootools-core.min.js'].every(
  (path) => existsSync(`/usr/share/javascript/${path}`),
);
