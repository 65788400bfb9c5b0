/** A page of Chromium or Firefox, driven by puppeteer. */
import type {Page} from 'puppeteer-core';
import {expressionOf, steadyPoint, until, type DrivenPage, type Place} from './browser-page.ts';

/** See the file's head. */
export function drivenByPuppeteer(page: Page): DrivenPage {
  const ask = async <Args extends readonly unknown[], Said>(
    question: (...args: Args) => Said,
    ...args: Args
  ): Promise<Said> => (await page.evaluate(expressionOf(question, args))) as Said;
  const click = async (place: Place, count = 1): Promise<void> => {
    const {x, y} = await steadyPoint({ask}, place);
    await page.mouse.click(x, y, {count});
  };
  return {
    async goTo(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    ask,
    click,
    async type(place, text) {
      await click(place, 3);
      await page.keyboard.type(text);
    },
    pressEnter: () => page.keyboard.press('Enter'),
    popup: (address) =>
      until(`a window at ${address}`, async () => {
        const pages = await page.browserContext().pages();
        const opened = pages.find((one) => one !== page && one.url().includes(address));
        return opened && drivenByPuppeteer(opened);
      }),
    toFront: () => page.bringToFront(),
  };
}
