/** A trainee who hears the page: real keys in a real browser, and what Orca speaks after each. */
import type {Page} from 'puppeteer-core';
import {waitFor} from '../harness/page-driver.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {TraineePage} from '../harness/trainee-page.ts';
import type {VerificationState} from '../../src/core/state.ts';
import type {Desktop} from './desktop.ts';
import type {Orca} from './orca.ts';

/** What was done, and what was spoken until everything had settled. */
export interface Step {
  readonly action: string;
  readonly spoken: readonly string[];
}

/** The state that a step ends in; `notice` if there is one. */
export interface Outcome {
  readonly status: VerificationState['status'];
  readonly notice?: string;
}

/** What the page of a scene defines. */
type PageWindow = Window & {
  passTime: (ms: number) => Promise<void>;
  goOffline: () => void;
  keysSeen: number;
  markOf?: HTMLElement;
};

/** The pause before each step, in ms: longer than between the presses of a double click. */
const PAUSE_MS = 1000;

/** After how many batches of events nothing follows any more. */
const BATCHES = 3;

/** How often a mark is set again until Orca has processed it, in ms. */
const MARK_MS = 200;

/** How long a scene waits for what never comes, in ms. */
const TIMEOUT_MS = 120_000;

/** Plays one scene, and records its steps. */
export class Listener {
  readonly steps: Step[] = [];
  readonly #page: Page;
  readonly #trainee: TraineePage;
  readonly #desktop: Desktop;
  readonly #orca: Orca;
  /** The keys that the page must have seen: those of this page that Orca did not consume. */
  #keysOfPage = 0;

  constructor(page: Page, desktop: Desktop, orca: Orca) {
    this.#page = page;
    this.#trainee = new TraineePage({...puppeteerPage(page), timeoutMs: TIMEOUT_MS});
    this.#desktop = desktop;
    this.#orca = orca;
  }

