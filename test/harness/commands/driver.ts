/** Gives test commands the driver of a page, which Web Test Runner's launchers do not export. */
import type {BasicTestSession} from '@web/test-runner-core';
import type {Page} from 'puppeteer-core';
import type {Client} from 'webdriver';

/** A page of puppeteer or a session of WebDriver. Each browser supports other commands. */
export type SessionDriver =
  | {readonly kind: 'chromium' | 'firefox'; readonly page: Page}
  | {
      readonly kind: 'webkit';
      readonly session: Client;
      /** Presses keys together, by their names. */
      readonly sendKeys: (keys: string[]) => Promise<void>;
    };

/** Members of the launchers that are missing in their types. */
interface Launcher {
  readonly getPage: (sessionId: string) => Page;
  readonly driver: Client;
  readonly sendKeys: (sessionId: string, keys: string[]) => Promise<void>;
}

/** Returns the driver of a test's page. */
export function driverOf({browser, id}: BasicTestSession): SessionDriver {
  const launcher = browser as unknown as Launcher;
  if (browser.type === 'webdriver') {
    const sendKeys = (keys: string[]): Promise<void> => launcher.sendKeys(id, keys);
    return {kind: 'webkit', session: launcher.driver, sendKeys};
  }
  return {kind: browser.name === 'Firefox' ? 'firefox' : 'chromium', page: launcher.getPage(id)};
}
