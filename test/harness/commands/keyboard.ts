/** Test commands for the keyboard: shortcuts, held keys and an input method. */
import type {BasicTestSession, TestRunnerPlugin} from '@web/test-runner-core';
import type {KeyInput} from 'puppeteer-core';
import {driverOf} from './driver.ts';

/** A key with its modifiers, and the editing command that it triggers. */
interface Shortcut {
  readonly key: string;
  /** Headless Chromium has no desktop shortcuts, so it needs the command. */
  readonly command?: string;
  readonly shift?: boolean;
  /** Control is held unless this is `false`. */
  readonly control?: false;
}

/** The shortcuts that the tests use. */
export const SHORTCUTS = {
  'select all': {key: 'a', command: 'SelectAll'},
  copy: {key: 'c', command: 'Copy'},
  cut: {key: 'x', command: 'Cut'},
  paste: {key: 'v', command: 'Paste'},
  undo: {key: 'z', command: 'Undo'},
  redo: {key: 'z', command: 'Redo', shift: true},
  'delete word': {key: 'Backspace'},
  'select to the left': {key: 'ArrowLeft', shift: true, control: false},
} as const satisfies Readonly<Record<string, Shortcut>>;

/** A text that an input method composes, or commits to the field. */
export interface Composition {
  readonly text: string;
  readonly isOver: boolean;
}

/** Adds the commands `shortcut`, `hold` and `compose`. */
export function keyboard(): TestRunnerPlugin {
  return {
    name: 'keyboard',
    async executeCommand({command, payload, session}) {
      if (command === 'shortcut') {
        await press(session, SHORTCUTS[payload as keyof typeof SHORTCUTS]);
        return true;
      }
      if (command === 'hold') return hold(session, payload as KeyHold);
      if (command === 'compose') return compose(session, payload as Composition);
      return undefined;
    },
  };
}

/** A key that is held down until it has repeated a number of times. */
export interface KeyHold {
  readonly key: string;
  readonly times: number;
}

/** @returns whether the browser supports the command */
async function hold(session: BasicTestSession, {key, times}: KeyHold): Promise<boolean> {
  const driver = driverOf(session);
  if (driver.kind !== 'chromium') return false;
  const {keyboard: keys} = driver.page;
  for (let i = 0; i < times; i++) await keys.down(key as KeyInput);
  await keys.up(key as KeyInput);
  return true;
}

async function press(session: BasicTestSession, shortcut: Shortcut): Promise<void> {
  const {key, command, shift = false, control = true} = shortcut;
  const driver = driverOf(session);
  if (driver.kind === 'webkit') {
    return driver.sendKeys([...(control ? ['Control'] : []), ...(shift ? ['Shift'] : []), key]);
  }
  const {keyboard: keys} = driver.page;
  const commands = driver.kind === 'chromium' && command !== undefined ? [command] : [];
  if (control) await keys.down('Control');
  if (shift) await keys.down('Shift');
  await keys.press(key as KeyInput, {commands});
  if (shift) await keys.up('Shift');
  if (control) await keys.up('Control');
}

/** @returns whether the browser supports the command */
async function compose(session: BasicTestSession, {text, isOver}: Composition) {
  const driver = driverOf(session);
  if (driver.kind !== 'chromium') return false;
  const devtools = await driver.page.createCDPSession();
  if (isOver) await devtools.send('Input.insertText', {text});
  else {
    const {length} = text;
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
  }
  await devtools.detach();
  return true;
}
