/** How a page is shown to a reader, for the browser tests: the system's colours, or paper. */
import type {TestRunnerPlugin} from '@web/test-runner-core';
import {driverOf} from './driver.ts';

/** `screen` is as it was. */
export type MediaFeatures = 'screen' | 'forced colours' | 'print' | 'reduced motion';

/** Adds the command `display`; tells whether this browser lets itself be told. */
export function mediaFeatures(): TestRunnerPlugin {
  return {
    name: 'display',
    async executeCommand({command, payload, session}) {
      if (command !== 'display') return undefined;
      const driver = driverOf(session);
      if (driver.is !== 'chromium') return false;
      const devtools = await driver.page.createCDPSession();
      const shown = payload as MediaFeatures;
      await devtools.send('Emulation.setEmulatedMedia', {
        media: shown === 'print' ? 'print' : '',
        features: [
          {name: 'forced-colors', value: shown === 'forced colours' ? 'active' : ''},
          {name: 'prefers-reduced-motion', value: shown === 'reduced motion' ? 'reduce' : ''},
        ],
      });
      // Not detached: the emulation would end with the session.
      return true;
    },
  };
}
