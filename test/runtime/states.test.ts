/** Every state: how one comes to it, what it says, what it offers, and that axe finds nothing. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

describe('in state', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
  });

  it('ready, a code can be typed and sent', async () => {
    expect(trainee.widget.attempt.is).to.equal('ready');
    expect(trainee.names('textbox')).to.deep.equal(['mOTP 번호 (숫자 6자리)']);
    expect(trainee.names('button')).to.include('인증하기');
    await trainee.expectsAccessible();
  });

  it('ready after a wrong code, the message and the tries left stand at the field', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    await trainee.sees('실패 1회 / 5회');
    await trainee.expectsAccessible();
  });

  it('sending, the code stays and cannot be changed, and it says so', async () => {
    const release = system.holds();
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('sending');
    expect(trainee.one('status').textContent).to.equal('인증하고 있습니다. 잠시만 기다려 주세요.');
    await trainee.types('9');
    expect(trainee.field.value).to.equal(code);
    expect(trainee.one('button', '인증하기').getAttribute('aria-disabled')).to.equal('true');
    await trainee.expectsAccessible();
    release();
    await trainee.reaches('verified');
  });

  it('checking, it says that the result is being looked up, and finds it', async () => {
    system.mood = 'answer-lost';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('checking');
    const release = system.holds();
    expect(trainee.one('status').textContent).to.include('인증 결과를 확인하고 있습니다.');
    await trainee.expectsAccessible();
    release();
    await trainee.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('checking, trouble with the asking costs no second try', async () => {
    system.mood = 'answer-lost';
    const code = await system.wrongCode();
    await trainee.enters(code);
    await trainee.reaches('checking');
    const asked = system.seen.length;
    system.instead = () =>
      Response.json({code: 'internal', counted: false, serverTime: 1}, {status: 500});
    await trainee.until(() => system.seen.length > asked, 'the endpoint is asked');
    expect(trainee.widget.attempt.is).to.equal('checking');
    system.instead = undefined;
    await trainee.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('checking with the login gone, signing in and asking finds the result', async () => {
    system.mood = 'answer-lost';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('checking');
    system.mood = 'signed-out';
    await trainee.sees('다시 로그인한 뒤 [결과 확인]을 눌러 주세요.');
    expect(trainee.names('link').join()).to.include('다시 로그인하기');
    await trainee.expectsAccessible();
    system.mood = 'well';
    await trainee.clicks('button', '결과 확인');
    await trainee.sees('4회 더 틀리면');
    expect(system.account?.failures).to.equal(1);
  });

  it('checking, a reset changes nothing: what is under way is not forgotten', async () => {
    system.mood = 'answer-lost';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('checking');
    trainee.widget.reset();
    await trainee.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
  });

  it('checking an attempt that never arrived, the same key is sent again', async () => {
    system.mood = 'request-lost';
    await trainee.enters(await system.code());
    await trainee.reaches('checking');
    system.mood = 'well';
    await trainee.reaches('verified');
    const [first, second] = system.posts;
    expect(second?.key).to.equal(first?.key);
  });

  it('undecided, the focus stays on the button and then goes to the wrong code', async () => {
    system.mood = 'request-lost';
    await trainee.clicksField();
    await trainee.types(await system.wrongCode());
    await trainee.presses('Tab');
    await trainee.presses('Enter');
    await trainee.reaches('undecided');
    expect(trainee.focused === trainee.one('button', '결과 확인')).to.equal(true);
    system.mood = 'well';
    await trainee.presses('Enter');
    await trainee.sees('4회 더 틀리면');
    expect(trainee.focused === trainee.field).to.equal(true);
  });

  it('undecided, the code stays and the result can be asked for by hand', async () => {
    system.mood = 'request-lost';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('undecided');
    expect(trainee.field.value).to.equal(code);
    expect(trainee.names('button')).to.include('결과 확인').and.not.include('인증하기');
    await trainee.expectsAccessible();
    system.mood = 'well';
    await trainee.clicks('button', '결과 확인');
    await trainee.reaches('verified');
    expect(new Set(system.posts.map(({key}) => key)).size).to.equal(1);
  });

  it('waiting, it says for how long, sends nothing, and keeps the code', async () => {
    system.mood = 'busy';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('waiting');
    await trainee.sees('10초 뒤 다시 시도해 주세요.');
    await trainee.presses('Enter');
    expect(system.posts).to.have.length(1);
    expect(trainee.field.value).to.equal(code);
    await trainee.expectsAccessible();
  });

  it('waiting no longer, the same code can be sent', async () => {
    system.instead = () =>
      Response.json(
        {code: 'rate-limited', counted: false, serverTime: system.now, retryAfter: 1},
        {status: 429},
      );
    await trainee.enters(await system.code());
    await trainee.reaches('waiting');
    system.instead = undefined;
    await trainee.reaches('ready');
    await trainee.presses('Enter');
    await trainee.reaches('verified');
  });

  it('signed-out, the code stays and there is a way to sign in again', async () => {
    system.mood = 'signed-out';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('signed-out');
    await trainee.sees('로그인이 끊겼습니다.');
    expect(trainee.one('link', /^다시 로그인하기/).getAttribute('href')).to.match(/\/login$/);
    expect(trainee.field.value).to.equal(code);
    await trainee.expectsAccessible();
    system.mood = 'well';
    await trainee.enters(code);
    await trainee.reaches('verified');
  });

  it('locked, there is no field, and the ways out stand there', async () => {
    system.renew({failures: 5, lockedAt: 1});
    const late = await Trainee.arrives();
    await late.reaches('locked');
    expect(late.hasField).to.equal(false);
    expect(late.names('link')[0]).to.include('휴대폰 본인인증');
    await late.expectsAccessible();
  });

  it('verified, the popup closes with Esc and the result stays on the page', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.expectsAccessible();
    await trainee.presses('Escape');
    expect(trainee.names('dialog')).to.deep.equal([]);
    expect(trainee.text).to.include('본인인증이 완료되었습니다.');
    await trainee.expectsAccessible();
  });
});
