/** A test command for media features: the system's colors, motion, or print. */
import type {TestRunnerPlugin} from '@web/test-runner-core';
import type {CDPSession, Page} from 'puppeteer-core';
import {driverOf} from './driver.ts';

/** `screen` ends the emulation. */
export type MediaFeatures = 'screen' | 'forced colours' | 'print' | 'reduced motion';

/**
 * One session for each page. Emulation lasts as long as its session, and a page is reused for the
 * next file. A second session could not turn it off.
 */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const existing = sessions.get(page);
  if (existing) return existing;
  const created = page.createCDPSession();
  sessions.set(page, created);
  return created;
}

/** Adds the command `emulate`, which returns whether the browser supports it. */
export function mediaFeatures(): TestRunnerPlugin {
  return {
    name: 'media-features',
    async executeCommand({command, payload, session}) {
      if (command !== 'emulate') return undefined;
      const driver = driverOf(session);
      if (driver.kind !== 'chromium') return false;
      const devtools = await sessionOf(driver.page);
      const feature = payload as MediaFeatures;
      await devtools.send('Emulation.setEmulatedMedia', {
        media: feature === 'print' ? 'print' : '',
        features: [
          {name: 'forced-colors', value: feature === 'forced colours' ? 'active' : ''},
          {name: 'prefers-reduced-motion', value: feature === 'reduced motion' ? 'reduce' : ''},
        ],
      });
      return true;
    },
  };
}
