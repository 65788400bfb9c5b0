/** Pages that move and change the widget in mid-request, and a clock that jumps. */
import assert from 'node:assert/strict';
import {rewriteBody, hangAfter, passThrough, type Fault} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';

/** Another page takes the time of every timer that is set. */
const NOTE_TIMERS = `window.delays = [];
  (function (setTimeout) {
    window.setTimeout = function (what, ms) {
      window.delays.push(ms || 0);
      return setTimeout.apply(window, arguments);
    };
  })(window.setTimeout);`;

/** An answer to a question about the status, of an endpoint whose steps are aligned. */
const aligned: Fault = rewriteBody((text) =>
  text.replace(
    '{',
    `{"serverTime": ${Date.UTC(2026, 5, 1)}, "period": 60, "stepEndsInMs": 40000, `,
  ),
);

/** See the file's head. */
export const PAGE_CASES: readonly FaultCase[] = [
  {
    fault: 'F33',
    title:
      'a clock that jumps a day forth and two back shows no absurd seconds and keeps nothing from being sent',
    attributes: 'status-url="api/status"',
    script: NOTE_TIMERS,
    prepare: (session) => void (session.gets = [aligned]),
    run: async (trainee) => {
      for (const days of [1, -2]) {
        await trainee.until(() => trainee.has('[part=countdown]'), 'the step is shown');
        await trainee.advancesDate(days * 86_400_000);
        const {session, page} = trainee;
        const asked = session.statusCount;
        session.gets = [aligned];
        await page.setOfflineMode(true);
        await page.setOfflineMode(false);
        await trainee.until(() => session.statusCount > asked, 'the status is asked for');
        await trainee.until(() => trainee.has('[part=countdown]'), 'the step is shown');
        const shown = await trainee.evaluate(
          ({shadowRoot}) => shadowRoot?.querySelector('[part=countdown]')?.textContent ?? '',
        );
        const seconds = Number.parseInt(shown.trim(), 10);
        assert(seconds > 20 && seconds <= 40, shown);
      }
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      const delays = await trainee.evaluate(
        ({ownerDocument: {defaultView}}) =>
          (defaultView as unknown as {readonly delays: number[]}).delays,
      );
      assert.deepEqual(
        delays.filter((ms) => !(ms >= 0 && ms <= 60_000)),
        [],
      );
    },
  },
  {
    fault: 'F37',
    title: 'removed in mid-request, the request ends; back again, the endpoint is asked by key',
    run: async (trainee) => {
      const {session, page} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(WRONG);
      await trainee.until(() => session.endpoint.failures === 1, 'it is counted');
      await trainee.evaluate((widget) => {
        Object.assign(top ?? window, {parked: {widget, parent: widget.parentNode}});
        widget.remove();
      });
      const post = session.requests.find(({method}) => method === 'POST');
      await until(() => post?.socket.destroyed ?? false);
      await page.evaluate(() => {
        const {parked} = window as unknown as {parked: {widget: Element; parent: Element}};
        parked.parent.append(parked.widget);
      });
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F38',
    title: 'moved to another document, it hears that page alone, and sends from there',
    attributes: 'status-url="api/status"',
    run: async (trainee) => {
      const {session, page} = trainee;
      await trainee.until(() => session.statusCount === 1, 'the status is asked for');
      await trainee.evaluate((widget) => {
        const outer = widget.ownerDocument;
        // First in the page, so that the film finds the widget in it.
        const frame = outer.createElement('iframe');
        frame.width = frame.height = '800';
        outer.body.prepend(frame);
        const inner = frame.contentDocument;
        inner?.body.append(inner.adoptNode(widget));
      });
      await trainee.until(() => session.statusCount === 2, 'the status is asked for there');
      await page.setOfflineMode(true);
      await page.setOfflineMode(false);
      await trainee.until(() => session.statusCount === 3, 'it is asked for again');
      await trainee.evaluate((widget) => widget.refresh());
      // Ours is the fourth: neither page has put a question twice.
      assert.equal(session.statusCount, 4);
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  ...['ticket', 'unit'].map((attribute): FaultCase => {
    return {
      fault: 'F39',
      title: `${attribute} changed in mid-request, the outcome is not shown for the new one`,
      attributes: 'ticket="1" occasion="lesson" unit="1"',
      run: async (trainee) => {
        const {session} = trainee;
        let release: (() => void) | undefined;
        session.posts = [(exchange) => (release = () => passThrough(exchange))];
        await trainee.enters(RIGHT);
        await trainee.until(() => release !== undefined, 'the request is out');
        await trainee.evaluate(put, attribute, '2');
        await trainee.reaches('ready');
        release?.();
        await trainee.evaluate((widget) => widget.refresh());
        assert.equal((await trainee.state()).status, 'ready');
        assert.deepEqual(session.bodies, [
          `{"v":1,"code":"${RIGHT}","occasion":"lesson","unit":1,"ticket":"1"}`,
        ]);
        // Back at the first one, its outcome is asked for, not sent again.
        await trainee.evaluate(put, attribute, '1');
        await trainee.reaches('verified');
        assert.equal(session.postCount, 1);
      },
    };
  }),
];

/** In the page: sets an attribute of the widget. */
function put(widget: Element, name: string, value: string): void {
  widget.setAttribute(name, value);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 25));
}
