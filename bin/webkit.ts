/** A Web Test Runner launcher for WebKitGTK, Safari's family, behind a screen of its own. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';
import type {TestRunnerCoreConfig} from '@web/test-runner-core';
import {WebdriverLauncher} from '@web/test-runner-webdriver';
import {findMiniBrowser} from './engines.ts';

/** What webdriverio's types know, and WebKitGTK's own. */
type Capabilities = ConstructorParameters<typeof WebdriverLauncher>[0]['capabilities'];

/** See the file's head. Starts the driver with the tests, and ends all that it started with them. */
export class WebKitLauncher extends WebdriverLauncher {
  override name = 'WebKit';
  readonly concurrency = 1;
  readonly #driverPath: string;
  readonly #port: number;
  #driver: ChildProcess | undefined;

  /** A launcher that drives WebKitGTK by the `WebKitWebDriver` of this path. */
  static async of(driverPath: string): Promise<WebKitLauncher> {
    return new WebKitLauncher(driverPath, await freePort());
  }

  private constructor(driverPath: string, port: number) {
    super({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: findMiniBrowser(), args: ['--automation']},
      } as Capabilities,
    });
    this.#driverPath = driverPath;
    this.#port = port;
  }

  override async initialize(config: TestRunnerCoreConfig): Promise<void> {
    await super.initialize(config);
    this.name = 'WebKit';
    // Its own process group: ending the group ends the driver, the screen and the browser.
    this.#driver = spawn('xvfb-run', ['-a', this.#driverPath, `--port=${this.#port}`], {
      detached: true,
      stdio: 'ignore',
    });
    await answers(`http://127.0.0.1:${this.#port}/status`);
  }

  override async stop(): Promise<void> {
    await super.stop();
    const driver = this.#driver;
    if (driver?.pid === undefined || driver.exitCode !== null) return;
    const ended = once(driver, 'exit');
    process.kill(-driver.pid, 'SIGTERM');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Resolves once a server answers; gives up after ten seconds. */
async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`Nothing answers at ${url}.`);
}
