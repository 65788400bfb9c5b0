/**
 * A thousand elements are added, used, moved and removed. None stays in memory, and no listener or
 * request is left.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {FaultServer, hangAfter} from '../faults/fault-server.ts';

const ELEMENTS = 1000;

/** How many elements are in the page at a time. */
const BATCH_SIZE = 20;

/** The page with references to the elements it had. */
type Page = Window & {references: WeakRef<Element>[]};

describe(`${ELEMENTS} removed elements`, () => {
  const server = new FaultServer();
  const browser = useBrowser();

  before(async () => {
    await ensurePackage();
    await server.start();
  });

  after(() => server.stop());

  it('leave no element, listener or request', async () => {
    const html = '<!doctype html><script type="module" src="/motp-verify.min.js"></script><main>';
    const {session, url} = server.openSession({html});
    session.posts = Array.from({length: ELEMENTS}, () => hangAfter);
    const page = await browser().newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('motp-verify') !== undefined);
    for (let i = 0; i < ELEMENTS; i += BATCH_SIZE) await page.evaluate(addAndRemove, BATCH_SIZE);
    const devtools = await page.createCDPSession();
    // A WeakRef is cleared between tasks.
    for (let i = 0; i < 3; i++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    }
    const left = await page.evaluate(
      () => (window as unknown as Page).references.filter((element) => element.deref()).length,
    );
    const {listeners} = await devtools
      .send('Runtime.evaluate', {expression: 'window', objectGroup: 'left'})
      .then(({result: {objectId = ''}}) =>
        devtools.send('DOMDebugger.getEventListeners', {objectId}),
      );
    assert.deepEqual({left, listeners: listeners.map(({type}) => type)}, {left: 0, listeners: []});
    assert.deepEqual(errors, []);
    // The browser closes the sockets of aborted requests.
    const open = session.requests.filter(({socket}) => !socket.destroyed);
    assert.deepEqual(open, []);
  });
});

/** Adds elements, types, submits, moves some, and removes all during their requests. Runs in the page. */
async function addAndRemove(count: number): Promise<void> {
  type Widget = Element & {updateComplete: Promise<unknown>; verify: () => Promise<unknown>};
  const {references = []} = window as unknown as Partial<Page>;
  Object.assign(window, {references});
  const main = document.querySelector('main');
  const widgets = Array.from(
    {length: count},
    () => document.createElement('motp-verify') as Widget,
  );
  for (const widget of widgets) {
    references.push(new WeakRef(widget));
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
