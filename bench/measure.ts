/** One run of one subject in a fresh page of a real browser. */
import type {Browser, Page} from 'puppeteer-core';
import type {Candidate} from './candidates.ts';

/** What a run measures. */
export interface Measurement {
  /** From the import of its script, which the cache holds, to a field that takes the focus, in ms. */
  readonly toUsable: number;
  /** Likewise, to everything that the element brings later, in ms. */
  readonly toWhole: number;
  /** From a key press to the task after the next frame, in ms. */
  readonly toPaint: number;
  /** Of the page's main thread, in ms. */
  readonly busyPerKey: number;
  /** V8's heap after collection, for each of 100 more elements in the page, in bytes. */
  readonly heapPerInstance: number;
  /** Cumulative, with the script after the page. */
  readonly layoutShift: number;
  /** Of the element by Lit; there are none of an input. */
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
    const heapPerInstance = await heapOf(page, tag);
    return {...loaded, ...keys, heapPerInstance};
  } finally {
    await context.close();
  }
}

/** Runs in the page: brings the script, and says when there is a field and what moved. */
async function load(
  tag: string,
): Promise<Pick<Measurement, 'toUsable' | 'toWhole' | 'layoutShift'>> {
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
  // An element is drawn in a microtask.
  while (!isDrawn()) await Promise.resolve();
  const field = element?.shadowRoot?.querySelector('input') ?? element;
  // Asks for the layout, without which no focus is given; scrolling would count as movement.
  if (field instanceof HTMLElement) field.focus({preventScroll: true});
  const toUsable = performance.now() - start;
  if (document.activeElement !== element) throw new Error(`${tag} has no field.`);
  // What comes of the focus is the trainee's own doing.
  if (field instanceof HTMLElement) field.blur();
  if (element && 'updateComplete' in element) await element.updateComplete;
  const toWhole = performance.now() - start;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
  return {toUsable, toWhole, layoutShift};
}

async function type(page: Page, tag: string) {
  await page.evaluate(watch, tag);
  const before = await page.metrics();
  for (const key of KEYS) {
    await page.keyboard.press(key as '0');
    await page.evaluate(() => (window as unknown as Watched).painted);
  }
  const after = await page.metrics();
  const {times, updates} = await page.evaluate(() => (window as unknown as Watched).said());
  return {
    toPaint: median(times),
    busyPerKey: ((taskTime(after) - taskTime(before)) * 1000) / KEYS.length,
    updatesPerKey: updates / KEYS.length,
  };
}

/** What the page keeps while it is typed in. */
interface Watched {
  painted: Promise<void>;
  said: () => {readonly times: readonly number[]; readonly updates: number};
}

/** Runs in the page: from each key to the frame that shows it, and each update of the element. */
function watch(tag: string): void {
  const host = document.querySelector<HTMLElement>(tag);
  (host?.shadowRoot?.querySelector('input') ?? host)?.focus();
  const times: number[] = [];
  let updates = 0;
  const page = window as unknown as Watched;
  page.said = () => ({times, updates});
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
      const made = Array.from({length: count}, () => document.createElement(name));
      // As the first one is.
      for (const {name: attribute, value} of document.querySelector(name)?.attributes ?? []) {
        for (const element of made) element.setAttribute(attribute, value);
      }
      document.body.append(...made);
      // Held as a page would hold them, so that an input's own object counts as well.
      Object.assign(window, {made});
      await Promise.all(made.map((one) => ('updateComplete' in one ? one.updateComplete : one)));
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

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
