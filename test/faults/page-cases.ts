/** Pages that move and change the widget during a request, and clock changes. */
import assert from 'node:assert/strict';
import {rewriteBody, hangAfter, passThrough, type Fault} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';

/** Records the delay of every timer in the page. */
const RECORD_TIMERS = `window.delays = [];
  (function (setTimeout) {
    window.setTimeout = function (what, ms) {
      window.delays.push(ms || 0);
      return setTimeout.apply(window, arguments);
    };
  })(window.setTimeout);`;

/** Adds the fields of the time step to a status response. */
const aligned: Fault = rewriteBody((text) =>
  text.replace(
    '{',
    `{"serverTime": ${Date.UTC(2026, 5, 1)}, "period": 60, "stepEndsInMs": 40000, `,
  ),
);

/** All cases. */
export const PAGE_CASES: readonly FaultCase[] = [
  {
    fault: 'F33',
    title:
      'a clock set one day ahead and two days back causes no absurd countdown and blocks no submission',
    attributes: 'status-url="api/status"',
    script: RECORD_TIMERS,
    prepare: (session) => void (session.gets = [aligned]),
    run: async (trainee) => {
      for (const days of [1, -2]) {
        await trainee.until(() => trainee.has('[part=countdown]'), 'the countdown is shown');
        await trainee.advancesDate(days * 86_400_000);
        const {session, page} = trainee;
        const count = session.statusCount;
        session.gets = [aligned];
        await page.setOfflineMode(true);
        await page.setOfflineMode(false);
        await trainee.until(() => session.statusCount > count, 'the status is requested');
        await trainee.until(() => trainee.has('[part=countdown]'), 'the countdown is shown');
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
    title: 'removal aborts the request; insertion looks the attempt up by its key',
    run: async (trainee) => {
      const {session, page} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(WRONG);
      await trainee.until(() => session.endpoint.failures === 1, 'the attempt is counted');
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
    title: 'in another document, the widget listens to and submits from the new page only',
    attributes: 'status-url="api/status"',
    run: async (trainee) => {
      const {session, page} = trainee;
      await trainee.until(() => session.statusCount === 1, 'the status is requested');
      await trainee.evaluate((widget) => {
        const outer = widget.ownerDocument;
        // The test finds the widget in the first frame.
        const frame = outer.createElement('iframe');
        frame.width = frame.height = '800';
        outer.body.prepend(frame);
        const inner = frame.contentDocument;
        inner?.body.append(inner.adoptNode(widget));
      });
      await trainee.until(() => session.statusCount === 2, 'the new page requests the status');
      await page.setOfflineMode(true);
      await page.setOfflineMode(false);
      await trainee.until(() => session.statusCount === 3, 'the status is requested again');
      await trainee.evaluate((widget) => widget.refresh());
      // The fourth request is this test's: neither page has requested twice.
      assert.equal(session.statusCount, 4);
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F39',
    title: 'a new ticket during a request: the attempt is looked up with it, and not resent',
    attributes: 'ticket="1" occasion="lesson" unit="1" trainee-name="1"',
    run: async (trainee) => {
      const {session} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(RIGHT);
      await trainee.until(() => session.bodies.length === 1, 'the request is sent');
      await trainee.evaluate(setAttribute, 'ticket', '2');
      await trainee.reaches('verified');
      assert.equal(session.postCount, 1);
      const lookup = session.requests.find(({url}) => url?.includes('/attempts/'));
      assert.equal(lookup?.headers['motp-ticket'], '2');
    },
  },
  ...['trainee-name', 'unit'].map((attribute): FaultCase => {
    return {
      fault: 'F39',
      title: `a change of ${attribute} during a request: its outcome is not shown for the new value`,
      attributes: 'ticket="1" occasion="lesson" unit="1" trainee-name="1"',
      run: async (trainee) => {
        const {session} = trainee;
        let release: (() => void) | undefined;
        session.posts = [(context) => (release = () => passThrough(context))];
        await trainee.enters(RIGHT);
        await trainee.until(() => release !== undefined, 'the request is sent');
        await trainee.evaluate(setAttribute, attribute, '2');
        await trainee.reaches('ready');
        release?.();
        await trainee.evaluate((widget) => widget.refresh());
        assert.equal((await trainee.state()).status, 'ready');
        assert.deepEqual(session.bodies, [
          `{"v":1,"code":"${RIGHT}","occasion":"lesson","unit":1,"ticket":"1"}`,
        ]);
        // With the first value again, the widget looks the attempt up and does not resend it.
        await trainee.evaluate(setAttribute, attribute, '1');
        await trainee.reaches('verified');
        assert.equal(session.postCount, 1);
      },
    };
  }),
];

/** Sets an attribute of the widget. Runs in the page. */
function setAttribute(widget: Element, name: string, value: string): void {
  widget.setAttribute(name, value);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 25));
}
