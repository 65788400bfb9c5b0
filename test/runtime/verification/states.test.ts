/** Each state: how it is reached, what it shows and offers, and that axe passes. */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('state', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('ready: offers the field and the button', async () => {
    expect(trainee.widget.verification.status).to.equal('ready');
    expect(trainee.getAllNames('textbox')).to.deep.equal(['mOTP 번호 (숫자 6자리)']);
    expect(trainee.getAllNames('button')).to.include('인증하기');
    await trainee.expectsAccessible();
  });

  it('ready after a wrong code: shows the message and the failure count', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    await trainee.sees('실패 1회 / 5회');
    await trainee.expectsAccessible();
  });

  it('sending: announces it, keeps the code and makes the field read-only', async () => {
    const release = system.holdResponses();
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('sending');
    expect(trainee.progress.textContent, 'a short request is not mentioned').to.equal('');
    await trainee.sees('인증하고 있습니다. 잠시만 기다려 주세요.');
    await trainee.types('9');
    expect(trainee.field.value).to.equal(code);
    expect(trainee.getByRole('button', '인증하기').getAttribute('aria-disabled')).to.equal('true');
    await trainee.expectsAccessible();
    release();
    await trainee.reaches('verified');
  });

  it('checking: announces the lookup, then shows its result', async () => {
    system.fault = 'response-lost';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('checking');
    const release = system.holdResponses();
    await trainee.sees('인증 결과를 확인하고 있습니다.');
    await trainee.expectsAccessible();
    release();
    await trainee.sees('남은 횟수 4회');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('checking: uses no second try when a lookup request fails', async () => {
    system.fault = 'response-lost';
    const code = await system.wrongCode();
    await trainee.enters(code);
    await trainee.reaches('checking');
    const requests = system.requests.length;
    system.override = () =>
      Response.json({code: 'internal', counted: false, serverTime: 1}, {status: 500});
    await trainee.until(() => system.requests.length > requests, 'the lookup is sent');
    expect(trainee.widget.verification.status).to.equal('checking');
    system.override = undefined;
    await trainee.sees('남은 횟수 4회');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('checking: shows the result after signing in and 결과 확인', async () => {
    system.fault = 'response-lost';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('checking');
    system.fault = 'signed-out';
    await trainee.sees('다시 로그인한 뒤 [결과 확인]을 눌러 주세요.');
    expect(trainee.getAllNames('link').join()).to.include('다시 로그인하기');
    await trainee.expectsAccessible();
    system.fault = 'none';
    await trainee.clicks('button', '결과 확인');
    await trainee.sees('남은 횟수 4회');
    expect(system.account?.failures).to.equal(1);
  });

  it('checking: keeps the pending attempt on reset', async () => {
    system.fault = 'response-lost';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('checking');
    trainee.widget.reset();
    await trainee.sees('남은 횟수 4회');
    expect(system.posts).to.have.length(1);
  });

  it('checking: resends the same key when the attempt never arrived (F05)', async () => {
    system.fault = 'request-lost';
    await trainee.enters(await system.code());
    await trainee.reaches('checking');
    system.fault = 'none';
    await trainee.reaches('verified');
    const [first, second] = system.posts;
    expect(second?.key).to.equal(first?.key);
  });

  it('unknown: keeps the focus on the button, then moves it to the wrong code', async () => {
    system.fault = 'request-lost';
    await trainee.clicksField();
    await trainee.types(await system.wrongCode());
    await trainee.presses('Tab');
    await trainee.presses('Enter');
    await trainee.reaches('unknown');
    expect(trainee.focused === trainee.getByRole('button', '결과 확인')).to.equal(true);
    system.fault = 'none';
    await trainee.presses('Enter');
    await trainee.sees('남은 횟수 4회');
    expect(trainee.focused === trainee.field).to.equal(true);
  });

  it('unknown: keeps the code and offers the button 결과 확인 (I2)', async () => {
    system.fault = 'request-lost';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('unknown');
    expect(trainee.field.value).to.equal(code);
    expect(trainee.getAllNames('button')).to.include('결과 확인').and.not.include('인증하기');
    await trainee.expectsAccessible();
    system.fault = 'none';
    await trainee.clicks('button', '결과 확인');
    await trainee.reaches('verified');
    expect(new Set(system.posts.map(({key}) => key)).size).to.equal(1);
  });

  it('rate-limited: shows the seconds left, sends nothing and keeps the code', async () => {
    system.fault = 'rate-limited';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('rate-limited');
    await trainee.sees('10초 뒤 다시 시도해 주세요.');
    await trainee.presses('Enter');
    expect(system.posts).to.have.length(1);
    expect(trainee.field.value).to.equal(code);
    await trainee.expectsAccessible();
  });

  it('rate-limited: sends the same code once the wait is over', async () => {
    system.override = () =>
      Response.json(
        {code: 'rate-limited', counted: false, serverTime: system.now, retryAfter: 1},
        {status: 429},
      );
    await trainee.enters(await system.code());
    await trainee.reaches('rate-limited');
    system.override = undefined;
    await trainee.reaches('ready');
    await trainee.presses('Enter');
    await trainee.reaches('verified');
  });

  it('signed-out: keeps the code and offers a link to sign in', async () => {
    system.override = () =>
      Response.json({code: 'session-required', counted: false}, {status: 401});
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('signed-out');
    await trainee.sees('로그인이 만료되었습니다.');
    expect(trainee.getByRole('link', /^다시 로그인하기/).getAttribute('href')).to.match(/\/login$/);
    expect(trainee.field.value).to.equal(code);
    await trainee.expectsAccessible();
    system.override = undefined;
    await trainee.enters(code);
    await trainee.reaches('verified');
  });

  it('locked: shows the fallbacks instead of the field', async () => {
    system.reset({failures: 5, lockedAt: 1});
    const locked = await WidgetFixture.open();
    await locked.reaches('locked');
    expect(locked.hasField).to.equal(false);
    expect(locked.getAllNames('link')[0]).to.include('휴대폰 본인인증');
    await locked.expectsAccessible();
  });

  it('locked on arrival: gives the reason, not an answer that nobody has asked for', async () => {
    system.reset({failures: 5, lockedAt: 1});
    const locked = await WidgetFixture.open(html`
      <motp-verify
        endpoint="/api/motp"
        status-url="/api/motp/status"
        outcome="locked"
      ></motp-verify>
    `);
    await locked.until(() => system.requests.length > 0, 'the status is queried');
    // Answered after the widget's query.
    await fetch('/api/motp/status');
    await locked.widget.updateComplete;
    await locked.sees('mOTP 번호를 5회 틀려 인증이 제한되었습니다.');
    await locked.clicks('button', '제한이 풀렸는지 확인');
    await locked.sees('인증 제한이 아직 해제되지 않았습니다.');
  });

  it('verified: keeps the result on the page after Escape closes the dialog', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.expectsAccessible();
    await trainee.presses('Escape');
    expect(trainee.getAllNames('dialog')).to.deep.equal([]);
    expect(trainee.text).to.include('본인인증이 완료되었습니다.');
    await trainee.expectsAccessible();
  });
});
