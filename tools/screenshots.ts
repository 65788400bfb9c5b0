/** `npm run screenshots`: takes the README's screenshots of the built demo in Chromium. */
import {mkdirSync} from 'node:fs';
import type {Page} from 'puppeteer-core';
import {openBrowser, serveBuiltDemo} from './preview.ts';
import {installHint, findBrowser} from './browsers.ts';

const FOLDER = 'docs/screenshots';

/** One screenshot: its file name, page and size. */
interface Screenshot {
  readonly name: string;
  /** The file of the page; by default the check alone. */
  readonly page?: string;
  readonly query: string;
  readonly width: number;
  /** Whether the screenshot shows the whole page or the widget alone. */
  readonly of: 'page' | 'widget';
  /** How many wrong codes are entered first. */
  readonly wrongCodes?: number;
}

const SCREENSHOTS: readonly Screenshot[] = [
  {name: 'desktop', query: 'occasion=exam', width: 1120, of: 'page'},
  {name: 'phone', query: 'occasion=exam', width: 360, of: 'page'},
  {name: 'course', page: 'course.html', query: '', width: 1120, of: 'page'},
  {name: 'wrong', query: 'occasion=exam', width: 360, of: 'widget', wrongCodes: 3},
  {name: 'locked', query: 'occasion=exam', width: 360, of: 'widget', wrongCodes: 5},
  {name: 'dark', query: 'theme=dark&occasion=exam&lang=en', width: 720, of: 'widget'},
];

const chromium = findBrowser('chromium');
if (!chromium) throw new Error(installHint('chromium'));
mkdirSync(FOLDER, {recursive: true});
const site = await serveBuiltDemo('/');
const browser = await openBrowser(chromium);
for (const screenshot of SCREENSHOTS) await take(screenshot);
await browser.close();
await site.close();

async function take({
  name,
  page: file = '',
  query,
  width,
  of,
  wrongCodes = 0,
}: Screenshot): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width, height: 900, deviceScaleFactor: 2});
  await page.goto(`${site.url}${file}?${query}`);
  await page.waitForSelector('motp-verify >>> input, demo-site .course');
  await page.waitForSelector('demo-phone >>> output');
  for (let i = 0; i < wrongCodes; i++) await enterWrongCode(page);
  const path = `${FOLDER}/${name}.png` as const;
  if (of === 'page') await page.screenshot({path, fullPage: true});
  else {
    // On a narrow screen the demo's phone floats over the widget.
    await page.addStyleTag({content: 'aside {display: none}'});
    await (await page.waitForSelector('motp-verify'))?.screenshot({path});
  }
  await context.close();
}

/** Enters a code that the phone does not show, and waits for the response. */
async function enterWrongCode(page: Page): Promise<void> {
  const field = await page.waitForSelector('motp-verify >>> input');
  const output = await page.waitForSelector('demo-phone >>> output');
  const code = await output?.evaluate(({textContent}) => textContent);
  await field?.click({count: 3});
  await page.keyboard.type(code === '000000' ? '111111' : '000000');
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
