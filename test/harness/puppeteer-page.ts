/** Drives a page of Chromium or Firefox with puppeteer. */
import type {Frame, KeyInput, Page} from 'puppeteer-core';
import {expressionOf, widgetExpressionOf, type BrowserPage} from './browser-page.ts';
import {clickPlace, waitFor, type Place} from './page-driver.ts';
import {WAIT_TIMEOUT_MS} from './timeouts.ts';

/** Creates the driver of a page. Selectors are relative to its main frame, or to the one given. */
export function puppeteerPage(page: Page, frame: Frame = page.mainFrame()): BrowserPage {
  const evaluate = async <Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> => (await frame.evaluate(expressionOf(fn, args))) as Awaited<Result>;
  const driver = {evaluate, timeoutMs: WAIT_TIMEOUT_MS};
  const click = (place: Place, count = 1): Promise<void> =>
    clickPlace(driver, place, async ({x, y}) => {
      const box = frame.parentFrame() ? await (await frame.frameElement())?.boundingBox() : null;
      await page.mouse.click(x + (box?.x ?? 0), y + (box?.y ?? 0), {count});
    });
  return {
    ...driver,
    async evaluateWidget(selector, fn, ...args) {
      return (await frame.evaluate(widgetExpressionOf(selector, fn, args))) as never;
    },
    click,
    async fillIn(place, text) {
      await click(place, 3);
      await page.keyboard.type(text);
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    run: (code) => frame.evaluate(code),
    async goTo(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    popup: (url) =>
      waitFor(async () => {
        const pages = await page.browserContext().pages();
        const popup = pages.find((other) => other !== page && other.url().includes(url));
        return popup && puppeteerPage(popup);
      }, `a window at ${url}`),
    bringToFront: () => page.bringToFront(),
  };
}
