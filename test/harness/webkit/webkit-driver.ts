/** Starts WebKitGTK's WebDriver with a virtual display of its own, so that several can run at once. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import type {Readable} from 'node:stream';
import type WebDriver from 'webdriver';
import {findMiniBrowser} from '../../../tools/browsers.ts';

/** A running driver. */
export interface WebKitDriver {
  /** Ends the driver, its browsers and its display. */
  readonly stop: () => Promise<void>;
}

/** The file descriptor to which Xvfb writes its display number. */
const DISPLAY_FD = 3;

/** The capabilities in webdriver's types, which lack those of WebKitGTK. */
type Capabilities = Parameters<typeof WebDriver.newSession>[0]['capabilities'];

/**
 * Returns the capabilities of a session.
 *
 * @param pageLoadStrategy `none` if navigation should not wait for the page
 */
export function webKitCapabilities(pageLoadStrategy: 'normal' | 'none' = 'normal'): Capabilities {
  return {
    pageLoadStrategy,
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': {binary: findMiniBrowser(), args: ['--automation']},
  } as Capabilities;
}

/**
 * Starts `WebKitWebDriver` on a port of loopback.
 *
 * @param path of the program
 * @throws Error if it does not respond within ten seconds
 */
export async function startWebKitDriver(path: string, port: number): Promise<WebKitDriver> {
  // Xvfb chooses a free display number itself. `xvfb-run -a` only tries numbers.
  const screen = spawn('Xvfb', ['-displayfd', String(DISPLAY_FD), '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [output] = (await once(screen.stdio[DISPLAY_FD] as Readable, 'data')) as [Buffer];
  const env = {
    ...process.env,
    DISPLAY: `:${output.toString().trim()}`,
    // Without a GPU, compositing takes a quarter of the time.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  };
  // A process group of its own, so that ending it also ends its browsers.
  const driver = spawn(path, [`--port=${port}`], {detached: true, stdio: 'ignore', env});
  const stop = async (): Promise<void> => {
    await endProcess(driver, ({pid}) => pid !== undefined && process.kill(-pid, 'SIGTERM'));
    await endProcess(screen, (process) => process.kill('SIGTERM'));
  };
  try {
    await waitForResponse(`http://127.0.0.1:${port}/status`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {stop};
}

async function endProcess(
  process: ChildProcess,
  end: (process: ChildProcess) => void,
): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, 'exit');
  end(process);
  await exit;
}

/** Waits until a server responds, for at most ten seconds. */
async function waitForResponse(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`No server responds at ${url}.`);
}
