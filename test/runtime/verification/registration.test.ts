/** A trainee who is not registered is told before the first attempt, and goes on by themselves. */
import {expect, html} from '@open-wc/testing';
import {VerificationController} from '../../../src/runtime/verification/verification-controller.ts';
import {FakePlatform} from '../../harness/fake-platform.ts';
import {system} from '../../harness/system.ts';
import {EXAM_CONTEXT} from '../../harness/verification-context.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';
import {setVisibility} from '../hidden-page.ts';

const NOT_REGISTERED = 'mOTP에 등록되어 있지 않습니다. 앱에서 이용자 등록을 먼저 해 주세요.';
const REGISTERED = 'mOTP 등록이 확인되었습니다. 앱에 지금 보이는 번호를 입력해 주세요.';

/** An exam: its guide is closed unless the trainee needs it. */
const EXAM = html`<motp-verify
  endpoint="/api/motp"
  status-url="/api/motp/status"
  occasion="exam"
  phone-identity-url="/phone-identity"
  re-registration-url="/re-registration"
></motp-verify>`;

/** Simulates the trainee's return to the window. */
function returnToWindow(): void {
  window.dispatchEvent(new Event('focus'));
}

describe('a trainee who is not registered', () => {
  it('reads what to do first on arrival, with the guide open', async () => {
    system.reset({secret: undefined});
    const trainee = await WidgetFixture.open(EXAM);
    await trainee.sees(NOT_REGISTERED);
    await trainee.sees('개인정보 수집 동의를 눌러 주세요.');
    expect(trainee.text).to.not.include('실패 횟수');
    expect(system.posts).to.have.length(0);
    await trainee.expectsAccessible();
  });

  it('is asked for the number once registered', async () => {
    system.reset({secret: undefined});
    const trainee = await WidgetFixture.open(EXAM);
    await trainee.reaches('ready', 'register-first');
    system.reset();
    returnToWindow();
    await trainee.sees(REGISTERED);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
  });

  it('may close the guide again', async () => {
    system.reset({secret: undefined});
    const trainee = await WidgetFixture.open(EXAM);
    await trainee.sees('개인정보 수집 동의를 눌러 주세요.');
    await trainee.clicks('button', 'mOTP 처음 사용 안내');
    await trainee.until(() => !trainee.text.includes('개인정보 수집 동의'), 'it is closed');
    await trainee.widget.refresh();
    expect(trainee.text).to.not.include('개인정보 수집 동의');
  });

  it('reads what to do after an attempt, and nothing below moves', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" occasion="exam"></motp-verify>
    `);
    system.reset({secret: undefined});
    await trainee.enters('123456');
    await trainee.reaches('ready', 'not-registered');
    await trainee.sees('앱에서 이용자 등록을 먼저 해 주세요.');
    expect(trainee.text).to.not.include('개인정보 수집 동의를 눌러 주세요.');
  });
});

describe('a registration reset from the lock panel', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    system.reset({failures: 5, lockedAt: 1});
    trainee = await WidgetFixture.open(EXAM);
    await trainee.reaches('locked');
    system.reset({secret: undefined});
    await trainee.clicks('button', '제한이 풀렸는지 확인');
    await trainee.sees('mOTP 등록이 초기화되었습니다');
  });

  it('says what has happened, and shows the steps to register again', async () => {
    await trainee.sees(
      '앱을 열어 이용자 등록을 다시 해 주세요. 등록이 끝나면 제한이 자동으로 풀립니다.',
    );
    await trainee.sees('개인정보 수집 동의를 눌러 주세요.');
    expect(trainee.getAllNames('link').join()).to.not.include('휴대폰 본인인증');
    await trainee.expectsAccessible();
  });

  it('unlocks by itself once registered, and focuses the field', async () => {
    system.reset();
    returnToWindow();
    await trainee.reaches('ready', 'registered');
    await trainee.sees(REGISTERED);
    await trainee.focuses(() => trainee.field);
  });

  it('stays known when the status cannot be read for a while', async () => {
    system.override = () => new Response('', {status: 502});
    await trainee.widget.refresh();
    await trainee.sees('mOTP 등록이 초기화되었습니다');
  });
});

/** Creates a controller whose endpoint answers this status. */
async function opened(code: string): Promise<[FakePlatform, VerificationController]> {
  const platform = new FakePlatform();
  platform.network = () =>
    Promise.resolve(Response.json({code, counted: false, serverTime: 1, unlock: []}));
  const host = {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  };
  const verification = new VerificationController(host, () => {}, platform);
  verification.hostConnected();
  verification.setContext({...EXAM_CONTEXT, statusUrl: new URL('https://site.example/status')});
  await platform.advance(0);
  return [platform, verification];
}

describe('waiting for a registration', () => {
  it('asks every 10 seconds for 10 minutes', async () => {
    const [platform, verification] = await opened('not-registered');
    await platform.advance(9_999);
    expect(platform.requests).to.have.length(1);
    await platform.advance(1);
    expect(platform.requests).to.have.length(2);
    await platform.advance(20 * 60_000);
    expect(platform.requests).to.have.length(61);
    verification.hostDisconnected();
  });

  it('asks nothing while the page is hidden: each return has a query of its own', async () => {
    const [platform, verification] = await opened('not-registered');
    setVisibility('hidden');
    await platform.advance(60_000);
    setVisibility('visible');
    await platform.advance(9_999);
    expect(platform.requests).to.have.length(1);
    await platform.advance(1);
    expect(platform.requests).to.have.length(2);
    verification.hostDisconnected();
  });

  it('ends with the registration', async () => {
    const [platform, verification] = await opened('not-registered');
    platform.network = () =>
      Promise.resolve(Response.json({code: 'ready', counted: false, serverTime: 1}));
    await platform.advance(60_000);
    expect(platform.requests).to.have.length(2);
    expect(verification.state).to.deep.include({notice: {kind: 'registered'}});
    verification.hostDisconnected();
  });

  it('does not begin for a trainee who is registered', async () => {
    const [platform, verification] = await opened('ready');
    await platform.advance(60_000);
    expect(platform.requests).to.have.length(1);
    verification.hostDisconnected();
  });
});
