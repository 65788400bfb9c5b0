/** A trainee in front of a page of the JSP site, with real keys. */
import assert from 'node:assert/strict';
import type {ElementHandle, Frame, Page} from 'puppeteer-core';

/** A request that a page has made, as `POST /lms/motp/verify`. */
export interface Call {
  readonly line: string;
  readonly type: string;
  readonly body: string | undefined;
}

/** See the file's head. */
export class Visit {
  readonly page: Page;
  /** What the console has said, uncaught errors included. */
  readonly console: string[] = [];
  /** What a script has alerted. */
  readonly alerts: string[] = [];
  readonly calls: Call[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      // Chromium's own line for every answer of 400 and more, which nobody can keep from it.
      if (!message.text().startsWith('Failed to load resource')) this.console.push(message.text());
    });
    page.on('pageerror', (error) => this.console.push(String(error)));
    page.on('dialog', (dialog) => {
      this.alerts.push(dialog.message());
      void dialog.accept();
    });
    page.on('request', (request) => {
      const {pathname} = new URL(request.url());
      const line = `${request.method()} ${pathname}`;
      this.calls.push({line, type: request.resourceType(), body: request.postData()});
    });
  }

  /** What the widget has called by itself. */
  get posts(): readonly Call[] {
    return this.calls.filter(({line, type}) => type === 'fetch' && line.startsWith('POST'));
  }

  /** The widget of a page or frame. */
  widget(selector = 'motp-verify', where: Page | Frame = this.page): Widget {
    return new Widget(this.page, where, selector);
  }

  /** In another tab of the same browser. */
  async elsewhere(address: string): Promise<void> {
    const tab = await this.page.browserContext().newPage();
    await tab.goto(address);
    await tab.close();
    await this.page.bringToFront();
  }

  /** The page that the trainee has come to says this. */
  async arrives(text: string, page = this.page): Promise<void> {
    await page.waitForFunction((part) => document.body?.innerText.includes(part), {}, text);
  }

  /** Nothing was said in the console, and nothing alerted. */
  wasQuiet(): void {
    assert.deepEqual([...this.console, ...this.alerts], []);
  }
}

/** One widget, as the trainee meets it. */
export class Widget {
  readonly #page: Page;
  readonly #where: Page | Frame;
  readonly #selector: string;

  constructor(page: Page, where: Page | Frame, selector: string) {
    this.#page = page;
    this.#where = where;
    this.#selector = selector;
  }

  /** The code field, the widget's own or the site's in the slot, once it takes a number. */
  async field(): Promise<ElementHandle<HTMLInputElement>> {
    const own = `${this.#selector} >>> input:not([readonly])`;
    const slotted = `${this.#selector} > input:not([readonly])`;
    await this.#where.waitForSelector(`${this.#selector}:state(ready)`);
    const field = (await this.#where.$(slotted)) ?? (await this.#where.waitForSelector(own));
    assert(field);
    return field.toElement('input');
  }

  /** Types a number over whatever stands in the field. */
  async isFilledIn(number: string): Promise<void> {
    const field = await this.field();
    await field.click({count: 3});
    await this.#page.keyboard.type(number);
  }

  /** Types a number and presses Enter. */
  async enters(number: string): Promise<void> {
    await this.isFilledIn(number);
    await this.#page.keyboard.press('Enter');
  }

  /** Waits until the widget says this. */
  async says(text: string): Promise<void> {
    await this.#where.waitForFunction(
      (selector, part) =>
        document.querySelector(selector)?.shadowRoot?.textContent?.includes(part) ?? false,
      {},
      this.#selector,
      text,
    );
  }

  /** Waits until the widget is in this state. */
  async reaches(state: string): Promise<void> {
    await this.#where.waitForSelector(`${this.#selector}:state(${state})`);
  }
}
