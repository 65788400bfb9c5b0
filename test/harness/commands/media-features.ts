/** A test command for media features: the system's colors, contrast, motion, or print. */
import type {TestRunnerPlugin} from '@web/test-runner-core';
import type {CDPSession, Page} from 'puppeteer-core';
import {driverOf} from './driver.ts';

/** The features to emulate. Those that are left out are the browser's own. */
export interface MediaFeatures {
  readonly media?: 'print';
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'prefers-contrast'?: 'more';
  readonly 'prefers-reduced-motion'?: 'reduce';
  readonly 'forced-colors'?: 'active';
}

/** The browser's own features. Sent as empty values, because an absent feature keeps its last value. */
const OWN_FEATURES: Readonly<Record<string, string>> = {
  'prefers-color-scheme': '',
  'prefers-contrast': '',
  'prefers-reduced-motion': '',
  'forced-colors': '',
};

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
      const {media = '', ...features} = payload as MediaFeatures;
      await devtools.send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries({...OWN_FEATURES, ...features}).map(([name, value]) => ({
          name,
          value,
        })),
      });
      return true;
    },
  };
}
