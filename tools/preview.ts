/** Serves the built demo and opens browsers, for end-to-end tests and screenshots. */
import {launch, type Browser} from 'puppeteer-core';
import {preview} from 'vite';
import {ensureDemo} from './build/ensure-built.ts';
import {CHROMIUM_ARGS, FIREFOX_PREFERENCES, type BrowserProgram} from './browsers.ts';

/** A running server of the demo. Owns its port until `close`. */
export interface DemoServer {
  /** The demo's address, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the built demo as a static host would, on loopback. Builds it first if needed.
 *
 * @param basePath the sub-path of the site, with slashes at both ends
 */
export async function serveBuiltDemo(basePath: string): Promise<DemoServer> {
  await ensureDemo();
  const server = await preview({
    base: basePath,
    logLevel: 'warn',
    preview: {host: '127.0.0.1', port: 0, strictPort: false},
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The preview server has no local URL.');
  return {url, close: () => server.close()};
}

/**
 * Starts a headless browser.
 *
 * @param args more arguments for Chromium
 */
export function openBrowser(
  {name, path}: BrowserProgram,
  args: readonly string[] = [],
): Promise<Browser> {
  return name === 'firefox'
    ? launch({browser: 'firefox', executablePath: path, extraPrefsFirefox: FIREFOX_PREFERENCES})
    : launch({executablePath: path, args: [...CHROMIUM_ARGS, ...args]});
}
