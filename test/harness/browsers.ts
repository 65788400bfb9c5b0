/** Browsers of a suite of films: open while its tests run, and closed after them. */
import assert from 'node:assert/strict';
import {after, before, type TestContext} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openBrowser} from '../../tools/preview.ts';
import {installHint, BROWSERS, findBrowser, type BrowserName} from '../../tools/browsers.ts';
import {
  freePort,
  startWebKitDriver,
  webKitCapabilities,
  type WebKitDriver,
} from './webkit/webkit-driver.ts';
import type {BrowserPage} from './browser-page.ts';
import {puppeteerPage} from './puppeteer-page.ts';
import {webDriverPage} from './webdriver-page.ts';

/** The engines that are found on this machine. */
export const INSTALLED_BROWSERS: readonly BrowserName[] = BROWSERS.filter((name) =>
  findBrowser(name),
);

/** A family that puppeteer drives. */
type PuppeteerName = Exclude<BrowserName, 'webkit'>;

/**
 * Opens a browser for the suite that calls this; what is given back has it from the first test on.
 *
 * @param args more for its command line
 */
export function useBrowser(
  name: PuppeteerName = 'chromium',
  args: readonly string[] = [],
): () => Browser {
  let browser: Browser | undefined;
  before(async () => {
    const engine = findBrowser(name);
    assert(engine, installHint(name));
    browser = await openBrowser(engine, args);
  });
  after(() => browser?.close());
  return () => {
    assert(browser, 'The browser opens with the first test.');
    return browser;
  };
}

/** Opens a page in a browser that has never been anywhere, and closes it with the test. */
export type OpenPage = (test: TestContext) => Promise<BrowserPage>;

/** Opens pages of any engine for the tests of the suite that calls this. */
export function usePages(name: BrowserName): OpenPage {
  return name === 'webkit' ? pagesOfWebKit() : pagesOfPuppeteer(name);
}

function pagesOfPuppeteer(name: PuppeteerName): OpenPage {
  const browser = useBrowser(name);
  return async (test) => {
    const context = await browser().createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    await page.setViewport({width: 1280, height: 900});
    return puppeteerPage(page);
  };
}

function pagesOfWebKit(): OpenPage {
  let port = 0;
  let driver: WebKitDriver | undefined;
  before(async () => {
    const engine = findBrowser('webkit');
    assert(engine, installHint('webkit'));
    port = await freePort();
    driver = await startWebKitDriver(engine.path, port);
  });
  after(() => driver?.stop());
  return async (test) => {
    // It says nothing of its own if it is told so before it is loaded.
    process.env['WDIO_LOG_LEVEL'] = 'silent';
    const {default: WebDriver} = await import('webdriver');
    // Each session is a browser of its own.
    const session = await WebDriver.newSession({
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'silent',
      capabilities: webKitCapabilities(),
    });
    test.after(() => session.deleteSession());
    return webDriverPage(session, await session.getWindowHandle());
  };
}
