/** One run of one subject in a fresh page of a real browser. */
import type {Browser, Page} from 'puppeteer-core';
import type {Candidate} from './candidates.ts';

/** The results of one run. */
export interface Measurement {
  /** From the import of the cached script to a field that can take the focus, in ms. */
  readonly usableMs: number;
  /** From the import of the cached script to a completely loaded element, in ms. */
  readonly completeMs: number;
  /** From a key press to the task after the next frame, in ms. */
  readonly paintMs: number;
  /** Main thread time for one key, in ms. */
  readonly busyMsPerKey: number;
  /** Heap after garbage collection for one of 100 more elements, in bytes. */
  readonly heapBytes: number;
  /** Cumulative Layout Shift if the script loads after the page. */
  readonly layoutShift: number;
  /** Lit updates for one key; an input has none. */
  readonly updatesPerKey: number;
}

const KEYS = '482913';
const INSTANCES = 100;

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
    await page.goto(`${url}/page/${tag}`);
    await page.emulateCPUThrottling(slowdown);
    const loaded = await page.evaluate(load, tag);
    const keys = await type(page, tag);
    const heapBytes = await heapOf(page, tag);
    return {...loaded, ...keys, heapBytes: heapBytes};
  } finally {
    await context.close();
  }
}

/** Loads the script and measures until the field is usable. Runs in the page. */
async function load(
  tag: string,
): Promise<Pick<Measurement, 'usableMs' | 'completeMs' | 'layoutShift'>> {
  let layoutShift = 0;
  const add = (entries: PerformanceObserverEntryList): void => {
    for (const entry of entries.getEntries()) {
      layoutShift += (entry as PerformanceEntry & {readonly value: number}).value;
    }
  };
  new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
  await (await fetch(`/${tag}.js`)).text();
  const start = performance.now();
  await import(`/${tag}.js`);
  const element = document.querySelector(tag);
  const isDrawn = (): boolean =>
    tag === 'input' || Boolean(element?.shadowRoot?.querySelector('input'));
  // Lit renders in a microtask.
  while (!isDrawn()) await Promise.resolve();
  const field = element?.shadowRoot?.querySelector('input') ?? element;
  // `focus()` needs the layout. Scrolling would count as a layout shift.
  if (field instanceof HTMLElement) field.focus({preventScroll: true});
  const usableMs = performance.now() - start;
  if (document.activeElement !== element)
    throw new Error(`<${tag}> has no field that takes the focus.`);
  // The focus ring would count as a layout shift.
  if (field instanceof HTMLElement) field.blur();
  if (element && 'updateComplete' in element) await element.updateComplete;
  const completeMs = performance.now() - start;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
  return {usableMs: usableMs, completeMs: completeMs, layoutShift};
}

async function type(page: Page, tag: string) {
  await page.evaluate(watch, tag);
  const before = await page.metrics();
  for (const key of KEYS) {
    await page.keyboard.press(key as '0');
    await page.evaluate(() => (window as unknown as Watched).painted);
  }
  const after = await page.metrics();
  const {times, updates} = await page.evaluate(() => (window as unknown as Watched).results());
  return {
    paintMs: median(times),
    busyMsPerKey: ((taskTime(after) - taskTime(before)) * 1000) / KEYS.length,
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
  const before = await collectedHeap(page);
  await page.evaluate(
    async (name, count) => {
      const elements = Array.from({length: count}, () => document.createElement(name));
      // Copies the attributes of the first element.
      for (const {name: attribute, value} of document.querySelector(name)?.attributes ?? []) {
        for (const element of elements) element.setAttribute(attribute, value);
      }
      document.body.append(...elements);
      // References keep the wrapper objects of inputs alive, as a page's references would.
      Object.assign(window, {elements});
      await Promise.all(
        elements.map((one) => ('updateComplete' in one ? one.updateComplete : one)),
      );
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    tag,
    INSTANCES,
  );
  return ((await collectedHeap(page)) - before) / INSTANCES;
}

async function collectedHeap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function taskTime({TaskDuration = 0}: {TaskDuration?: number}): number {
  return TaskDuration;
}

/** Returns the median. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
