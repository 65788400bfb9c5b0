/** On a phone, `app-url` is a link to the mOTP app; on return, the field asks for its number. */
import {expect, html} from '@open-wc/testing';
import {appAddress} from '../../src/runtime/app-link/app-address.ts';
import {recordConsoleErrors} from '../harness/console.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {setVisibility} from './hidden-page.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile Safari/604.1';
const PC = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

const {userAgent} = navigator;

async function openOn(device: string, appUrl = 'motp://open'): Promise<WidgetFixture> {
  Object.defineProperty(navigator, 'userAgent', {value: device, configurable: true});
  const trainee = await WidgetFixture.open(html`
    <motp-verify
      endpoint="/api/motp"
      occasion="lesson"
      app-url=${appUrl}
      android-url="/store/android"
      ios-url="/store/ios"
    ></motp-verify>
  `);
  // Nothing of this computer opens the scheme.
  trainee.widget.addEventListener('click', (click) => click.preventDefault(), {capture: true});
  return trainee;
}

function partOf(trainee: WidgetFixture, part: string): HTMLAnchorElement | null | undefined {
  return trainee.widget.shadowRoot?.querySelector(`[part=${part}]`);
}

async function pressesLink(trainee: WidgetFixture): Promise<void> {
  await trainee.until(() => partOf(trainee, 'app') != null, 'the link is there');
  await trainee.clicks('link', 'mOTP 앱 열기');
}

describe('the link to the app', () => {
  const lines = recordConsoleErrors();

  afterEach(() => {
    Object.defineProperty(navigator, 'userAgent', {value: userAgent, configurable: true});
    setVisibility('visible');
  });

  it('stands beside the field on a phone', async () => {
    const trainee = await openOn(ANDROID);
    await trainee.until(() => partOf(trainee, 'app') != null, 'the link is there');
    const link = trainee.getByRole('link', 'mOTP 앱 열기');
    expect(link.getAttribute('href')).to.equal('motp://open');
    expect(link.getAttribute('target')).to.equal(null);
    expect(link.closest('form')).to.equal(partOf(trainee, 'form'));
    expect(link.getBoundingClientRect().height).to.be.at.least(44);
    await trainee.expectsAccessible();
  });

  it('is not on a computer, which has no app', async () => {
    const trainee = await openOn(PC, 'javascript:alert(1)');
    await trainee.until(() => lines.length > 0, 'the address is reported');
    trainee.widget.appUrl = 'motp://open';
    await trainee.widget.updateComplete;
    expect(partOf(trainee, 'app')).to.equal(null);
  });

  for (const [device, store] of [
    [ANDROID, '/store/android'],
    [IPHONE, '/store/ios'],
  ] as const) {
    it(`offers ${store} where it leads nowhere`, async () => {
      const trainee = await openOn(device);
      await pressesLink(trainee);
      expect(partOf(trainee, 'app-store')).to.equal(null);
      await trainee.until(() => partOf(trainee, 'app-store') != null, 'the store is offered');
      const link = trainee.getByRole('link', /^mOTP 앱 설치하기/);
      expect(new URL(link.getAttribute('href') ?? '').pathname).to.equal(store);
      await trainee.expectsAccessible();
    });
  }

  it('focuses the field when the trainee is back, with an old number selected', async () => {
    const trainee = await openOn(ANDROID);
    trainee.autofills('123');
    await pressesLink(trainee);
    setVisibility('hidden');
    expect(trainee.field.matches(':focus')).to.equal(false);
    setVisibility('visible');
    expect(trainee.field.matches(':focus')).to.equal(true);
    expect([trainee.field.selectionStart, trainee.field.selectionEnd]).to.deep.equal([0, 3]);
  });

  it('asks in words where the field has kept the focus', async () => {
    const trainee = await openOn(IPHONE);
    await pressesLink(trainee);
    setVisibility('hidden');
    // Safari focuses no link.
    trainee.field.focus();
    setVisibility('visible');
    const isAsked = (): boolean =>
      [...(trainee.widget.shadowRoot?.querySelectorAll('[aria-live], [role=alert]') ?? [])].some(
        ({textContent}) => textContent?.includes('앱의 6자리 번호를 입력해 주세요.'),
      );
    await trainee.until(isAsked, 'the number is asked for');
  });

  it('focuses the field when the page comes back from the history', async () => {
    const trainee = await openOn(ANDROID);
    await pressesLink(trainee);
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(trainee.field.matches(':focus')).to.equal(true);
  });

  it('leaves the focus where the trainee works in the page', async () => {
    const trainee = await openOn(ANDROID);
    const other = document.body.appendChild(document.createElement('input'));
    await pressesLink(trainee);
    setVisibility('hidden');
    other.focus();
    setVisibility('visible');
    expect(document.activeElement).to.equal(other);
    other.remove();
  });

  it('takes the focus once: another return is not from the app', async () => {
    const trainee = await openOn(ANDROID);
    await pressesLink(trainee);
    setVisibility('hidden');
    setVisibility('visible');
    trainee.field.blur();
    setVisibility('hidden');
    setVisibility('visible');
    expect(trainee.field.matches(':focus')).to.equal(false);
  });

  it('is refused if it can run script, with one line that names attribute and fix', async () => {
    const trainee = await openOn(ANDROID, 'javascript:alert(1)');
    await trainee.until(() => lines.length > 0, 'the address is reported');
    trainee.widget.requestUpdate();
    await trainee.widget.updateComplete;
    expect(lines).to.deep.equal([
      '<motp-verify> app-url is "javascript:alert(1)". Give an https address, or one that opens the app, such as motp://open.',
    ]);
    expect(partOf(trainee, 'app')).to.equal(null);
  });
});

describe('the address of the app', () => {
  const PAGE = 'https://lms.example';

  for (const text of [
    'motp://open',
    'https://motp.example/open',
    'intent://open#Intent;scheme=motp;package=kr.example.motp;end',
    'intent://open#Intent;scheme=motp;S.browser_fallback_url=https%3A%2F%2Fmotp.example%2Fget;end',
  ]) {
    it(`can be ${text}`, () => {
      expect(appAddress(text, PAGE)?.href).to.equal(text);
    });
  }

  for (const text of [
    'javascript:alert(1)',
    ' \u0001JaVa\tScript:alert(1)',
    'javascript://open/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:alert(1)',
    'blob:https://lms.example/1',
    'file:///etc/hosts',
    'http://motp.example/open',
    '/open',
    'open',
    'intent:javascript:alert(1)#Intent;end',
    'intent://open#Intent;scheme=javascript;end',
    'intent://open#Intent;scheme=java%73cript;end',
    'intent://open#Intent;scheme=motp;S.browser_fallback_url=javascript%3Aalert(1);end',
    'intent://open#Intent;scheme=motp;S.browser_fallback_url=%;end',
  ]) {
    it(`cannot be ${JSON.stringify(text)}`, () => {
      expect(appAddress(text, PAGE)).to.equal(undefined);
    });
  }
});
