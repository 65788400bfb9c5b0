/** A launcher of Web Test Runner for WebKitGTK. */
import type {BrowserLauncher, SessionResult, TestRunnerCoreConfig} from '@web/test-runner-core';
import {WebdriverLauncher} from '@web/test-runner-webdriver';
import {freePort} from '../../../tools/services/free-port.ts';
import {startWebKitDriver, webKitCapabilities, type WebKitDriver} from './webkit-driver.ts';

/** After so many pages a new browser starts: WebKitGTK keeps the memory of each page. */
const PAGES_PER_BROWSER = 10;

/** How long a page may take to close, in ms, before its browser counts as frozen. */
const CLOSE_TIMEOUT_MS = 20_000;

/** Members that the commands of the tests use, and that the types of the launcher lack. */
type Commands = Pick<
  WebdriverLauncher,
  | 'sendKeys'
  | 'sendMouseMove'
  | 'sendMouseClick'
  | 'sendMouseDown'
  | 'sendMouseUp'
  | 'resetMouse'
  | 'takeScreenshot'
>;

/**
 * Runs tests in WebKitGTK.
 *
 * It starts a new driver and browser after some pages, and when the old one no longer responds.
 */
export class WebKitLauncher implements BrowserLauncher, Commands {
  readonly name = 'WebKit';
  readonly type = 'webdriver';
  readonly concurrency = 1;
  readonly #driverPath: string;
  #config: TestRunnerCoreConfig | undefined;
  #browser: RunningBrowser | undefined;

  /** @param driverPath path of `WebKitWebDriver` */
  constructor(driverPath: string) {
    this.#driverPath = driverPath;
  }

  /** The WebDriver session, for the commands of the tests. */
  get driver(): unknown {
    return Reflect.get(this.#launcher, 'driver');
  }

  async initialize(config: TestRunnerCoreConfig): Promise<void> {
    this.#config = config;
  }

  async startSession(id: string, url: string): Promise<void> {
    if (this.#browser && this.#browser.pages >= PAGES_PER_BROWSER) await this.stop();
    this.#browser ??= await this.#startBrowser();
    this.#browser.pages++;
    await this.#browser.launcher.startSession(id, url);
  }

  async stopSession(id: string): Promise<SessionResult> {
    const closed = await within(CLOSE_TIMEOUT_MS, this.#launcher.stopSession(id));
    if (!closed) await this.stop();
    return {};
  }

  async stop(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    if (!browser) return;
    await within(CLOSE_TIMEOUT_MS, browser.launcher.stop());
    await browser.driver.stop();
  }

  async startDebugSession(id: string, url: string): Promise<void> {
    this.#browser ??= await this.#startBrowser();
    await this.#launcher.startDebugSession(id, url);
  }

  isActive(id: string): boolean {
    return this.#browser?.launcher.isActive(id) ?? false;
  }

  async getBrowserUrl(id: string): Promise<string | undefined> {
    return this.#browser?.launcher.getBrowserUrl(id);
  }

  sendKeys: Commands['sendKeys'] = (...args) => this.#launcher.sendKeys(...args);
  sendMouseMove: Commands['sendMouseMove'] = (...args) => this.#launcher.sendMouseMove(...args);
  sendMouseClick: Commands['sendMouseClick'] = (...args) => this.#launcher.sendMouseClick(...args);
  sendMouseDown: Commands['sendMouseDown'] = (...args) => this.#launcher.sendMouseDown(...args);
  sendMouseUp: Commands['sendMouseUp'] = (...args) => this.#launcher.sendMouseUp(...args);
  resetMouse: Commands['resetMouse'] = (...args) => this.#launcher.resetMouse(...args);
  takeScreenshot: Commands['takeScreenshot'] = (...args) => this.#launcher.takeScreenshot(...args);

  get #launcher(): WebdriverLauncher {
    if (!this.#browser) throw new Error('WebKit has not been started.');
    return this.#browser.launcher;
  }

  async #startBrowser(): Promise<RunningBrowser> {
    if (!this.#config) throw new Error('The launcher has not been initialized.');
    const port = await freePort();
    const driver = await startWebKitDriver(this.#driverPath, port);
    const launcher = new WebdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      // The page itself says when its tests begin. WebKit sometimes never says that a page has loaded.
      capabilities: webKitCapabilities('none'),
    });
    await launcher.initialize(this.#config);
    return {driver, launcher, pages: 0};
  }
}

/** A browser with its driver, and how many pages it has shown. */
interface RunningBrowser {
  readonly driver: WebKitDriver;
  readonly launcher: WebdriverLauncher;
  pages: number;
}

/** Returns whether a promise is fulfilled within a time in ms. */
async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<false>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const isDone = promise.then(
    () => true,
    () => false,
  );
  const result = await Promise.race([isDone, isLate]);
  clearTimeout(timer);
  return result;
}
