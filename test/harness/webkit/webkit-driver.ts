/** WebKitGTK's driver, Safari's family, before a screen of its own: several can run side by side. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';
import type {Readable} from 'node:stream';
import type WebDriver from 'webdriver';
import {findMiniBrowser} from '../../../tools/browsers.ts';

/** A driver that runs. */
export interface WebKitDriver {
  /** Ends the driver, its browsers and its screen. */
  readonly stop: () => Promise<void>;
}

/** The file descriptor by which the screen tells its number. */
const NUMBER = 3;

/** What webdriverio's types know of a session; WebKitGTK's own part is none of it. */
type Capabilities = Parameters<typeof WebDriver.newSession>[0]['capabilities'];

/** What a session asks of the driver. */
export function webKitCapabilities(): Capabilities {
  return {
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': {binary: findMiniBrowser(), args: ['--automation']},
  } as Capabilities;
}

/**
 * Starts the `WebKitWebDriver` of this path on a port of loopback.
 *
 * @throws Error where it doesn't answer within ten seconds
 */
export async function startWebKitDriver(path: string, port: number): Promise<WebKitDriver> {
  // The screen chooses a number that nobody has; `xvfb-run -a` only guesses at one.
  const screen = spawn('Xvfb', ['-displayfd', String(NUMBER), '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [said] = (await once(screen.stdio[NUMBER] as Readable, 'data')) as [Buffer];
  const env = {...process.env, DISPLAY: `:${said.toString().trim()}`};
  // A process group of its own: what ends it ends its browsers as well.
  const driver = spawn(path, [`--port=${port}`], {detached: true, stdio: 'ignore', env});
  const stop = async (): Promise<void> => {
    await ended(driver, ({pid}) => pid !== undefined && process.kill(-pid, 'SIGTERM'));
    await ended(screen, (process) => process.kill('SIGTERM'));
  };
  try {
    await answers(`http://127.0.0.1:${port}/status`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {stop};
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  return port;
}

async function ended(process: ChildProcess, end: (process: ChildProcess) => void): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, 'exit');
  end(process);
  await exit;
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
