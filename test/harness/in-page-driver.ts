/** Drives the page that a browser test runs in, by the commands of Web Test Runner. */
import {executeServerCommand, sendKeys, sendMouse} from '@web/test-runner-commands';
import type {MotpVerify} from '../../src/motp-verify.ts';
import {waitFor, type PageDriver, type Place, type Point} from './page-driver.ts';
import {WAIT_TIMEOUT_MS} from './timeouts.ts';

/** Creates the driver for one widget of the page; selectors find elements of this widget only. */
export function inPageDriver(widget: MotpVerify): PageDriver {
  const click = async (place: Place, count = 1): Promise<HTMLElement> => {
    const element = await waitFor(() => findElement(widget, place), String(place.selector));
    if (count === 2) await executeServerCommand('double click', await middleOf(element));
    else await clickElement(element);
    return element;
  };
  return {
    timeoutMs: WAIT_TIMEOUT_MS,
    evaluate: (fn, ...args) => call(() => fn(...args)),
    evaluateWidget: (_selector, fn, ...args) => call(() => fn(widget, ...args)),
    async click(place, count) {
      await click(place, count);
    },
    async fillIn(place, text) {
      const element = await click(place);
      // WebKit clicks a frame or more late: keys would go to what had the focus before.
      await waitFor(() => element.matches(':focus'), `the focus of ${String(place.selector)}`);
      if (element instanceof HTMLInputElement) element.select();
      await type(text);
    },
    type,
    press: (key) => sendKeys({press: key}),
  };
}

async function type(text: string): Promise<void> {
  // WebDriver presses the keys of one call all at once, and would lose a doubled one.
  for (const character of text) await sendKeys({type: character});
}

/** Calls a function; an error becomes a rejection. */
async function call<Result>(fn: () => Result): Promise<Awaited<Result>> {
  return await fn();
}

/** How far from the middle the next click is, in px: to the right of it, or to the left. */
let offset = 6;

/**
 * Clicks an element with a real mouse, beside its middle. No two clicks in a row are in one place: WebKit
 * would take the second one for a double click.
 */
export async function clickElement(element: HTMLElement): Promise<void> {
  const {x, y} = await middleOf(element);
  offset = -offset;
  await sendMouse({type: 'click', position: [x + offset, y]});
}

/** Scrolls an element into view; returns its middle. */
export async function middleOf(element: HTMLElement): Promise<Point> {
  let middle: Point;
  do {
    element.scrollIntoView({block: 'center'});
    // WebKit scrolls with the next frame, or one later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const {x, y, width, height} = element.getBoundingClientRect();
    middle = {x: Math.floor(x + width / 2), y: Math.floor(y + height / 2)};
  } while (middle.y > window.innerHeight);
  return middle;
}

function findElement(widget: MotpVerify, {selector, text = ''}: Place): HTMLElement | undefined {
  for (const path of [selector].flat()) {
    const [host, inner] = path.split(' >>> ');
    const isInShadow = inner !== undefined && host !== undefined && widget.matches(host);
    const matches = isInShadow
      ? widget.shadowRoot?.querySelectorAll<HTMLElement>(inner)
      : [...document.querySelectorAll<HTMLElement>(path)].filter((one) => widget.contains(one));
    for (const element of matches ?? []) {
      if (element.textContent.includes(text) && element.checkVisibility()) return element;
    }
  }
  return undefined;
}
