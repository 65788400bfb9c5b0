/** What drives the page of a browser test, which Web Test Runner's launchers keep to themselves. */
import type {BasicTestSession} from '@web/test-runner-core';
import type {Page} from 'puppeteer-core';
import type {Client} from 'webdriver';

/** A page of puppeteer's, or WebDriver's session; each browser lets itself be told other things. */
export type SessionDriver =
  | {readonly kind: 'chromium' | 'firefox'; readonly page: Page}
  | {
      readonly kind: 'webkit';
      readonly session: Client;
      /** Presses the keys together, by their names. */
      readonly sendKeys: (keys: string[]) => Promise<void>;
    };

/** The launchers' own parts, of which their types are silent. */
interface Launcher {
  readonly getPage: (sessionId: string) => Page;
  readonly driver: Client;
  readonly sendKeys: (sessionId: string, keys: string[]) => Promise<void>;
}

/** Who drives the page of a test. */
export function driverOf({browser, id}: BasicTestSession): SessionDriver {
  const launcher = browser as unknown as Launcher;
  if (browser.type === 'webdriver') {
    const sendKeys = (keys: string[]): Promise<void> => launcher.sendKeys(id, keys);
    return {kind: 'webkit', session: launcher.driver, sendKeys};
  }
  return {kind: browser.name === 'Firefox' ? 'firefox' : 'chromium', page: launcher.getPage(id)};
}
