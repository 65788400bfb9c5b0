/** Responses of a server that is broken, wrongly configured or not the endpoint. */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('server errors', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('names the fallbacks and keeps the code when the endpoint is unavailable', async () => {
    system.fault = 'unavailable';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.sees('휴대폰 또는 아이핀 인증을 이용해 주세요.');
    expect(trainee.field.value).to.equal(code);
    expect(trainee.getAllNames('link').join()).to.include('아이핀 인증');
    await trainee.expectsAccessible();
  });

  it('says that nothing was counted', async () => {
    system.fault = 'internal-error';
    await trainee.enters(await system.code());
    await trainee.sees('실패 횟수에는 포함되지 않습니다.');
    expect(system.account?.failures).to.equal(0);
  });

  it('explains how to register when the trainee is not registered', async () => {
    system.reset({secret: undefined});
    await trainee.enters('123456');
    await trainee.sees('앱에서 이용자 등록을 먼저 해 주세요.');
  });

  it('looks an unknown outcome up and never shows success (I4)', async () => {
    system.override = ({method}) =>
      method === 'POST'
        ? Response.json({code: 'VERIFIED', result: true})
        : Response.json({code: 'attempt-unknown', counted: false, serverTime: 1}, {status: 404});
    await trainee.enters(await system.code());
    await trainee.reaches('unknown');
  });

  it('does not follow a redirect to a login page (F12)', async () => {
    system.override = () => Response.redirect(`${location.origin}/login`, 302);
    await trainee.enters(await system.code());
    await trainee.reaches('unknown');
    expect(system.posts).to.have.length(1);
  });

  it('does not take a 404 for a login page', async () => {
    system.override = () =>
      new Response('<!doctype html>Not found', {
        status: 404,
        headers: {'Content-Type': 'text/html'},
      });
    await trainee.enters(await system.code());
    await trainee.reaches('checking');
  });

  it('says what to compare when other details are registered', async () => {
    system.override = () =>
      Response.json({code: 'identity-mismatch', counted: false, serverTime: 1}, {status: 409});
    await trainee.enters(await system.code());
    await trainee.sees('휴대폰번호와 이름의 공백을 확인해 주세요.');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
  });

  it('offers to reload the page when the CSRF token is rejected', async () => {
    system.override = () =>
      Response.json({code: 'csrf', counted: false, serverTime: 1}, {status: 403});
    await trainee.enters(await system.code());
    await trainee.sees('화면을 연 지 오래되어');
    expect(trainee.getAllNames('button')).to.include('새로고침');
  });
});
