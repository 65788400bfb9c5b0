/** A trainee at a page in a real browser: real keys and a real mouse, and what the page then shows. */
import assert from 'node:assert/strict';
import type {Browser, BrowserContext, CDPSession, KeyInput, Page} from 'puppeteer-core';
import type {Attempt} from '../../src/core/state.ts';
import type {MotpVerify} from '../../src/motp-verify.ts';
import type {Visit} from './fault-server.ts';

/** How long something is waited for, in ms: longer than a widget asks by itself. */
const PATIENCE_MS = 25_000;

/** See the file's head. */
export class Trainee {
  readonly visit: Visit;
  readonly url: string;
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Uncaught errors and lines of the console, but for the browser's own about requests. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;

  private constructor(visit: Visit, url: string, page: Page, devtools: CDPSession) {
    this.visit = visit;
    this.url = url;
    this.page = page;
    this.devtools = devtools;
    this.#context = page.browserContext();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isBrowsers) this.complaints.push(message.text());
    });
  }

  /** Opens the page of a visit, in a browser that has seen nothing yet. */
  static async arrives(browser: Browser, {visit, url}: Arrival): Promise<Trainee> {
    const context = await browser.createBrowserContext();
    return Trainee.#opens(context, {visit, url});
  }

  static async #opens(context: BrowserContext, {visit, url}: Arrival): Promise<Trainee> {
    const page = await context.newPage();
    const trainee = new Trainee(visit, url, page, await page.createCDPSession());
    await page.goto(url);
    await trainee.until('the widget is there', () => trainee.has('[part~=base]'));
    return trainee;
  }

  /** The same trainee's other tab. */
  opensTab(): Promise<Trainee> {
    return Trainee.#opens(this.#context, this);
  }

  /** Closes everything. */
  leaves(): Promise<void> {
    return this.#context.close();
  }

  /** Types into the code field. */
  async types(text: string): Promise<void> {
    await this.asks((widget) => widget.focus());
    await this.page.keyboard.type(text);
  }

  /** Presses a key. */
  presses(key: KeyInput): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Types a code and presses Enter. */
  async enters(code: string): Promise<void> {
    await this.types(code);
    await this.presses('Enter');
  }

  /** Clicks a part of the widget, so many times in a row. */
  async clicks(selector: string, {count = 1} = {}): Promise<void> {
    const {x, y} = await this.#middleOf(selector);
    await this.page.mouse.click(x, y, {count});
  }

  /** Taps on a part of the widget, so many times in a row. */
  async taps(selector: string, {count = 1} = {}): Promise<void> {
    const {x, y} = await this.#middleOf(selector);
    for (let i = 0; i < count; i++) await this.page.touchscreen.tap(x, y);
  }

  /** The state of the verification. */
  attempt(): Promise<Attempt> {
    return this.asks(({attempt}) => ({...attempt}));
  }

  /** What stands in the code field; `undefined` where there is none. */
  code(): Promise<string | undefined> {
    return this.asks(({shadowRoot}) => shadowRoot?.querySelector('input')?.value);
  }

  /** Whether the widget has such a part. */
  has(selector: string): Promise<boolean> {
    return this.asks(
      ({shadowRoot}, wanted) => Boolean(shadowRoot?.querySelector(wanted)),
      selector,
    ).catch(() => false);
  }

  /** The text of the widget, in one line. */
  text(): Promise<string> {
    return this.asks(({shadowRoot}) =>
      (shadowRoot?.querySelector('.card')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  }

  /** Waits until the widget is in a state, and, where it is told, carries this notice. */
  reaches(is: Attempt['is'], notice?: string): Promise<void> {
    return this.until(`it is ${is} ${notice ?? ''}`, async () => {
      const attempt = await this.attempt();
      const said = attempt.is === 'ready' ? attempt.notice?.is : undefined;
      return attempt.is === is && (notice === undefined || said === notice);
    });
  }

  /** Waits until the widget says this. */
  sees(text: string): Promise<void> {
    return this.until(`it says “${text}”`, async () => (await this.text()).includes(text));
  }

  /** Waits until something holds; where it never does, tells what the page showed instead. */
  async until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const seen = await this.attempt().then(JSON.stringify, String);
    const told = [...this.complaints, await this.text().catch(String)].join('. ');
    assert.fail(`Waited in vain until ${what}. State: ${seen}. Page: ${told}`);
  }

  /** Where a part of the widget is in the window, once it is in view. */
  async #middleOf(selector: string): Promise<{readonly x: number; readonly y: number}> {
    await this.until(`${selector} is there`, () => this.has(selector));
    return this.asks((widget, wanted) => {
      const part = widget.shadowRoot?.querySelector(wanted);
      if (!part) throw new Error(`There is no ${wanted}.`);
      part.scrollIntoView({block: 'center'});
      const frame = part.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
      const {left, top, width, height} = part.getBoundingClientRect();
      return {
        x: left + width / 2 + (frame?.left ?? 0),
        y: top + height / 2 + (frame?.top ?? 0),
      };
    }, selector);
  }

  /** The computer's date moves on by so many ms; a clock that only goes forward does not. */
  passesOnTheWall(byMs: number): Promise<void> {
    return this.asks(({ownerDocument: {defaultView}}, ms) => {
      const {Date: clock} = (defaultView ?? window) as typeof globalThis;
      const now = clock.now.bind(clock);
      clock.now = () => now() + ms;
    }, byMs);
  }

  /** Does or looks up something in the page, with the widget at hand. */
  async asks<Result, Args extends readonly unknown[]>(
    what: (widget: MotpVerify, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const widget = await this.page.evaluateHandle(widgetHere);
    try {
      return await widget.evaluate(what as never, ...args);
    } finally {
      await widget.dispose();
    }
  }
}

/** A visit, and where its page is. */
interface Arrival {
  readonly visit: Visit;
  readonly url: string;
}

/** In the page: its widget, or its frame's. What comes back from the history has no other way in. */
function widgetHere(): Element {
  let here: Document | null | undefined = document;
  while (here) {
    const widget: Element | null = here.querySelector('motp-verify');
    if (widget) return widget;
    here = here.querySelector('iframe')?.contentDocument;
  }
  throw new Error('There is no widget.');
}
