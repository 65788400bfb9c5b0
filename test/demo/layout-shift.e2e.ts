/** Nothing on the pages of the demo moves while they load. Only Chromium measures it. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {serveBuiltDemo, type DemoServer} from '../../tools/preview.ts';
import {useBrowser} from '../harness/browsers.ts';
import {WAIT_TIMEOUT_MS} from '../harness/timeouts.ts';

const PAGES = ['', 'course.html', 'states.html', 'guide.html', 'identity.html'];

const VIEWPORTS = [
  {width: 1366, height: 768},
  {width: 360, height: 640},
];

/** Cumulative Layout Shift; web.dev calls a page good up to 0.1. */
const MAX_LAYOUT_SHIFT = 0.02;

describe('a page of the demo', () => {
  const browser = useBrowser();
  let site: DemoServer;

  before(async () => {
    site = await serveBuiltDemo('/shift/');
  });

  after(() => site.close());

  for (const path of PAGES) {
    for (const viewport of VIEWPORTS) {
      it(`moves nothing while it loads: ${path || 'index.html'}, ${viewport.width} px wide`, async (test) => {
        const context = await browser().createBrowserContext();
        test.after(() => context.close());
        const page = await context.newPage();
        await page.setViewport(viewport);
        await page.goto(site.url + path, {timeout: WAIT_TIMEOUT_MS});
        await waitUntilDrawn(page);
        const shift = await page.evaluate(layoutShift);
        assert(shift <= MAX_LAYOUT_SHIFT, `The layout has shifted by ${shift}.`);
      });
    }
  }
});

/** Waits until the servers of the page have started and every widget is complete. */
async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      (document.querySelector('demo-toolbar, .states') === null ||
        'started' in document.documentElement.dataset) &&
      document.querySelector('motp-verify:not(:defined)') === null,
    {timeout: WAIT_TIMEOUT_MS},
  );
  await page.$$eval('motp-verify', (widgets) =>
    Promise.all(widgets.map((widget) => widget.updateComplete)),
  );
}

/** Returns the layout shift since the page was opened. Runs in the page. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {value: number})[]) {
        sum += entry.value;
      }
    });
    observer.observe({type: 'layout-shift', buffered: true});
    // The buffered entries are delivered in a task of their own.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  });
}
