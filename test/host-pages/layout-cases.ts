/** Containers whose inherited properties would harm a card. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import {pageOf, script, WIDGET, type HostCase, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';

/** A widget with long texts, also those of a failure. */
const FULL = `<motp-verify endpoint="api" status-url="api/status" occasion="lesson" trainee-name="홍길동"
  trainee-phone="01012345678" phone-identity-url="/p" ipin-url="/i" re-registration-url="/r"
  help-tel="1833-3075" support-url="/s" guide-url="/g" guide="open" guidance="open"></motp-verify>`;

/** Returns the texts of the card that stand outside of it. Runs in the page. */
function textsOutside(widget: Element): readonly string[] {
  const card = widget.shadowRoot?.querySelector('.card')?.getBoundingClientRect() ?? new DOMRect();
  const walker = document.createTreeWalker(widget.shadowRoot ?? widget, NodeFilter.SHOW_TEXT);
  const outside: string[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest('.visually-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(({width}) => width > 0);
    const isOutside = rects.some(({left, right}) => left < card.left - 1 || right > card.right + 1);
    if (isOutside) outside.push(text.textContent ?? '');
  }
  return outside;
}

async function staysInside(trainee: HostPage): Promise<void> {
  await trainee.until(() => trainee.has('.opened .phone'), 'the guide is there');
  assert.deepEqual(await trainee.evaluate(textsOutside), []);
  await trainee.enters(`9${RIGHT.slice(1)}`);
  await trainee.reaches('ready', 'code-mismatch');
  assert.deepEqual(await trainee.evaluate(textsOutside), []);
}

/** A page in whose markup `WIDGET` stands for the widget, and in which every text stays in the card. */
const contains = (title: string, markup: string): HostCase => ({
  title: `${title}: every text stays in the card`,
  html: pageOf(`SCRIPT${markup.replace('WIDGET', FULL)}`),
  run: staysInside,
});

/** A container with styles in which the trainee must be able to see, click and type. */
const isUsable = (title: string, css: string): HostCase => ({
  title: `${title}: the field is seen, clicked and typed into`,
  html: pageOf(`SCRIPT<div style="${css}">${WIDGET}</div>`),
  run: async (trainee) => {
    await trainee.clicksField();
    await trainee.pressesEach(RIGHT);
    const style = `getComputedStyle(document.querySelector('motp-verify').shadowRoot.querySelector('input'))`;
    for (const property of ['webkitTextFillColor', 'caretColor']) {
      const color = await trainee.runs<string>(`${style}.${property}`);
      assert.doesNotMatch(color, /, 0\)$/, property);
    }
    await trainee.clicksPart('[part=submit]');
    await trainee.reaches('verified');
  },
});

/** All cases, by their kind. */
export const LAYOUT_CASES: Readonly<Record<string, HostCases>> = {
  'properties that a card would inherit': [
    contains(
      'a table cell of 360 px with nowrap',
      '<table width="360"><tr><td width="360" nowrap>WIDGET</td></tr></table>',
    ),
    contains('a <nobr> in a box of 360 px', '<div style="width: 360px"><nobr>WIDGET</nobr></div>'),
    contains('a <pre> of 320 px', '<pre style="width: 320px">WIDGET</pre>'),
    contains(
      'a container that hides its text by an indent',
      '<div style="width: 360px; text-indent: -9999px">WIDGET</div>',
    ),
    contains(
      'wide letters and words, in capitals',
      '<div style="width: 360px; letter-spacing: 1em; word-spacing: 3em; text-transform: uppercase">WIDGET</div>',
    ),
    contains(
      'a right-to-left table with keep-all and no break',
      '<table dir="rtl" width="360" style="word-break: keep-all; overflow-wrap: normal; white-space: pre"><tr><td>WIDGET</td></tr></table>',
    ),
    isUsable(
      'text and caret in transparent colors',
      '-webkit-text-fill-color: transparent; caret-color: transparent; color: transparent',
    ),
    isUsable('no pointer events and no selection', 'pointer-events: none; user-select: none'),
    {
      title: 'a page that lets nothing be selected: the digits can be replaced',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        `<style>* {-webkit-user-select: none; user-select: none}</style>${script('document.onselectstart = function () { return false; };')}`,
      ),
      run: async (trainee) => {
        await trainee.clicksField();
        await trainee.pressesEach('111111');
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        assert.equal(trainee.session.postCount, 1);
      },
    },
  ],
};
