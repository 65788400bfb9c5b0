/** A launcher of Web Test Runner for WebKitGTK. */
import type {TestRunnerCoreConfig} from '@web/test-runner-core';
import {WebdriverLauncher} from '@web/test-runner-webdriver';
import {
  freePort,
  startWebKitDriver,
  webKitCapabilities,
  type WebKitDriver,
} from './webkit-driver.ts';

/** Starts WebKitGTK's driver with the tests, and ends it after them. */
export class WebKitLauncher extends WebdriverLauncher {
  override name = 'WebKit';
  readonly concurrency = 1;
  readonly #driverPath: string;
  readonly #port: number;
  #driver: WebKitDriver | undefined;

  /**
   * Creates a launcher.
   *
   * @param driverPath path of `WebKitWebDriver`
   */
  static async create(driverPath: string): Promise<WebKitLauncher> {
    return new WebKitLauncher(driverPath, await freePort());
  }

  private constructor(driverPath: string, port: number) {
    super({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      capabilities: webKitCapabilities(),
    });
    this.#driverPath = driverPath;
    this.#port = port;
  }

  override async initialize(config: TestRunnerCoreConfig): Promise<void> {
    await super.initialize(config);
    this.name = 'WebKit';
    this.#driver = await startWebKitDriver(this.#driverPath, this.#port);
  }

  override async stop(): Promise<void> {
    await super.stop();
    await this.#driver?.stop();
  }
}
