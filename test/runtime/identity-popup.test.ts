/** The way out to phone and i-PIN, and back: F34, F35, F36. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const open = window.open.bind(window);

function nonceOf(popup: Window): string {
  return new URLSearchParams(popup.location.search).get('motp-nonce') ?? '';
}

/** The window's own page reports to the page that opened it. */
function reports(popup: Window, data: object): void {
  const post = Reflect.construct((popup as Window & typeof globalThis).Function, [
    'data',
    'opener.postMessage(data, "*")',
  ]) as (data: object) => void;
  post(data);
}

/** How often the endpoint was asked how things stand. */
function asked(): number {
  return system.seen.filter(({path}) => path.endsWith('/status')).length;
}

describe('the identity service’s window', () => {
  let trainee: WidgetFixture;
  let popups: Window[];

  beforeEach(async () => {
    popups = [];
    window.open = (...how) => {
      const popup = open(...how);
      if (popup) popups.push(popup);
      return popup;
    };
    system.renew({failures: 5, lockedAt: 1});
    trainee = await WidgetFixture.open();
    await trainee.reaches('locked');
  });

  afterEach(() => {
    window.open = open;
    for (const popup of popups) popup.close();
  });

  /** Clicks 휴대폰 본인인증 and waits for its page. */
  async function opened(): Promise<Window> {
    await trainee.clicks('link', /^휴대폰 본인인증/);
    await trainee.until(
      () => popups.at(-1)?.location.pathname === '/phone-identity',
      'the window has its page',
    );
    const popup = popups.at(-1);
    if (!popup) throw new Error('No window was opened.');
    return popup;
  }

  it('opens in the click, says so, and gets a nonce of its own each time', async () => {
    const first = await opened();
    await trainee.sees('새 창에서 본인인증을 진행해 주세요.');
    expect(nonceOf(first)).to.match(/^[0-9a-f]{32}$/);
    first.close();
    await trainee.sees('본인인증 창이 닫혔습니다.');
    expect(nonceOf(await opened())).to.not.equal(nonceOf(first));
    await trainee.expectsAccessible();
  });

  it('is come back to while it is open, not opened twice', async () => {
    await opened();
    await trainee.clicks('link', /^휴대폰 본인인증/);
    expect(popups).to.have.length(1);
  });

  it('reports back, and the lock ends since the endpoint says so', async () => {
    const popup = await opened();
    await system.identityVerified();
    reports(popup, {type: 'motp-identity', 'motp-nonce': nonceOf(popup)});
    await trainee.sees('인증 제한이 해제되었습니다.');
    await trainee.reaches('ready');
  });

  it('reports back by channel where it is cut off from this page (COOP)', async () => {
    const popup = await opened();
    await system.identityVerified();
    const channel = new BroadcastChannel('motp-verify');
    channel.postMessage({type: 'motp-identity', 'motp-nonce': nonceOf(popup)});
    await trainee.sees('인증 제한이 해제되었습니다.');
    channel.close();
  });

  it('is no proof: where the endpoint knows nothing of it, the lock stands', async () => {
    const popup = await opened();
    reports(popup, {type: 'motp-identity', 'motp-nonce': nonceOf(popup), result: 'verified'});
    await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
    expect(trainee.widget.attempt.is).to.equal('locked');
  });

  it('closed without a word, the endpoint is asked once (F35)', async () => {
    const before = asked();
    (await opened()).close();
    await trainee.sees('본인인증 창이 닫혔습니다.');
    await trainee.until(() => asked() > before, 'the endpoint is asked');
    expect(trainee.widget.attempt.is).to.equal('locked');
  });

  it('blocked, it says so, and the next click is the link’s own (F34)', async () => {
    window.open = () => null;
    const clicks: boolean[] = [];
    trainee.widget.addEventListener('click', (event) => {
      clicks.push(event.defaultPrevented);
      event.preventDefault();
    });
    await trainee.clicks('link', /^휴대폰 본인인증/);
    await trainee.sees('본인인증 창이 차단되었습니다.');
    await trainee.clicks('link', /^휴대폰 본인인증/);
    expect(clicks).to.deep.equal([true, false]);
    await trainee.expectsAccessible();
  });

  it('is not opened for a page’s script that presses the link', async () => {
    const event = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true});
    trainee.widget.addEventListener('click', (click) => click.preventDefault());
    trainee.getByRole('link', /^휴대폰 본인인증/).dispatchEvent(event);
    expect(popups).to.deep.equal([]);
  });

  it('ten thousand forged messages change nothing and ask nothing (F36)', async () => {
    const popup = await opened();
    const nonce = nonceOf(popup);
    const before = asked();
    const forged = (i: number): object => ({
      type: i % 3 === 0 ? 'motp-identity' : 'motp-verified',
      'motp-nonce': i % 2 === 0 ? nonce.replace(/./g, '0') : undefined,
      code: 'verified',
      verificationId: 'A-1',
    });
    let heard = 0;
    const listening = new AbortController();
    window.addEventListener('message', () => heard++, listening);
    for (let i = 0; i < 10_000; i++) {
      // From this page with the right nonce; from the window with a wrong one.
      if (i % 2 === 0) {
        window.postMessage({...forged(i), type: 'motp-identity', 'motp-nonce': nonce}, '*');
      } else {
        reports(popup, forged(i));
      }
    }
    await trainee.until(() => heard >= 10_000, 'all are heard');
    listening.abort();
    // Our own question comes after any that they have led to.
    await trainee.widget.refresh();
    expect(asked() - before).to.equal(1);
    expect(trainee.widget.attempt.is).to.equal('locked');
    expect(trainee.text).to.include('새 창에서 본인인증을 진행해 주세요.');
  });

  it('a flood of true reports asks the endpoint once', async () => {
    const popup = await opened();
    const before = asked();
    const report = {type: 'motp-identity', 'motp-nonce': nonceOf(popup)};
    for (let i = 0; i < 1000; i++) reports(popup, report);
    await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
    expect(asked() - before).to.equal(1);
  });

  it('of another origin than the one that is configured is not heard', async () => {
    trainee.widget.identityOrigin = 'https://identity.example';
    await trainee.widget.updateComplete;
    const popup = await opened();
    const before = asked();
    let isHeard = false;
    window.addEventListener('message', () => (isHeard = true), {once: true});
    reports(popup, {type: 'motp-identity', 'motp-nonce': nonceOf(popup)});
    await trainee.until(() => isHeard, 'the page hears it');
    await trainee.widget.refresh();
    expect(asked() - before).to.equal(1);
  });

  it('is not watched any more once the element has left the page', async () => {
    const popup = await opened();
    const before = asked();
    const report = {type: 'motp-identity', 'motp-nonce': nonceOf(popup)};
    trainee.widget.remove();
    let isHeard = false;
    window.addEventListener('message', () => (isHeard = true), {once: true});
    reports(popup, report);
    await trainee.until(() => isHeard, 'the page hears it');
    // Another widget's question comes after any that this one would have put.
    const other = await WidgetFixture.open(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    await other.widget.refresh();
    expect(asked() - before).to.equal(1);
  });

  it('a page that hears by itself that the trainee is back can have the endpoint asked', async () => {
    await system.identityVerified();
    expect((await trainee.widget.refresh()).is).to.equal('ready');
  });

  it('and hears how things stand then, though another question is still out', async () => {
    const release = system.holds();
    const first = trainee.widget.refresh();
    await system.identityVerified();
    const second = trainee.widget.refresh();
    release();
    expect((await second).is).to.equal('ready');
    await first;
  });
});
