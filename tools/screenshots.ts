/** Draws the README's pictures from scenes of the built demo, in Chromium. */
import {mkdirSync} from 'node:fs';
import type {Page} from 'puppeteer-core';
import {openBrowser, serveBuiltDemo} from './preview.ts';
import {installHint, findBrowser} from './browsers.ts';

const FOLDER = 'docs/screenshots';

/** A picture: where it goes, what is shown, and how. */
interface Screenshot {
  readonly name: string;
  /** The page's file; without it the check alone. */
  readonly page?: string;
  readonly query: string;
  readonly width: number;
  /** What is drawn: the whole page, or the widget alone. */
  readonly of: 'page' | 'widget';
  /** Numbers that are typed first; each is wrong. */
  readonly wrong?: number;
}

const SCREENSHOTS: readonly Screenshot[] = [
  {name: 'desktop', query: 'occasion=exam', width: 1120, of: 'page'},
  {name: 'phone', query: 'occasion=exam', width: 360, of: 'page'},
  {name: 'course', page: 'course.html', query: '', width: 1120, of: 'page'},
  {name: 'wrong', query: 'occasion=exam', width: 360, of: 'widget', wrong: 3},
  {name: 'locked', query: 'occasion=exam', width: 360, of: 'widget', wrong: 5},
  {name: 'dark', query: 'theme=dark&occasion=exam&lang=en', width: 720, of: 'widget'},
];

const engine = findBrowser('chromium');
if (!engine) throw new Error(installHint('chromium'));
mkdirSync(FOLDER, {recursive: true});
const site = await serveBuiltDemo('/');
const browser = await openBrowser(engine);
for (const picture of SCREENSHOTS) await draw(picture);
await browser.close();
await site.close();

async function draw({
  name,
  page: file = '',
  query,
  width,
  of,
  wrong = 0,
}: Screenshot): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width, height: 900, deviceScaleFactor: 2});
  await page.goto(`${site.url}${file}?${query}`);
  await page.waitForSelector('motp-verify >>> input, training-site .course');
  await page.waitForSelector('demo-phone >>> output');
  for (let i = 0; i < wrong; i++) await failOnce(page);
  const path = `${FOLDER}/${name}.png` as const;
  if (of === 'page') await page.screenshot({path, fullPage: true});
  else {
    // On a narrow screen the demo's phone floats over the widget.
    await page.addStyleTag({content: 'aside {display: none}'});
    await (await page.waitForSelector('motp-verify'))?.screenshot({path});
  }
  await context.close();
}

/** Types a number that the phone doesn't show, and waits for the answer. */
async function failOnce(page: Page): Promise<void> {
  const field = await page.waitForSelector('motp-verify >>> input');
  const output = await page.waitForSelector('demo-phone >>> output');
  const right = await output?.evaluate(({textContent}) => textContent);
  await field?.click({count: 3});
  await page.keyboard.type(right === '000000' ? '111111' : '000000');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => {
    const widget = document.querySelector('motp-verify');
    return (
      widget &&
      'verification' in widget &&
      (widget.verification as {status: string}).status !== 'sending'
    );
  });
}
