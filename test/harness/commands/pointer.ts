/** Test commands for the mouse. */
import type {BasicTestSession, TestRunnerPlugin} from '@web/test-runner-core';
import type {Client} from 'webdriver';
import type {Point} from '../page-driver.ts';
import {driverOf} from './driver.ts';

/** Adds the commands `double click` at a {@link Point}, and `drag` from one to another. */
export function pointer(): TestRunnerPlugin {
  return {
    name: 'pointer',
    async executeCommand({command, payload, session}) {
      if (command === 'double click') return doubleClick(session, payload as Point);
      if (command === 'drag') return drag(session, payload as readonly [from: Point, to: Point]);
      return undefined;
    },
  };
}

async function doubleClick(session: BasicTestSession, {x, y}: Point): Promise<true> {
  const driver = driverOf(session);
  if (driver.kind === 'webkit') {
    await perform(driver.session, [moveTo({x, y}), DOWN, UP, DOWN, UP]);
  } else {
    await driver.page.mouse.click(x, y, {count: 2});
  }
  return true;
}

async function drag(session: BasicTestSession, [from, to]: readonly [Point, Point]): Promise<true> {
  const between = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
  const driver = driverOf(session);
  if (driver.kind === 'webkit') {
    await perform(driver.session, [moveTo(from), DOWN, moveTo(between), moveTo(to), UP]);
    return true;
  }
  const {mouse} = driver.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  // The first move starts the drag, the next one enters the target.
  await mouse.move(between.x, between.y);
  await mouse.move(to.x, to.y, {steps: 4});
  await mouse.up();
  return true;
}

/** An action of WebDriver's pointer input source. */
type Action = Readonly<Record<string, string | number>>;

const DOWN: Action = {type: 'pointerDown', button: 0};
const UP: Action = {type: 'pointerUp', button: 0};

function moveTo({x, y}: Point): Action {
  return {type: 'pointerMove', duration: 50, x: Math.round(x), y: Math.round(y)};
}

async function perform(session: Client, actions: readonly Action[]): Promise<void> {
  const parameters = {pointerType: 'mouse'};
  await session.performActions([{type: 'pointer', id: 'mouse', parameters, actions}]);
}
