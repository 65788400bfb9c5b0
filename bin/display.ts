/** How a page is shown to a reader, for the browser tests: the system's colours, or paper. */
import type {TestRunnerPlugin} from '@web/test-runner-core';
import type {Page} from 'puppeteer-core';

/** `screen` is as it was. */
export type Display = 'screen' | 'forced colours' | 'print' | 'reduced motion';

/** Adds the command `display`; tells whether this browser lets itself be told. */
export function display(): TestRunnerPlugin {
  return {
    name: 'display',
    async executeCommand({command, payload, session: {browser, id}}) {
      if (command !== 'display') return undefined;
      if (browser.name !== 'Chromium') return false;
      const page = (browser as unknown as {readonly getPage: (id: string) => Page}).getPage(id);
      const devtools = await page.createCDPSession();
      const shown = payload as Display;
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
