/**
 * `npm run bench:demo`: measures how long each page of the built demo blocks the main thread while it
 * loads at a quarter of the CPU speed, and how far its layout shifts. An argument sets the number of
 * runs.
 */
import {findBrowser, installHint} from '../tools/browsers.ts';
import {openBrowser, serveBuiltDemo} from '../tools/preview.ts';
import {TIME_ZONE} from './measure.ts';
import {median} from './quantile.ts';
import {formatQuartiles, formatTable} from './report.ts';

const PAGES = ['index', 'course', 'guide', 'states', 'identity'] as const;
const RUNS = Number(process.argv[2] ?? 7);
const SLOWDOWN = 4;

/** How long a page has neither a long task nor a response until it counts as loaded, in ms. */
const QUIET_MS = 2_000;

/** What a page records while it loads. */
interface PageLoad {
  /** Total Blocking Time, in ms: of each task on the main thread, the part above 50 ms. */
  blockingMs: number;
  /** Cumulative Layout Shift. */
  layoutShift: number;
  /** The end of the last long task or response, in ms since the navigation. */
  busyUntilMs: number;
}

declare global {
  var pageLoad: PageLoad;
}

const chromium = findBrowser('chromium');
if (!chromium) throw new Error(installHint('chromium'));
const server = await serveBuiltDemo('/demo/');
const browser = await openBrowser(chromium);
const loads = new Map(PAGES.map((page): [string, PageLoad[]] => [page, []]));
try {
  // Warms up; the results are dropped.
  for (const page of PAGES) await measure(page);
  // In turns, so that other work on the machine affects each page.
  for (let run = 0; run < RUNS; run++) {
    for (const [page, all] of loads) all.push(await measure(page));
  }
} finally {
  await browser.close();
  await server.close();
}
const rows = Array.from(loads, ([page, all]) => {
  const {middle, spread} = formatQuartiles(
    all.map(({blockingMs}) => blockingMs),
    0,
  );
  const shift = median(all.map(({layoutShift}) => layoutShift));
  return [page, middle, spread, shift.toFixed(3)];
});
const head = ['page', 'blocking time, ms', 'middle half of the runs', 'layout shift'];
console.log(formatTable([head, ...rows]));

/** Loads a page as on a first visit: without a cache or a service worker. */
async function measure(name: string): Promise<PageLoad> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateTimezone(TIME_ZONE);
    // A file of the same site, so that the page runs in the same process.
    await page.goto(`${server.url}mockServiceWorker.js`);
    await page.emulateCPUThrottling(SLOWDOWN);
    await page.evaluateOnNewDocument(record);
    await page.goto(`${server.url}${name}.html`);
    await page.waitForFunction(
      (quietMs) => performance.now() - pageLoad.busyUntilMs > quietMs,
      {polling: QUIET_MS / 4},
      QUIET_MS,
    );
    return await page.evaluate(() => pageLoad);
  } finally {
    await context.close();
  }
}

/** Records the load of a page. Runs in the page, before its own scripts. */
function record(): void {
  globalThis.pageLoad = {blockingMs: 0, layoutShift: 0, busyUntilMs: 0};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const {entryType, startTime, duration} = entry;
      if (entryType === 'longtask') pageLoad.blockingMs += duration - 50;
      if (entryType === 'layout-shift') {
        pageLoad.layoutShift += (entry as PerformanceEntry & {readonly value: number}).value;
      }
      pageLoad.busyUntilMs = Math.max(pageLoad.busyUntilMs, startTime + duration);
    }
  }).observe({entryTypes: ['longtask', 'layout-shift', 'resource']});
}
