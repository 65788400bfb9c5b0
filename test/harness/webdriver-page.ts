/** Drives a page of WebKit with WebDriver. */
import type {Client} from 'webdriver';
import {expressionOf, widgetExpressionOf, type BrowserPage} from './browser-page.ts';
import {clickPlace, waitFor, type Place} from './page-driver.ts';
import {WAIT_TIMEOUT_MS} from './timeouts.ts';

const CONTROL = '\uE009';

/** WebDriver's code points for the keys that tests press. */
const KEYS: Readonly<Record<string, string>> = {Enter: '\uE007'};

/** Creates the driver of a session's window. A session can use one window at a time. */
export function webDriverPage(session: Client, handle: string): BrowserPage {
  const bringToFront = (): Promise<void> => session.switchToWindow(handle);
  const execute = async (expression: string): Promise<unknown> => {
    await bringToFront();
    return session.executeScript(`return ${expression}`, []);
  };
  const evaluate = async <Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> => (await execute(expressionOf(fn, args))) as Awaited<Result>;
  const driver = {evaluate, timeoutMs: WAIT_TIMEOUT_MS};
  const click = (place: Place, count = 1): Promise<void> =>
    // Clicks a point, not an element: WebKit's driver reports elements of a shadow root as covered.
    clickPlace(driver, place, async (point) => {
      const move = {type: 'pointerMove', duration: 0, ...point};
      const presses = Array.from({length: count}, () => [
        {type: 'pointerDown', button: 0},
        {type: 'pointerUp', button: 0},
      ]);
      const actions = [move, ...presses.flat()];
      await session.performActions([{type: 'pointer', id: 'mouse', actions}]);
    });
  const press = async (...keys: readonly string[]): Promise<void> => {
    const down = keys.map((value) => ({type: 'keyDown', value}));
    const up = keys.toReversed().map((value) => ({type: 'keyUp', value}));
    await session.performActions([{type: 'key', id: 'keyboard', actions: [...down, ...up]}]);
  };
  const type = async (text: string): Promise<void> => {
    for (const key of text) await press(key);
  };
  return {
    ...driver,
    async evaluateWidget(selector, fn, ...args) {
      return (await execute(widgetExpressionOf(selector, fn, args))) as never;
    },
    click,
    async fillIn(place, text) {
      await click(place);
      await press(CONTROL, 'a');
      await type(text);
    },
    type,
    press: (key) => press(KEYS[key] ?? key),
    async run(code) {
      await bringToFront();
      return session.executeScript('return (0, eval)(arguments[0])', [code]);
    },
    async goTo(url) {
      await bringToFront();
      await session.navigateTo(url);
    },
    async reload() {
      await bringToFront();
      await session.refresh();
    },
    popup: (url) =>
      waitFor(async () => {
        for (const other of await session.getWindowHandles()) {
          if (other === handle) continue;
          const popup = webDriverPage(session, other);
          if ((await popup.evaluate(() => location.href)).includes(url)) return popup;
        }
        return undefined;
      }, `a window at ${url}`),
    bringToFront,
  };
}