  /**
   * Opens a page; what is spoken meanwhile is the browser's.
   *
   * @param hasRuntime whether the runtime chunk arrives with the page
   */
  async opens(url: string, title: string, hasRuntime: boolean): Promise<void> {
    this.#orca.forgetLoaded();
    await this.#page.goto(url, {waitUntil: 'domcontentloaded', timeout: TIMEOUT_MS});
    this.#keysOfPage = 0;
    await this.#trainee.until(
      () => this.#trainee.has('input, [part=locked]'),
      'the widget is drawn',
    );
    if (hasRuntime) await this.hasRuntime();
    // When the page is loaded, Orca chooses its place in it.
    await this.#orca.processesLoad(title);
    await this.#settles();
    this.#orca.takeSpoken();
  }

  /** Presses keys, waits until the state is reached, and records what is spoken. */
  async presses(keys: string, outcome?: Outcome, action = keys): Promise<readonly string[]> {
    return this.does(action, () => this.#press(keys.split(' ')), outcome);
  }

  /**
   * Clicks an element of the widget with the mouse, in two steps: the focus comes with the press, and
   * what the click does with the release.
   */
  async clicks(selector: string, outcome: Outcome): Promise<void> {
    await this.does(`the mouse is pressed on ${selector}`, async () => {
      const [x, y] = await this.#trainee.evaluate(middleOf, selector);
      await this.#page.mouse.move(x, y);
      await this.#page.mouse.down();
    });
    await this.does('it is released', () => this.#page.mouse.up(), outcome);
  }

  /** Types digits into the field that has the focus. */
  async types(code: string): Promise<readonly string[]> {
    return this.presses(code.split('').join(' '), undefined, `types ${code}`);
  }

  /** Lets something else happen, and records what is spoken. */
  async does(
    action: string,
    act: () => void | Promise<unknown>,
    {status, notice}: Partial<Outcome> = {},
  ): Promise<readonly string[]> {
    await this.#page.evaluate((ms) => (window as unknown as PageWindow).passTime(ms), PAUSE_MS);
    await act();
    if (status) await this.#trainee.reaches(status, notice);
    await this.#settles();
    const spoken = this.#orca.takeSpoken();
    this.steps.push({action, spoken});
    return spoken;
  }

  /** Lets Orca read the whole page from here, until it has said a text. */
  async readsPageUntil(text: string): Promise<void> {
    this.#orca.pausesReadingAfter(text);
    await this.presses('KP_Add', undefined, `reads the page, as far as “${text}”`);
  }

  /** Lets a reading of the page go on, until Orca has said a text. */
  async readsOnUntil(text: string): Promise<void> {
    await this.does(`reads on, as far as “${text}”`, () => this.#orca.pausesReadingAfter(text));
  }

  /** Lets the page's clock advance. */
  passTime(ms: number): Promise<void> {
    return this.#page.evaluate((time) => (window as unknown as PageWindow).passTime(time), ms);
  }

  /** Lets a second pass, and records what is spoken. */
  async passesSecond(): Promise<void> {
    // Each step begins with a pause of that length.
    await this.does('a second later', () => undefined);
  }

  /** Lets the page's clock advance, and waits until the widget shows a text. */
  async waits(ms: number, text: string): Promise<void> {
    await this.passTime(ms);
    await this.#trainee.sees(text);
  }

  /** Takes the network from the page. */
  goesOffline(): Promise<void> {
    return this.#page.evaluate(() => (window as unknown as PageWindow).goOffline());
  }

  /** Waits until the widget shows a text. */
  sees(text: string): Promise<void> {
    return this.#trainee.sees(text);
  }

  /** Waits until the widget is drawn with its runtime. */
  async hasRuntime(): Promise<void> {
    await this.#trainee.evaluate(({updateComplete}) => updateComplete);
  }

  /** Moves the focus to the field by a script, and records what is spoken. */
  async focusesField(): Promise<void> {
    await this.does('the field is focused', () =>
      this.#trainee.evaluate((widget) => widget.focus()),
    );
  }

  /** Lets the page start over. */
  async resets(): Promise<void> {
    await this.#trainee.evaluate((widget) => widget.reset());
  }

  /** Lets the page ask for the account's status. */
  async refreshes(): Promise<void> {
    await this.#trainee.evaluate(async (widget) => void (await widget.refresh()));
  }

  /** Returns whether the focus is on the first element in the widget that a selector finds. */
  hasFocus(selector: string): Promise<boolean> {
    return this.#trainee.evaluate(
      ({shadowRoot}, wanted) =>
        shadowRoot?.activeElement != null &&
        shadowRoot.activeElement === shadowRoot.querySelector(wanted),
      selector,
    );
  }

  async #press(keys: readonly string[]): Promise<void> {
    const before = this.#orca.keys;
    await this.#desktop.press(...keys);
    const released = keys.flatMap((key) => key.split('+')).length;
    await this.#orca.processesKeys(before.released + released);
    this.#keysOfPage += released - (this.#orca.keys.consumed - before.consumed);
    await waitFor(
      () =>
        this.#page.evaluate(
          (count) => (window as unknown as PageWindow).keysSeen >= count,
          this.#keysOfPage,
        ),
      `the page sees ${this.#keysOfPage} keys`,
      TIMEOUT_MS,
    );
  }

  /**
   * Waits until the page has drawn and Orca has spoken everything about it. Browsers send events to a
   * screen reader in their order, so what precedes a mark has arrived with it. Some follow from others
   * and come a batch later, such as a description after the text that it consists of.
   */
  async #settles(): Promise<void> {
    await this.#page.evaluate(async () => {
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    for (let i = 0; i < BATCHES; i++) await this.#processesMark();
  }

  async #processesMark(): Promise<void> {
    let setAt = -Infinity;
    let mark = '';
    await waitFor(
      async () => {
        if (mark !== '' && this.#orca.hasProcessed(mark)) return true;
        if (performance.now() - setAt > MARK_MS) {
          mark = `mark ${++marks}`;
          await this.#page.evaluate(setMark, mark);
          setAt = performance.now();
        }
        return false;
      },
      'Orca processes a mark',
      TIMEOUT_MS,
    );
  }
}

/** Returns the middle of an element of the widget, in px. Runs in the page. */
function middleOf({shadowRoot}: Element, selector: string): readonly [x: number, y: number] {
  const box = shadowRoot?.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`The widget has no ${selector}.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The number of the last mark. */
let marks = 0;

/** Names an image, which Orca does not mention when it is added. Runs in the page. */
function setMark(name: string): void {
  const page = window as unknown as PageWindow;
  if (!page.markOf) {
    page.markOf = document.createElement('span');
    page.markOf.role = 'img';
    page.markOf.textContent = '.';
  }
  // Behind a modal dialog, nothing reaches the screen reader.
  const dialog = document.querySelector('motp-verify')?.shadowRoot?.querySelector('dialog[open]');
  const parent = dialog ?? document.body;
  if (page.markOf.parentNode !== parent) parent.append(page.markOf);
  page.markOf.ariaLabel = name;
}
