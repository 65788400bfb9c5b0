/** Opens browsers for the end-to-end tests of a suite, and closes them after the tests. */
import assert from 'node:assert/strict';
import {after, before, type TestContext} from 'node:test';
import type {Browser} from 'puppeteer-core';
import type {Client} from 'webdriver';
import {openBrowser} from '../../tools/preview.ts';
import {freePort} from '../../tools/services/free-port.ts';
import {chosenBrowsers, installHint, findBrowser, type BrowserName} from '../../tools/browsers.ts';
import {startWebKitDriver, webKitCapabilities, type WebKitDriver} from './webkit/webkit-driver.ts';
import type {BrowserPage} from './browser-page.ts';
import {puppeteerPage} from './puppeteer-page.ts';
import {webDriverPage} from './webdriver-page.ts';

/** The browsers to test in, of those that are installed on this machine. */
export const INSTALLED_BROWSERS: readonly BrowserName[] = chosenBrowsers().filter((name) =>
  findBrowser(name),
);

/** A browser that puppeteer can drive. */
type PuppeteerName = Exclude<BrowserName, 'webkit'>;

/**
 * Opens a browser for the suite that calls this function. The returned function gives the browser to
 * the tests.
 *
 * @param args more command line arguments
 */
export function useBrowser(
  name: PuppeteerName = 'chromium',
  args: readonly string[] = [],
): () => Browser {
  let browser: Browser | undefined;
  before(async () => {
    const program = findBrowser(name);
    assert(program, installHint(name));
    browser = await openBrowser(program, args);
  });
  after(() => browser?.close());
  return () => {
    assert(browser, 'The browser is open during tests only.');
    return browser;
  };
}

/** Opens a page in a new browser context, and closes it after the test. */
export type OpenPage = (test: TestContext) => Promise<BrowserPage>;

/** Opens pages of any browser for the suite that calls this function. */
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
  const startSession = useWebKit();
  return async (test) => {
    const session = await startSession();
    test.after(() => session.deleteSession());
    return webDriverPage(session, await session.getWindowHandle());
  };
}

/** Opens one page of WebKit for the suite that calls this function, and closes it after the tests. */
export function useWebKitPage(): () => BrowserPage {
  const startSession = useWebKit();
  let page: BrowserPage | undefined;
  before(async () => {
    const session = await startSession();
    page = webDriverPage(session, await session.getWindowHandle());
  });
  // The driver ends the browser when it stops.
  return () => {
    assert(page, 'The page is open during tests only.');
    return page;
  };
}

/** Starts WebKit's driver for a suite. The returned function starts a browser, one for each session. */
function useWebKit(): () => Promise<Client> {
  let port = 0;
  let driver: WebKitDriver | undefined;
  before(async () => {
    const program = findBrowser('webkit');
    assert(program, installHint('webkit'));
    port = await freePort();
    driver = await startWebKitDriver(program.path, port);
  });
  after(() => driver?.stop());
  return async () => {
    // The module reads its log level when it is loaded.
    process.env['WDIO_LOG_LEVEL'] = 'silent';
    const {default: WebDriver} = await import('webdriver');
    return WebDriver.newSession({
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'silent',
      capabilities: webKitCapabilities(),
    });
  };
}
