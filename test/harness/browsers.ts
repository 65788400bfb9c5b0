/** Browsers of a suite of films: open while its tests run, and closed after them. */
import assert from 'node:assert/strict';
import {after, before, type TestContext} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openBrowser} from '../../tools/preview.ts';
import {adviceFor, ENGINES, findEngine, type EngineName} from '../../tools/browsers.ts';
import {
  freePort,
  startWebKitDriver,
  webKitCapabilities,
  type WebKitDriver,
} from './webkit/webkit-driver.ts';
import type {DrivenPage} from './browser-page.ts';
import {drivenByPuppeteer} from './puppeteer-page.ts';
import {drivenByWebDriver} from './webdriver-page.ts';

/** The engines that are found on this machine. */
export const FOUND: readonly EngineName[] = ENGINES.filter((name) => findEngine(name));

/** A family that puppeteer drives. */
type PuppeteerName = Exclude<EngineName, 'webkit'>;

/**
 * Opens a browser for the suite that calls this; what is given back has it from the first test on.
 *
 * @param args more for its command line
 */
export function browserOfSuite(
  name: PuppeteerName = 'chromium',
  args: readonly string[] = [],
): () => Browser {
  let browser: Browser | undefined;
  before(async () => {
    const engine = findEngine(name);
    assert(engine, adviceFor(name));
    browser = await openBrowser(engine, args);
  });
  after(() => browser?.close());
  return () => {
    assert(browser, 'The browser opens with the first test.');
    return browser;
  };
}

/** Opens a page in a browser that has never been anywhere, and closes it with the test. */
export type OpenPage = (test: TestContext) => Promise<DrivenPage>;

/** Opens pages of any engine for the tests of the suite that calls this. */
export function pagesOfSuite(name: EngineName): OpenPage {
  return name === 'webkit' ? pagesOfWebKit() : pagesOfPuppeteer(name);
}

function pagesOfPuppeteer(name: PuppeteerName): OpenPage {
  const browser = browserOfSuite(name);
  return async (test) => {
    const context = await browser().createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    await page.setViewport({width: 1280, height: 900});
    return drivenByPuppeteer(page);
  };
}

function pagesOfWebKit(): OpenPage {
  let port = 0;
  let driver: WebKitDriver | undefined;
  before(async () => {
    const engine = findEngine('webkit');
    assert(engine, adviceFor('webkit'));
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
    return drivenByWebDriver(session, await session.getWindowHandle());
  };
}
