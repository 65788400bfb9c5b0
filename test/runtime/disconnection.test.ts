/** The element when it is removed, reinserted or moved to another document (F37, F38). */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

describe('a removed element (F37)', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('looks its request up when it is reinserted, and resends nothing', async () => {
    const page = trainee.widget.parentElement;
    const release = system.holdResponses();
    await trainee.enters(await system.wrongCode());
    await trainee.until(() => system.posts.length === 1, 'the request is sent');
    trainee.widget.remove();
    release();
    page?.append(trainee.widget);
    await trainee.sees('남은 횟수 4회');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('resolves verify() without waiting for the response', async () => {
    system.holdResponses();
    await trainee.clicksField();
    await trainee.types(await system.code());
    const outcome = trainee.widget.verify();
    await trainee.until(() => system.posts.length === 1, 'the request is sent');
    trainee.widget.remove();
    expect((await outcome).status).to.equal('sending');
  });

  it('leaves no error when a listener of motp-verified removes it', async () => {
    const errors: unknown[] = [];
    const onRejection = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      errors.push(event.reason);
    };
    window.addEventListener('unhandledrejection', onRejection);
    trainee.widget.addEventListener('motp-verified', () => trainee.widget.remove());
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    window.removeEventListener('unhandledrejection', onRejection);
    expect(errors).to.deep.equal([]);
  });

  it('stops listening and sending requests', async () => {
    const path = '/api/motp/status-of-removed';
    trainee.widget.setAttribute('status-url', path);
    trainee.widget.remove();
    trainee.widget.failures = 5;
    await trainee.reaches('locked');
    const requests = system.requests.length;
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    // A request of this widget would be seen before the request of another one.
    await (
      await WidgetFixture.open()
    ).until(() => system.requests.length > requests, 'the other one asks');
    const after = system.requests.slice(requests).map((request) => request.path);
    expect(after).not.to.include(path);
  });
});

describe('an element moved to another document (F38)', () => {
  it('keeps its styles, follows its new page and verifies', async () => {
    const trainee = await WidgetFixture.open();
    const {widget} = trainee;
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inner = frame.contentDocument;
    if (!inner) throw new Error('The frame has no document.');
    const border = () =>
      getComputedStyle(widget.shadowRoot?.querySelector('.card') as Element).borderTopStyle;
    const before = border();
    inner.body.append(inner.adoptNode(widget));
    await widget.updateComplete;
    expect(border()).to.equal(before);
    inner.documentElement.lang = 'en';
    await trainee.sees('HRD Korea mOTP verification');
    trainee.autofills(await system.code());
    await widget.verify();
    expect(widget.verification.status).to.equal('verified');
    frame.remove();
  });
});
