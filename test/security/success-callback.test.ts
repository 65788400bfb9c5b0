/** `on-verified` calls a function of the page, and none of the browser's own. */
import {expect, html} from '@open-wc/testing';
import {recordConsoleErrors} from '../harness/console.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Paths that reach a function of the browser. Each would do something when it is called. */
const BUILT_IN: readonly string[] = [
  'document.forms.0.submit',
  'document.forms.0.reset',
  'localStorage.clear',
  'location.assign',
  'location.reload',
  'history.back',
  'stop',
  'print',
  'alert',
  'eval',
  'Function',
  'constructor.constructor',
  'course.done.constructor',
  'course.done.call',
  'document.write',
  'document.body.remove',
  'customElements.define',
];

/** Opens a page whose widget calls the function at a path, and verifies. */
async function verifyWith(path: string): Promise<WidgetFixture> {
  const trainee = await WidgetFixture.open(
    html`<form><motp-verify endpoint="/api/motp" completion="inline"></motp-verify></form>`,
  );
  trainee.widget.onVerified = path;
  trainee.autofills('123456');
  await trainee.widget.verify();
  await trainee.reaches('verified');
  return trainee;
}

describe('on-verified', () => {
  const page = window as Window & {course?: Record<string, (...args: unknown[]) => void>};
  const lines = recordConsoleErrors();
  const calls: unknown[] = [];

  beforeEach(() => {
    calls.length = 0;
    const done = (receipt: unknown): void => void calls.push(receipt);
    page.course = {done, bound: done.bind(undefined)};
    system.override = () => Response.json({code: 'verified', verificationId: 'A-1'});
  });

  afterEach(() => {
    delete page.course;
  });

  it("does not call the browser's own functions", async () => {
    localStorage.setItem('kept', 'yes');
    const form = document.createElement('form');
    document.body.prepend(form);
    for (const path of BUILT_IN) {
      const trainee = await verifyWith(path);
      await trainee.until(() => lines.length > 0, `${path} is logged`);
      expect(lines.splice(0)).to.deep.equal([
        `<motp-verify> on-verified is "${path}", which is the browser's own function. Name a function of the page.`,
      ]);
      trainee.widget.closest('form')?.remove();
      sessionStorage.clear();
    }
    form.remove();
    expect(localStorage.getItem('kept')).to.equal('yes');
    localStorage.removeItem('kept');
  });

  it('calls a function of the page, also a bound one', async () => {
    for (const path of ['course.done', 'course.bound']) {
      const trainee = await verifyWith(path);
      await trainee.until(() => calls.length > 0, `${path} is called`);
      expect(calls.splice(0)).to.have.length(1);
      trainee.widget.closest('form')?.remove();
      sessionStorage.clear();
    }
    expect(lines).to.deep.equal([]);
  });
});
