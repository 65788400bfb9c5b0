/** The figures of the layout: what is within the window, and how little a response moves. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import type {TrainingSite} from '../harness/training-site.ts';
import {
  ALL_ANSWERS,
  enterCode,
  openCard,
  startCardSite,
  STEADY_ARGS,
  type WindowSize,
} from './card-page.ts';

/** A phone, two popups, and the window of an office PC. */
const WINDOWS: readonly WindowSize[] = [
  [360, 640],
  [500, 550],
  [800, 620],
  [1366, 625],
];

const SMALL_PHONE: WindowSize = [320, 568];

/** The greatest layout shift of a response. */
const MAX_SHIFT = 0.01;

type Part = 'messages' | 'field' | 'button';

describe('the figures of the layout', () => {
  const browser = useBrowser('chromium', STEADY_ARGS);
  let site: TrainingSite;

  before(async () => {
    await ensurePackage();
    site = await startCardSite('dist');
  });

  after(() => site.close());

  async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
    const page = await browser().newPage();
    await use(page);
    await page.close();
  }

  for (const size of WINDOWS) {
    for (const occasion of ['lesson', 'progress-test', 'exam', 'assignment']) {
      it(`field, button and message place are within ${size.join('×')} at ${occasion}`, () =>
        withPage(async (page) => {
          await openCard(page, site, size, {occasion});
          await assertWithin(page, size, ['messages', 'field', 'button']);
        }));
    }

    for (const answer of ALL_ANSWERS) {
      it(`${answer} shifts the layout by at most ${MAX_SHIFT} in ${size.join('×')}`, () =>
        withPage(async (page) => {
          await openCard(page, site, size, {answer});
          // An answer that is not understood would make the result unknown.
          assert.notEqual(await enterCode(page), 'unknown');
          assert.ok((await shiftsOf(page)) <= MAX_SHIFT, String(await shiftsOf(page)));
        }));
    }
  }

  it(`field, button and a message are within ${WINDOWS.map((size) => size.join('×')).join(', ')}`, async () => {
    for (const size of WINDOWS) {
      await withPage(async (page) => {
        await openCard(page, site, size);
        await enterCode(page);
        await assertWithin(page, size, ['messages', 'field', 'button']);
      });
    }
  });

  it(`field and message are within ${SMALL_PHONE.join('×')}`, () =>
    withPage(async (page) => {
      await openCard(page, site, SMALL_PHONE);
      await assertWithin(page, SMALL_PHONE, ['messages', 'field']);
      await enterCode(page);
      await assertWithin(page, SMALL_PHONE, ['messages', 'field']);
    }));

  it('the form is in sight at the enrollment on the window of an office PC', () =>
    withPage(async (page) => {
      await openCard(page, site, [1366, 625], {occasion: 'enrollment'});
      await assertWithin(page, [1366, 625], ['messages', 'field', 'button']);
    }));
});

/** Expects the parts to be within the window, from edge to edge. */
async function assertWithin(
  page: Page,
  [width, height]: WindowSize,
  parts: readonly Part[],
): Promise<void> {
  const boxes = await page.evaluate(() => {
    const root = document.querySelector('motp-verify')?.shadowRoot;
    const boxOf = (selector: string): readonly number[] => {
      const {left, top, right, bottom} =
        root?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(-1, -1);
      return [left, top, right, bottom];
    };
    return {
      messages: boxOf('.messages'),
      field: boxOf('input'),
      button: boxOf('[part=submit]'),
    };
  });
  for (const part of parts) {
    const [left = -1, top = -1, right = Infinity, bottom = Infinity] = boxes[part];
    assert.ok(left >= 0 && top >= 0, `${part} begins at ${left}, ${top}`);
    assert.ok(right <= width && bottom <= height, `${part} ends at ${right}, ${bottom}`);
  }
}

/** Returns the sum of the layout shifts that no input has caused. */
function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    (window as unknown as {readonly shifts: readonly number[]}).shifts.reduce((a, b) => a + b, 0),
  );
}
