/** A page of WebKit, driven by WebDriver. */
import type {Client} from 'webdriver';
import {expressionOf, steadyPoint, until, type DrivenPage, type Place} from './browser-page.ts';

/** Keys as WebDriver writes them. */
const CONTROL = '\uE009';
const ENTER = '\uE007';

/** A window of a session, by its handle; a session looks at one window at a time. */
export function drivenByWebDriver(session: Client, handle: string): DrivenPage {
  const toFront = (): Promise<void> => session.switchToWindow(handle);
  const ask = async <Args extends readonly unknown[], Said>(
    question: (...args: Args) => Said,
    ...args: Args
  ): Promise<Said> => {
    await toFront();
    return (await session.executeScript(`return ${expressionOf(question, args)}`, [])) as Said;
  };
  const click = async (place: Place): Promise<void> => {
    const point = await steadyPoint({ask}, place);
    // Not by the element: WebKit's driver takes what is in a shadow root for covered by its host.
    const move = {type: 'pointerMove', duration: 0, ...point};
    const actions = [move, {type: 'pointerDown', button: 0}, {type: 'pointerUp', button: 0}];
    await session.performActions([{type: 'pointer', id: 'mouse', actions}]);
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    const down = keys.map((value) => ({type: 'keyDown', value}));
    const up = keys.toReversed().map((value) => ({type: 'keyUp', value}));
    await session.performActions([{type: 'key', id: 'keyboard', actions: [...down, ...up]}]);
  };
  return {
    async goTo(url) {
      await toFront();
      await session.navigateTo(url);
    },
    async reload() {
      await toFront();
      await session.refresh();
    },
    ask,
    click,
    async type(place, text) {
      await click(place);
      await press(CONTROL, 'a');
      for (const key of text) await press(key);
    },
    pressEnter: () => press(ENTER),
    popup: (address) =>
      until(`a window at ${address}`, async () => {
        for (const other of await session.getWindowHandles()) {
          if (other === handle) continue;
          const opened = drivenByWebDriver(session, other);
          if ((await opened.ask(() => location.href)).includes(address)) return opened;
        }
        return undefined;
      }),
    toFront,
  };
}
