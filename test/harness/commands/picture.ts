/** A test command that takes a picture of a part of the page. */
import type {TestRunnerPlugin} from '@web/test-runner-core';
import {driverOf} from './driver.ts';

/** The part of the page, in px. */
export interface PictureOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether the part is measured from the window, which then keeps its size, or from the page. */
  readonly isOfWindow: boolean;
}

/** Adds the command `picture`, which returns a PNG as a data URL; `null` if the browser takes none. */
export function picture(): TestRunnerPlugin {
  return {
    name: 'picture',
    async executeCommand({command, payload, session}) {
      if (command !== 'picture') return undefined;
      const driver = driverOf(session);
      if (driver.kind !== 'chromium') return null;
      const {isOfWindow, ...clip} = payload as PictureOptions;
      const data = await driver.page.screenshot({
        encoding: 'base64',
        optimizeForSpeed: true,
        captureBeyondViewport: !isOfWindow,
        clip,
      });
      return `data:image/png;base64,${data}`;
    },
  };
}
