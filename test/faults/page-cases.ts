/** Pages that move and change the widget in mid-request, and a clock that jumps. */
import assert from 'node:assert/strict';
import {changed, silentAfter, well, type Fault} from './fault-server.ts';
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
const aligned: Fault = changed((text) =>
  text.replace(
    '{',
    `{"serverTime": ${Date.UTC(2026, 5, 1)}, "period": 60, "stepEndsInMs": 40000, `,
  ),
);

/** See the file's head. */
export const PAGE_CASES: readonly FaultCase[] = [
  {
    fault: 'F33',
    title: 'a clock that jumps a day forth and two back shows no absurd seconds and keeps nothing from being sent',
    attributes: 'status-url="api/status"',
    script: NOTE_TIMERS,
    before: (visit) => void (visit.gets = [aligned]),
    run: async (trainee) => {
      for (const days of [1, -2]) {
        await trainee.until('the step is shown', () => trainee.has('[part=step]'));
        await trainee.passesOnTheWall(days * 86_400_000);
        const {visit, page} = trainee;
        const asked = visit.statusCount;
        visit.gets = [aligned];
        await page.setOfflineMode(true);
        await page.setOfflineMode(false);
        await trainee.until('the status is asked for', () => visit.statusCount > asked);
        await trainee.until('the step is shown', () => trainee.has('[part=step]'));
        const shown = await trainee.asks(
          ({shadowRoot}) => shadowRoot?.querySelector('[part=step]')?.textContent ?? '',
        );
        const seconds = Number.parseInt(shown.trim(), 10);
        assert(seconds > 20 && seconds <= 40, shown);
      }
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      const delays = await trainee.asks(
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
      const {visit, page} = trainee;
      visit.posts = [silentAfter];
      await trainee.enters(WRONG);
      await trainee.until('it is counted', () => visit.endpoint.failures === 1);
      await trainee.asks((widget) => {
        Object.assign(top ?? window, {parked: {widget, parent: widget.parentNode}});
        widget.remove();
      });
      const post = visit.seen.find(({method}) => method === 'POST');
      await until(() => post?.socket.destroyed ?? false);
      await page.evaluate(() => {
        const {parked} = window as unknown as {parked: {widget: Element; parent: Element}};
        parked.parent.append(parked.widget);
      });
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([visit.postCount, visit.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F38',
    title: 'moved to another document, it hears that page alone, and sends from there',
    attributes: 'status-url="api/status"',
    run: async (trainee) => {
      const {visit, page} = trainee;
      await trainee.until('the status is asked for', () => visit.statusCount === 1);
      await trainee.asks((widget) => {
        const outer = widget.ownerDocument;
        // First in the page, so that the film finds the widget in it.
        const frame = outer.createElement('iframe');
        frame.width = frame.height = '800';
        outer.body.prepend(frame);
        const inner = frame.contentDocument;
        inner?.body.append(inner.adoptNode(widget));
      });
      await trainee.until('the status is asked for there', () => visit.statusCount === 2);
      await page.setOfflineMode(true);
      await page.setOfflineMode(false);
      await trainee.until('it is asked for again', () => visit.statusCount === 3);
      await trainee.asks((widget) => widget.refresh());
      // Ours is the fourth: neither page has put a question twice.
      assert.equal(visit.statusCount, 4);
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([visit.postCount, visit.endpoint.failures], [1, 1]);
    },
  },
  ...['ticket', 'unit'].map((attribute): FaultCase => {
    return {
      fault: 'F39',
      title: `${attribute} changed in mid-request, the outcome is not shown for the new one`,
      attributes: 'ticket="1" occasion="lesson" unit="1"',
      run: async (trainee) => {
        const {visit} = trainee;
        let release: (() => void) | undefined;
        visit.posts = [(exchange) => (release = () => well(exchange))];
        await trainee.enters(RIGHT);
        await trainee.until('the request is out', () => release !== undefined);
        await trainee.asks(put, attribute, '2');
        await trainee.reaches('ready');
        release?.();
        await trainee.asks((widget) => widget.refresh());
        assert.equal((await trainee.attempt()).is, 'ready');
        assert.deepEqual(visit.bodies, [
          `{"v":1,"code":"${RIGHT}","occasion":"lesson","unit":1,"ticket":"1"}`,
        ]);
        // Back at the first one, its outcome is asked for, not sent again.
        await trainee.asks(put, attribute, '1');
        await trainee.reaches('verified');
        assert.equal(visit.postCount, 1);
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
