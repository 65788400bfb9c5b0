/** The page object of the fault tests, in Chromium. */
import type {Browser, BrowserContext, CDPSession, Page} from 'puppeteer-core';
import type {BrowserPage} from '../harness/browser-page.ts';
import {waitForPoint} from '../harness/page-driver.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {TraineePage} from '../harness/trainee-page.ts';
import type {FaultSession} from './fault-server.ts';

/** A session of the fault server and the URL of its page. */
interface Arrival {
  readonly session: FaultSession;
  readonly url: string;
}

/** A trainee on a page of the fault server, with the browser's own controls. */
export class FaultPage extends TraineePage<BrowserPage> {
  readonly session: FaultSession;
  readonly url: string;
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Uncaught errors and error lines, without Chromium's own lines about failed requests. */
  readonly consoleErrors: string[] = [];
  readonly #context: BrowserContext;

  private constructor({session, url}: Arrival, page: Page, devtools: CDPSession) {
    super(puppeteerPage(page));
    this.session = session;
    this.url = url;
    this.page = page;
    this.devtools = devtools;
    this.#context = page.browserContext();
    page.on('pageerror', (error) => this.consoleErrors.push(String(error)));
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isBrowsers) this.consoleErrors.push(message.text());
    });
  }

  /** Opens the page of a session in a browser context without history. */
  static async open(browser: Browser, arrival: Arrival): Promise<FaultPage> {
    return FaultPage.#openIn(await browser.createBrowserContext(), arrival);
  }

  static async #openIn(context: BrowserContext, arrival: Arrival): Promise<FaultPage> {
    const page = await context.newPage();
    const trainee = new FaultPage(arrival, page, await page.createCDPSession());
    await page.goto(arrival.url);
    await trainee.until(() => trainee.has('[part~=base]'), 'the widget is drawn');
    return trainee;
  }

  /** Opens the same page in another tab. */
  opensTab(): Promise<FaultPage> {
    return FaultPage.#openIn(this.#context, this);
  }

  /** Closes the browser context with all its tabs. */
  close(): Promise<void> {
    return this.#context.close();
  }

  /** Taps an element in the widget's shadow root a number of times in a row. */
  async tapsPart(selector: string, {count = 1} = {}): Promise<void> {
    const {x, y} = await waitForPoint(this.driver, this.placeOf(selector));
    for (let i = 0; i < count; i++) await this.page.touchscreen.tap(x, y);
  }

  /** Advances `Date.now()` by a time in ms; `performance.now()` stays. */
  advancesDate(byMs: number): Promise<void> {
    return this.evaluate(({ownerDocument: {defaultView}}, ms) => {
      const {Date: clock} = (defaultView ?? window) as typeof globalThis;
      const now = clock.now.bind(clock);
      clock.now = () => now() + ms;
    }, byMs);
  }
}
