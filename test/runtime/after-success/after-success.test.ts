/** The actions after success that a page declares by attributes. */
import {expect, html} from '@open-wc/testing';
import {recordConsoleErrors} from '../../harness/console.ts';
import {system} from '../../harness/system.ts';
import {verifyInFrame} from '../../harness/verify-in-frame.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

/** The global function that the page defines. */
type Page = Window & {course?: {calls: unknown[]; done?: (receipt: unknown) => void}};

function receiptOf({widget: {verification}}: WidgetFixture) {
  if (verification.status !== 'verified') throw new Error(verification.status);
  return verification.receipt;
}

describe('after success', () => {
  const page = window as Page;
  const lines = recordConsoleErrors();

  beforeEach(() => {
    page.course = {
      calls: [],
      done(receipt) {
        this.calls.push(receipt);
      },
    };
  });

  afterEach(() => {
    delete page.course;
  });

  /** Opens a page with the widget in a form, and verifies. */
  async function verifyWith(attributes: Readonly<Record<string, string>>): Promise<WidgetFixture> {
    const trainee = await WidgetFixture.open(html`
      <form method="post" action="/next.do" target="next">
        <input type="hidden" name="motpId" />
        <input type="hidden" id="when" />
        <motp-verify endpoint="/api/motp"></motp-verify>
      </form>
    `);
    const {widget} = trainee;
    widget.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      page.course?.calls.push('submitted');
    });
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    return trainee;
  }

  it('on-verified calls a global function with the receipt, as a method of its object', async () => {
    const trainee = await verifyWith({'on-verified': 'course.done'});
    await trainee.until(() => page.course?.calls.length === 1, 'the page is called');
    expect(page.course?.calls).to.deep.equal([receiptOf(trainee)]);
  });

  it('fill-inputs fills inputs by name and id and dispatches change', async () => {
    let changes = 0;
    document.addEventListener('change', () => changes++, {once: true});
    const trainee = await verifyWith({'fill-inputs': 'motpId, #when: verifiedAt'});
    const form = trainee.widget.form;
    const value = (selector: string) => form?.querySelector<HTMLInputElement>(selector)?.value;
    await trainee.until(() => value('#when') !== '', 'the inputs are filled');
    expect(value('[name=motpId]')).to.equal(receiptOf(trainee).verificationId);
    expect(value('#when')).to.equal(String(receiptOf(trainee).verifiedAt));
    expect(changes).to.equal(1);
  });

  it('submit-form submits the form after on-verified has been called', async () => {
    const trainee = await verifyWith({'submit-form': '', 'on-verified': 'course.done'});
    await trainee.until(() => page.course?.calls.length === 2, 'the form is submitted');
    expect(page.course?.calls[1]).to.equal('submitted');
  });

  it('notify-window posts the receipt to the parent at its exact origin', async () => {
    const {trainee, messages} = await verifyInFrame(await system.code());
    expect(messages[0]?.data).to.deep.equal({type: 'motp-verified', receipt: receiptOf(trainee)});
  });

  it('a failing action logs one line and does not stop the others', async () => {
    if (page.course) {
      page.course.done = () => {
        throw new Error('of the page');
      };
    }
    const trainee = await verifyWith({
      'on-verified': 'course.done',
      'fill-inputs': 'missing, motpId',
      'submit-form': '',
      'notify-window': 'opener *',
      'close-window': '',
    });
    await trainee.until(() => lines.length === 4, 'four lines');
    expect(lines.map((line) => line.split(' ').slice(0, 4).join(' '))).to.deep.equal([
      '<motp-verify> on-verified failed: Error:',
      '<motp-verify> fill-inputs names "missing",',
      '<motp-verify> notify-window names "*",',
      '<motp-verify> close-window can close',
    ]);
    expect(page.course?.calls).to.deep.equal(['submitted']);
    const filled = trainee.widget.form?.querySelector<HTMLInputElement>('[name=motpId]')?.value;
    expect(filled).to.equal(receiptOf(trainee).verificationId);
  });

  it('on-verified logs a path that is not a function', async () => {
    const trainee = await verifyWith({'on-verified': 'course.nothing.at.all'});
    await trainee.until(() => lines.length === 1, 'one line');
    expect(lines[0]).to.include('there is no such global function');
  });

  it('no action runs for a wrong code', async () => {
    const trainee = await WidgetFixture.open();
    trainee.widget.onVerified = 'course.done';
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    expect(page.course?.calls).to.deep.equal([]);
  });
});
