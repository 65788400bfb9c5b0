/** One run of one subject in a fresh page of a real browser. */
import type {Browser, Page} from 'puppeteer-core';
import type {Candidate} from './candidates.ts';
import {median} from './quantile.ts';

/** The results of one run. */
export interface Measurement {
  /** From the import of the cached script to a field that can take the focus, in ms. */
  readonly usableMs: number;
  /** The part of it in which the browser lays out the page, in ms. */
  readonly layoutMs: number;
  /** Main thread time from the navigation until all is loaded and painted, in ms. */
  readonly pageCpuMs: number;
  /** The part of it from the import of the cached script on, in ms. */
  readonly startCpuMs: number;
  /** From a key press to the task after the next frame, in ms. */
  readonly paintMs: number;
  /** Main thread time for one key, in ms. */
  readonly keyCpuMs: number;
  /** Elements, texts and comments below the element, its shadow root included. */
  readonly nodes: number;
  /** Heap after garbage collection for each of the second hundred of elements, in bytes. */
  readonly heapBytes: number;
  /** Cumulative Layout Shift if the script loads after the page. */
  readonly layoutShift: number;
  /** Lit updates for one key; an input has none. */
  readonly updatesPerKey: number;
}

const KEYS = '482913';
const INSTANCES = 100;

/** Where the trainees are: abroad, the widget shows a line more. */
export const TIME_ZONE = 'Asia/Seoul';

/** Measures a subject once. `slowdown`: 1 is the machine's own speed. */
export async function measure(
  browser: Browser,
  url: string,
  {tag}: Candidate,
  slowdown: number,
): Promise<Measurement> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateTimezone(TIME_ZONE);
    // A page of the same site, so that the next one runs in the same process.
    await page.goto(`${url}/page/none`);
    const cpuMs = await threadClock(page);
    await page.emulateCPUThrottling(slowdown);
    const navigatedAt = await cpuMs();
    await page.goto(`${url}/page/${tag}`);
    await page.evaluate(async (name) => (await fetch(`/${name}.js`)).text(), tag);
    const startedAt = await cpuMs();
    const loaded = await page.evaluate(load, tag);
    const paintedAt = await cpuMs();
    const cpu = {pageCpuMs: paintedAt - navigatedAt, startCpuMs: paintedAt - startedAt};
    const nodes = await page.$eval(tag, countNodes);
    const keys = await type(page, tag, cpuMs);
    await page.emulateCPUThrottling(1);
    return {...loaded, ...cpu, nodes, ...keys, heapBytes: await heapOf(page, tag)};
  } finally {
    await context.close();
  }
}

/** Loads the script and measures until the field is usable. Runs in the page. */
async function load(
  tag: string,
): Promise<Pick<Measurement, 'usableMs' | 'layoutMs' | 'layoutShift'>> {
  let layoutShift = 0;
  const add = (entries: PerformanceObserverEntryList): void => {
    for (const entry of entries.getEntries()) {
      layoutShift += (entry as PerformanceEntry & {readonly value: number}).value;
    }
  };
  new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
  const start = performance.now();
  await import(`/${tag}.js`);
  const element = document.querySelector(tag);
  const isDrawn = (): boolean =>
    tag === 'input' || Boolean(element?.shadowRoot?.querySelector('input'));
  // Lit renders in a microtask.
  while (!isDrawn()) await Promise.resolve();
  const field = element?.shadowRoot?.querySelector('input') ?? element;
  const drawn = performance.now();
  // `focus()` needs the layout. Scrolling would count as a layout shift.
  if (field instanceof HTMLElement) field.focus({preventScroll: true});
  const usable = performance.now();
  if (document.activeElement !== element)
    throw new Error(`<${tag}> has no field that takes the focus.`);
  // The focus ring would count as a layout shift.
  if (field instanceof HTMLElement) field.blur();
  if (element && 'updateComplete' in element) await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
  return {usableMs: usable - start, layoutMs: usable - drawn, layoutShift};
}

/** Counts the nodes of an element and of its shadow root. Runs in the page. */
function countNodes(element: Element): number {
  const walker = document.createTreeWalker(element.shadowRoot ?? element);
  let count = 1;
  while (walker.nextNode()) count++;
  return count;
}

/** Returns a clock of the CPU time that the page's main thread has used, in ms. */
async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  return async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
}

async function type(page: Page, tag: string, cpuMs: () => Promise<number>) {
  await page.evaluate(watch, tag);
  const before = await cpuMs();
  for (const key of KEYS) {
    await page.keyboard.press(key as '0');
    await page.evaluate(() => (window as unknown as Watched).painted);
  }
  const after = await cpuMs();
  const {times, updates} = await page.evaluate(() => (window as unknown as Watched).results());
  return {
    paintMs: median(times),
    keyCpuMs: (after - before) / KEYS.length,
    updatesPerKey: updates / KEYS.length,
  };
}

/** The measurements that the page keeps while keys are typed. */
interface Watched {
  painted: Promise<void>;
  results: () => {readonly times: readonly number[]; readonly updates: number};
}

/** Measures the time from each key to its frame, and counts updates. Runs in the page. */
function watch(tag: string): void {
  const host = document.querySelector<HTMLElement>(tag);
  (host?.shadowRoot?.querySelector('input') ?? host)?.focus();
  const times: number[] = [];
  let updates = 0;
  const page = window as unknown as Watched;
  page.results = () => ({times, updates});
  page.painted = Promise.resolve();
  const onKey = ({timeStamp}: Event): void => {
    page.painted = new Promise((resolve) => {
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.addEventListener('message', () => {
          times.push(performance.now() - timeStamp);
          resolve();
        });
        port1.start();
        port2.postMessage(undefined);
      });
    });
  };
  window.addEventListener('keydown', onKey, {capture: true});
  const element = document.querySelector(tag) as {performUpdate?: () => unknown} | null;
  const performUpdate = element?.performUpdate;
  if (!element || !performUpdate) return;
  element.performUpdate = () => {
    updates++;
    return performUpdate.call(element);
  };
}

async function heapOf(page: Page, tag: string): Promise<number> {
  // The engine compiles for the first hundred; that is no cost of each.
  const before = await heapWithMore(page, tag);
  return ((await heapWithMore(page, tag)) - before) / INSTANCES;
}

/** Adds 100 elements, and returns the heap after garbage collection, in bytes. */
async function heapWithMore(page: Page, tag: string): Promise<number> {
  await page.evaluate(
    async (name, count) => {
      const elements = Array.from({length: count}, () => document.createElement(name));
      // Copies the attributes of the first element.
      for (const {name: attribute, value} of document.querySelector(name)?.attributes ?? []) {
        for (const element of elements) element.setAttribute(attribute, value);
      }
      document.body.append(...elements);
      // References keep the wrapper objects of inputs alive, as a page's references would.
      Object.assign(window, {[`elements${document.body.childElementCount}`]: elements});
      await Promise.all(
        elements.map((one) => ('updateComplete' in one ? one.updateComplete : one)),
      );
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    tag,
    INSTANCES,
  );
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
