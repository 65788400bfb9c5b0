/** The tabs in which the pages of others are opened, one after the other: a new tab takes longest. */
import type {TestContext} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import type {BrowserPage} from '../harness/browser-page.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';

/** A tab of any browser. */
export interface HostTab {
  readonly driver: BrowserPage;
  /** Taps an element of the widget with a finger. Only puppeteer's drivers have fingers. */
  readonly tap: (selector: string) => Promise<void>;
  /** Returns the uncaught errors and the error lines of the present page. */
  readonly readErrors: () => Promise<readonly string[]>;
}

/**
 * A script for the beginning of a page, which records its errors where no driver reports them. Without
 * single quotes and ampersands, because a page may have it in an attribute or be XML.
 */
export const ERROR_RECORDER = `<script>{
  const errors = window.hostErrors = [];
  const {error} = console;
  console.error = (...values) => { errors.push(values.map(String).join(" ")); error(...values); };
  addEventListener("error", ({message}) => { if (message) errors.push(message); });
  addEventListener("unhandledrejection", ({reason}) => errors.push(String(reason)));
}</script>`;

/** Keeps the tabs of a browser that no test uses. A tab in which a test has failed is closed. */
export class TabPool {
  readonly #browser: () => Browser;
  readonly #free: PuppeteerTab[] = [];

  constructor(browser: () => Browser) {
    this.#browser = browser;
  }

  /** Takes a tab for the length of a test. */
  async take(test: TestContext): Promise<HostTab> {
    const tab = this.#free.pop() ?? (await PuppeteerTab.open(this.#browser()));
    test.after(async () => {
      if (!test.passed) return tab.page.browserContext().close();
      await tab.leave();
      this.#free.push(tab);
      return undefined;
    });
    return tab;
  }
}

/** A tab of Chromium or Firefox, in a browser context of its own. */
class PuppeteerTab implements HostTab {
  readonly driver: BrowserPage;
  readonly page: Page;
  #errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    this.driver = puppeteerPage(page);
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isBrowsers) this.#errors.push(message.text());
    });
  }

  static async open(browser: Browser): Promise<PuppeteerTab> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({width: 1000, height: 900});
    await page.evaluateOnNewDocument(logAsText);
    return new PuppeteerTab(page);
  }

  async tap(selector: string): Promise<void> {
    const element = await this.page.waitForSelector(`motp-verify >>> ${selector}`);
    await element?.tap();
  }

  readErrors(): Promise<readonly string[]> {
    return Promise.resolve(this.#errors);
  }

  /** Ends the present page, so that the next one has no error of it. */
  async leave(): Promise<void> {
    await this.page.goto('about:blank');
    this.#errors = [];
  }
}

/** Creates a tab of WebKit. Its pages begin with {@link ERROR_RECORDER}. */
export function webKitTab(driver: BrowserPage): HostTab {
  return {
    driver,
    tap: () => Promise.reject(new Error('WebKitGTK has no fingers.')),
    readErrors: async () => (await driver.run('window.hostErrors ?? []')) as string[],
  };
}

/** Writes errors as texts to the console: from Firefox, an error arrives without its message. Runs in the page. */
function logAsText(): void {
  const {error} = console;
  console.error = (...values) => error(...values.map((value) => `${value}`));
}
