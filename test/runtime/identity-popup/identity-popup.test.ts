/** The popup of the identity service and its reports (F34, F35, F36). */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

const open = window.open.bind(window);

function nonceOf(popup: Window): string {
  return new URLSearchParams(popup.location.search).get('motp-nonce') ?? '';
}

/** Posts a message to the opener from inside the popup. */
function reportFrom(popup: Window, data: object): void {
  const post = Reflect.construct((popup as Window & typeof globalThis).Function, [
    'data',
    'opener.postMessage(data, "*")',
  ]) as (data: object) => void;
  post(data);
}

/** Returns the number of status requests so far. */
function statusRequests(): number {
  return system.requests.filter(({path}) => path.endsWith('/status')).length;
}

describe('the identity popup', () => {
  let trainee: WidgetFixture;
  let popups: Window[];

  beforeEach(async () => {
    popups = [];
    window.open = (...how) => {
      const popup = open(...how);
      if (popup) popups.push(popup);
      return popup;
    };
    system.reset({failures: 5, lockedAt: 1});
    trainee = await WidgetFixture.open();
    await trainee.reaches('locked');
  });

  afterEach(() => {
    window.open = open;
    for (const popup of popups) popup.close();
  });

  /** Clicks 휴대폰 본인인증 and waits until the popup has loaded. */
  async function openPopup(): Promise<Window> {
    await trainee.clicks('link', /^휴대폰 본인인증/);
    await trainee.until(
      () => popups.at(-1)?.location.pathname === '/phone-identity',
      'the popup has loaded',
    );
    const popup = popups.at(-1);
    if (!popup) throw new Error('No popup was opened.');
    return popup;
  }

  it('opens in the click, with a new nonce each time', async () => {
    const first = await openPopup();
    await trainee.sees('새 창에서 본인인증을 진행해 주세요.');
    expect(nonceOf(first)).to.match(/^[0-9a-f]{32}$/);
    first.close();
    await trainee.sees('본인인증 창이 닫혔습니다.');
    expect(nonceOf(await openPopup())).to.not.equal(nonceOf(first));
    await trainee.expectsAccessible();
  });

  it('is focused, not opened twice, while it is open', async () => {
    await openPopup();
    await trainee.clicks('link', /^휴대폰 본인인증/);
    expect(popups).to.have.length(1);
  });

  it('reports back, and the lock ends when the endpoint confirms it', async () => {
    const popup = await openPopup();
    await system.identityVerified();
    reportFrom(popup, {type: 'motp-identity', 'motp-nonce': nonceOf(popup)});
    await trainee.sees('인증 제한이 해제되었습니다.');
    await trainee.reaches('ready');
  });

  it('reports back by BroadcastChannel when COOP severs it (F35)', async () => {
    const popup = await openPopup();
    await system.identityVerified();
    const channel = new BroadcastChannel('motp-verify');
    channel.postMessage({type: 'motp-identity', 'motp-nonce': nonceOf(popup)});
    await trainee.sees('인증 제한이 해제되었습니다.');
    channel.close();
  });

  it('does not end the lock when the endpoint does not confirm its report (F36)', async () => {
    const popup = await openPopup();
    reportFrom(popup, {type: 'motp-identity', 'motp-nonce': nonceOf(popup), result: 'verified'});
    await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
    expect(trainee.widget.verification.status).to.equal('locked');
  });

  it('causes one status request when it closes without a report (F35)', async () => {
    const before = statusRequests();
    (await openPopup()).close();
    await trainee.sees('본인인증 창이 닫혔습니다.');
    await trainee.until(() => statusRequests() > before, 'the status is requested');
    expect(trainee.widget.verification.status).to.equal('locked');
  });

  it('leaves a message and a plain link when it is blocked (F34)', async () => {
    window.open = () => null;
    const clicks: boolean[] = [];
    // A click in the card goes no further than the root.
    trainee.widget.shadowRoot?.addEventListener('click', (event) => {
      clicks.push(event.defaultPrevented);
      event.preventDefault();
    });
    await trainee.clicks('link', /^휴대폰 본인인증/);
    await trainee.sees('본인인증 창이 차단되었습니다.');
    await trainee.clicks('link', /^휴대폰 본인인증/);
    expect(clicks).to.deep.equal([true, false]);
    await trainee.expectsAccessible();
  });

  it('is not opened by a click that a script dispatches', async () => {
    const event = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true});
    const link = trainee.getByRole('link', /^휴대폰 본인인증/);
    link.addEventListener('click', (click) => click.preventDefault());
    link.dispatchEvent(event);
    expect(popups).to.deep.equal([]);
  });

  it('ignores ten thousand forged messages (F36)', async () => {
    const popup = await openPopup();
    const nonce = nonceOf(popup);
    const before = statusRequests();
    const forged = (i: number): object => ({
      type: i % 3 === 0 ? 'motp-identity' : 'motp-verified',
      'motp-nonce': i % 2 === 0 ? nonce.replace(/./g, '0') : undefined,
      code: 'verified',
      verificationId: 'A-1',
    });
    let received = 0;
    const listening = new AbortController();
    window.addEventListener('message', () => received++, listening);
    for (let i = 0; i < 10_000; i++) {
      // From this page with the right nonce; from the popup with a wrong one.
      if (i % 2 === 0) {
        window.postMessage({...forged(i), type: 'motp-identity', 'motp-nonce': nonce}, '*');
      } else {
        reportFrom(popup, forged(i));
      }
    }
    await trainee.until(() => received >= 10_000, 'all messages have arrived');
    listening.abort();
    // This request comes after any request that the messages have caused.
    await trainee.widget.refresh();
    expect(statusRequests() - before).to.equal(1);
    expect(trainee.widget.verification.status).to.equal('locked');
    expect(trainee.text).to.include('새 창에서 본인인증을 진행해 주세요.');
  });

  it('causes one status request for a flood of valid reports (F36)', async () => {
    const popup = await openPopup();
    const before = statusRequests();
    const report = {type: 'motp-identity', 'motp-nonce': nonceOf(popup)};
    for (let i = 0; i < 1000; i++) reportFrom(popup, report);
    await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
    expect(statusRequests() - before).to.equal(1);
  });

  it('is ignored when its origin is not the configured one (F36)', async () => {
    trainee.widget.identityOrigin = 'https://identity.example';
    await trainee.widget.updateComplete;
    const popup = await openPopup();
    const before = statusRequests();
    let hasArrived = false;
    window.addEventListener('message', () => (hasArrived = true), {once: true});
    reportFrom(popup, {type: 'motp-identity', 'motp-nonce': nonceOf(popup)});
    await trainee.until(() => hasArrived, 'the message has arrived');
    await trainee.widget.refresh();
    expect(statusRequests() - before).to.equal(1);
  });

  it('is no longer observed once the element is removed', async () => {
    const popup = await openPopup();
    const before = statusRequests();
    const report = {type: 'motp-identity', 'motp-nonce': nonceOf(popup)};
    trainee.widget.remove();
    let hasArrived = false;
    window.addEventListener('message', () => (hasArrived = true), {once: true});
    reportFrom(popup, report);
    await trainee.until(() => hasArrived, 'the message has arrived');
    // This request comes after any request of the removed widget.
    const other = await WidgetFixture.open(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    await other.widget.refresh();
    expect(statusRequests() - before).to.equal(1);
  });

  it('is not needed when the page calls refresh()', async () => {
    await system.identityVerified();
    expect((await trainee.widget.refresh()).status).to.equal('ready');
  });

  it('leaves each pending refresh() with its own response', async () => {
    const release = system.holdResponses();
    const first = trainee.widget.refresh();
    await system.identityVerified();
    const second = trainee.widget.refresh();
    release();
    expect((await second).status).to.equal('ready');
    await first;
  });
});
