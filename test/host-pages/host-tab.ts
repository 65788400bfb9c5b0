/** The tabs in which the pages of others are opened. */
import type {BrowserPage} from '../harness/browser-page.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import type {Tab} from '../harness/tab-pool.ts';

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

/** Drives a tab of Chromium or Firefox. */
export function puppeteerTab(tab: Tab): HostTab {
  return {
    driver: puppeteerPage(tab.page),
    async tap(selector) {
      const element = await tab.page.waitForSelector(`motp-verify >>> ${selector}`);
      await element?.tap();
    },
    readErrors: () => Promise.resolve(tab.errors),
  };
}

/** Creates a tab of WebKit. Its pages begin with {@link ERROR_RECORDER}. */
export function webKitTab(driver: BrowserPage): HostTab {
  return {
    driver,
    tap: () => Promise.reject(new Error('WebKitGTK has no fingers.')),
    readErrors: async () => (await driver.run('window.hostErrors ?? []')) as string[],
  };
}
