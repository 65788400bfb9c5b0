/** The page after the back/forward cache, a hidden tab or a lost network (F01, F26, F31, F32). */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {setVisibility} from './hidden-page.ts';

/** Dispatches what a browser dispatches when it restores a page from the back/forward cache. */
function restoreFromCache(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
}

describe('a page restored from the back/forward cache (F31)', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('clears the typed code and asks for the account status', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    system.reset({failures: 3});
    restoreFromCache();
    expect(trainee.field.value).to.equal('');
    await trainee.sees('실패 3회 / 5회');
  });

  it('shows a success only after the endpoint confirms it', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.presses('Escape');
    const release = system.holdResponses();
    restoreFromCache();
    await trainee.reaches('checking');
    expect(trainee.text).to.not.include('완료되었습니다.');
    release();
    await trainee.reaches('verified');
    expect(system.posts).to.have.length(1);
  });

  it('drops a success that the endpoint does not know', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.presses('Escape');
    system.reset();
    restoreFromCache();
    await trainee.reaches('ready');
    expect(system.posts).to.deep.equal([]);
  });

  it('does not repeat the actions after success', async () => {
    const calls: unknown[] = [];
    const page = Object.assign(window, {onceVerified: (receipt: unknown) => calls.push(receipt)});
    trainee.widget.onVerified = 'onceVerified';
    await trainee.enters(await system.code());
    await trainee.until(() => calls.length === 1, 'the page is called');
    await trainee.presses('Escape');
    restoreFromCache();
    await trainee.reaches('checking');
    await trainee.reaches('verified');
    expect(calls).to.have.length(1);
    Reflect.deleteProperty(page, 'onceVerified');
  });
});

describe('a restored network connection (F01)', () => {
  const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') ?? {};

  afterEach(() => Object.defineProperty(Navigator.prototype, 'onLine', onLine));

  it('removes the message, keeps the code and sends nothing by itself', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.until(() => system.requests.length === 1, 'the status is requested');
    Object.defineProperty(Navigator.prototype, 'onLine', {get: () => false, configurable: true});
    system.fault = 'request-lost';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.sees('인터넷에 연결되어 있지 않습니다.');
    Object.defineProperty(Navigator.prototype, 'onLine', onLine);
    system.fault = 'none';
    const sent = system.requests.length;
    window.dispatchEvent(new Event('online'));
    await trainee.until(() => system.requests.length === sent + 1, 'the status is requested again');
    await trainee.until(() => !trainee.text.includes('인터넷에'), 'the message goes');
    expect(trainee.field.value).to.equal(code);
    expect(system.posts).to.have.length(1);
    await trainee.presses('Enter');
    await trainee.reaches('verified');
    expect(new Set(system.posts.map(({key}) => key)).size).to.equal(1);
  });

  it('repeats a status request that fails right after the online event', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.until(() => system.requests.length === 1, 'the status is requested');
    system.reset({failures: 3});
    system.override = () => {
      system.override = undefined;
      return Response.error();
    };
    window.dispatchEvent(new Event('online'));
    await trainee.sees('실패 3회 / 5회');
  });

  it('looks an unknown result up and does not resend it', async () => {
    const trainee = await WidgetFixture.open();
    system.fault = 'request-lost';
    await trainee.enters(await system.code());
    await trainee.reaches('unknown');
    system.fault = 'none';
    const posts = system.posts.length;
    window.dispatchEvent(new Event('online'));
    await trainee.reaches('checking');
    await trainee.reaches('unknown');
    expect(system.posts).to.have.length(posts);
  });
});

describe('a page that becomes visible (F26, F32)', () => {
  it('applies a lock from another tab and focuses its fallbacks', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    system.reset({failures: 5, lockedAt: 1});
    document.dispatchEvent(new Event('visibilitychange'));
    await trainee.reaches('locked');
    expect(trainee.hasField).to.equal(false);
    await trainee.focuses(() => trainee.getByRole('link', /^휴대폰 본인인증/));
  });

  it('keeps a partly typed code after a short absence', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.types('123');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(trainee.field.value).to.equal('123');
  });

  for (const [what, target, type] of [
    ['no event arrived', document, 'x'],
    ['the page was resumed', document, 'resume'],
    ['the window got the focus', window, 'focus'],
    ['the network came back', window, 'online'],
  ] as const) {
    it(`clears the code after ten minutes when ${what} before it became visible`, async () => {
      const trainee = await WidgetFixture.open();
      await trainee.clicksField();
      await trainee.types('123456');
      const now = Date.now.bind(Date);
      setVisibility('hidden');
      Date.now = () => now() + 11 * 60_000;
      target.dispatchEvent(new Event(type));
      setVisibility('visible');
      Date.now = now;
      expect(trainee.field.value).to.equal('');
    });
  }
});
