/** How a page is shown to a reader, for the browser tests: the system's colours, or paper. */
import type {TestRunnerPlugin} from '@web/test-runner-core';
import type {CDPSession, Page} from 'puppeteer-core';
import {driverOf} from './driver.ts';

/** `screen` is as it was. */
export type MediaFeatures = 'screen' | 'forced colours' | 'print' | 'reduced motion';

/**
 * One session for each page. Emulation lasts as long as its session, and a page is reused for the
 * next file: another session could not turn it off for good.
 */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const existing = sessions.get(page);
  if (existing) return existing;
  const created = page.createCDPSession();
  sessions.set(page, created);
  return created;
}

/** Adds the command `display`; tells whether this browser lets itself be told. */
export function mediaFeatures(): TestRunnerPlugin {
  return {
    name: 'display',
    async executeCommand({command, payload, session}) {
      if (command !== 'display') return undefined;
      const driver = driverOf(session);
      if (driver.kind !== 'chromium') return false;
      const devtools = await sessionOf(driver.page);
      const shown = payload as MediaFeatures;
      await devtools.send('Emulation.setEmulatedMedia', {
        media: shown === 'print' ? 'print' : '',
        features: [
          {name: 'forced-colors', value: shown === 'forced colours' ? 'active' : ''},
          {name: 'prefers-reduced-motion', value: shown === 'reduced motion' ? 'reduce' : ''},
        ],
      });
      return true;
    },
  };
}
