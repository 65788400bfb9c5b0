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

describe('when the server', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
  });

  it('is out of order, the other ways are named and the code stays', async () => {
    system.mood = 'out-of-order';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.sees('휴대폰 또는 아이핀 인증을 이용해 주세요.');
    expect(trainee.field.value).to.equal(code);
    expect(trainee.names('link').join()).to.include('아이핀 인증');
    await trainee.expectsAccessible();
  });

  it('has an error, it says so and that nothing was counted', async () => {
    system.mood = 'broken';
    await trainee.enters(await system.code());
    await trainee.sees('실패 횟수에는 포함되지 않습니다.');
    expect(system.account?.failures).to.equal(0);
  });

  it('knows no registration, it says how to register', async () => {
    system.renew({secret: undefined});
    await trainee.enters('123456');
    await trainee.sees('앱에서 이용자 등록을 먼저 해 주세요.');
  });

  it('answers something that nobody understands, it is asked by key, never taken as success', async () => {
    system.instead = ({method}) =>
      method === 'POST'
        ? Response.json({code: 'VERIFIED', result: true})
        : Response.json({code: 'attempt-unknown', counted: false, serverTime: 1}, {status: 404});
    await trainee.enters(await system.code());
    await trainee.reaches('undecided');
  });

  it('redirects to a login page, that is not followed', async () => {
    system.instead = () => Response.redirect(`${location.origin}/login`, 302);
    await trainee.enters(await system.code());
    await trainee.reaches('signed-out');
    expect(system.posts).to.have.length(1);
  });

  it('is not where the page says, that is not taken for a login page', async () => {
    system.instead = () =>
      new Response('<!doctype html>Not found', {
        status: 404,
        headers: {'Content-Type': 'text/html'},
      });
    await trainee.enters(await system.code());
    await trainee.reaches('checking');
  });

  it('finds other details registered, it says what to compare', async () => {
    system.instead = () =>
      Response.json({code: 'identity-mismatch', counted: false, serverTime: 1}, {status: 409});
    await trainee.enters(await system.code());
    await trainee.sees('이름의 공백과 휴대폰번호를 확인해 주세요.');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
  });

  it('asks for a reload of an outdated page, there is a button for it', async () => {
    system.instead = () =>
      Response.json({code: 'csrf', counted: false, serverTime: 1}, {status: 403});
    await trainee.enters(await system.code());
    await trainee.sees('화면이 오래되어');
    expect(trainee.names('button')).to.include('새로고침');
  });
});

describe('an element that leaves the page', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
  });

  it('in mid-request asks what became of it once it is back, and sends nothing twice', async () => {
    const page = trainee.widget.parentElement;
    const release = system.holds();
    await trainee.enters(await system.wrongCode());
    await trainee.until(() => system.posts.length === 1, 'the request is out');
    trainee.widget.remove();
    release();
    page?.append(trainee.widget);
    await trainee.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('lets nobody wait for its answer', async () => {
    system.holds();
    await trainee.clicksField();
    await trainee.types(await system.code());
    const outcome = trainee.widget.verify();
    await trainee.until(() => system.posts.length === 1, 'the request is out');
    trainee.widget.remove();
    expect((await outcome).is).to.equal('sending');
  });

  it('on success, as a page does that shows its lesson, leaves no error behind', async () => {
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

  it('listens and asks no more', async () => {
    trainee.widget.remove();
    trainee.widget.failures = 5;
    await trainee.reaches('locked');
    const asked = system.seen.length;
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    // Another widget's question is answered after any of this one's would have been.
    await (await Trainee.arrives()).until(() => system.seen.length > asked, 'the other one asks');
    expect(system.seen).to.have.length(asked + 1);
  });
});
