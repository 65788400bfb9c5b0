/** Keeps browser tabs for one test after another: to open a tab takes longer than most pages. */
import type {TestContext} from 'node:test';
import type {Browser, BrowserContext, Page} from 'puppeteer-core';

/** A tab of Chromium or Firefox. It records the errors of its present page. */
export class Tab {
  readonly page: Page;
  #errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isBrowsers) this.#errors.push(message.text());
    });
  }

  /** Opens a tab in a browser context. */
  static async open(context: BrowserContext): Promise<Tab> {
    const page = await context.newPage();
    await page.setViewport({width: 1000, height: 900});
    await page.evaluateOnNewDocument(logAsText);
    return new Tab(page);
  }

  /** The uncaught errors and error lines, without Chromium's own lines about failed requests. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** Leaves the page, closes other tabs of its context, and removes what the page has stored. */
  async clear(): Promise<void> {
    const context = this.page.browserContext();
    for (const other of await context.pages()) if (other !== this.page) await other.close();
    await this.page.evaluate(clearStorage);
    await this.page.goto('about:blank');
    await context.deleteCookie(...(await context.cookies()));
    this.#errors = [];
  }

  /** Closes the tab and its browser context. */
  close(): Promise<void> {
    return this.page.browserContext().close();
  }
}

/** Keeps the tabs of a browser that no test uses, each in a browser context of its own. */
export class TabPool {
  readonly #browser: () => Browser;
  readonly #free: Tab[] = [];

  constructor(browser: () => Browser) {
    this.#browser = browser;
  }

  /** Takes a tab for the length of a test. A tab in which a test has failed is closed. */
  async take(test: TestContext): Promise<Tab> {
    const tab = this.#free.pop() ?? (await Tab.open(await this.#browser().createBrowserContext()));
    test.after(async () => {
      if (!test.passed) return tab.close();
      await tab.clear();
      this.#free.push(tab);
      return undefined;
    });
    return tab;
  }
}

/** Runs in the page. A page can forbid its own storage. */
function clearStorage(): void {
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {}
}

/** Writes errors as texts to the console: from Firefox, an error arrives without its message. Runs in the page. */
function logAsText(): void {
  const {error} = console;
  console.error = (...values) => error(...values.map((value) => `${value}`));
}
