/** The page object of the tests on pages of others, in Chromium and Firefox. */
import type {BrowserContext, Page} from 'puppeteer-core';
import type {BrowserPage} from '../harness/browser-page.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {TraineePage} from '../harness/trainee-page.ts';
import type {FaultSession} from '../faults/fault-server.ts';

/** A trainee on such a page. */
export class HostPage extends TraineePage<BrowserPage> {
  readonly session: FaultSession;
  readonly page: Page;
  /** Uncaught errors and error lines, without those of the browser about failed requests. */
  readonly errors: string[] = [];

  private constructor(session: FaultSession, page: Page) {
    super(puppeteerPage(page));
    this.session = session;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isBrowsers) this.errors.push(message.text());
    });
  }

  /** Opens the page of a session. */
  static async open(
    context: BrowserContext,
    session: FaultSession,
    url: string,
  ): Promise<HostPage> {
    const page = await context.newPage();
    await page.setViewport({width: 1000, height: 900});
    const trainee = new HostPage(session, page);
    await page.evaluateOnNewDocument(logAsText);
    await page.goto(url);
    return trainee;
  }

  /** Clicks the code field once the runtime is there, which keeps the card's events from the page. */
  override async clicksField(): Promise<void> {
    await this.reaches('ready');
    await super.clicksField();
  }

  /** Runs a script in the page, and returns its value. */
  async runs<Result>(code: string): Promise<Result> {
    return (await this.page.evaluate(code)) as Result;
  }

  /** Waits until an expression of the page holds. */
  holds(expression: string): Promise<void> {
    return this.until(async () => (await this.runs(`Boolean(${expression})`)) === true, expression);
  }

  /** Types one character at a time into the element that has the focus. */
  async pressesEach(keys: string): Promise<void> {
    for (const key of keys) await this.presses(key);
  }
}

/** Writes errors as texts to the console: from Firefox, an error arrives without its message. Runs in the page. */
function logAsText(): void {
  const {error} = console;
  console.error = (...values) => error(...values.map((value) => `${value}`));
}
