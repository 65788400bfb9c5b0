/**
 * A thousand elements come, are used, moved and taken out again: nothing of them is left, neither
 * listener nor timer nor request, so that each can be collected.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {buildScripts} from '../../tools/build/build.ts';
import {useBrowser} from '../harness/browsers.ts';
import {FaultServer, hangAfter} from '../faults/fault-server.ts';

const TIMES = 1000;

/** How many are in the page at a time. */
const AT_ONCE = 20;

/** What the page holds for the film. */
type Page = Window & {met: WeakRef<Element>[]};

describe(`${TIMES} elements that come and go`, () => {
  const server = new FaultServer();
  const browser = useBrowser();

  before(async () => {
    await buildScripts();
    await server.start();
  });

  after(() => server.stop());

  it('leave nothing behind', async () => {
    const html = '<!doctype html><script type="module" src="/motp-verify.min.js"></script><main>';
    const {session, url} = server.openSession({html});
    session.posts = Array.from({length: TIMES}, () => hangAfter);
    const page = await browser().newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('motp-verify') !== undefined);
    for (let i = 0; i < TIMES; i += AT_ONCE) await page.evaluate(comeAndGo, AT_ONCE);
    const devtools = await page.createCDPSession();
    // What is collected is told with a task of its own.
    for (let i = 0; i < 3; i++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    }
    const left = await page.evaluate(
      () => (window as unknown as Page).met.filter((element) => element.deref()).length,
    );
    const {listeners} = await devtools
      .send('Runtime.evaluate', {expression: 'window', objectGroup: 'left'})
      .then(({result: {objectId = ''}}) =>
        devtools.send('DOMDebugger.getEventListeners', {objectId}),
      );
    assert.deepEqual({left, listeners: listeners.map(({type}) => type)}, {left: 0, listeners: []});
    assert.deepEqual(complaints, []);
    // A request that nobody waits for any more is cut off by the browser.
    const open = session.requests.filter(({socket}) => !socket.destroyed);
    assert.deepEqual(open, []);
  });
});

/** In the page: elements that are typed into, sent from, moved, and taken out in mid-request. */
async function comeAndGo(count: number): Promise<void> {
  type Widget = Element & {updateComplete: Promise<unknown>; verify: () => Promise<unknown>};
  const {met = []} = window as unknown as Partial<Page>;
  Object.assign(window, {met});
  const main = document.querySelector('main');
  const widgets = Array.from(
    {length: count},
    () => document.createElement('motp-verify') as Widget,
  );
  for (const widget of widgets) {
    met.push(new WeakRef(widget));
    widget.setAttribute('endpoint', 'api');
    widget.setAttribute('status-url', 'api/status');
    widget.setAttribute('phone-identity-url', '/phone');
    main?.append(widget);
  }
  await Promise.all(widgets.map((widget) => widget.updateComplete));
  for (const [i, widget] of widgets.entries()) {
    const field = widget.shadowRoot?.querySelector('input');
    if (!field || i % 4 === 0) continue;
    field.value = '123456';
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    void widget.verify();
    if (i % 4 === 2) document.body.append(widget);
  }
  window.dispatchEvent(new Event('focus'));
  await new Promise((resolve) => setTimeout(resolve));
  for (const widget of widgets) widget.remove();
  sessionStorage.clear();
}
