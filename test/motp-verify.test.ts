import {expect, html} from '@open-wc/testing';
import {RFC_SECRET, RFC_VECTORS} from './harness/rfc6238.ts';
import {system} from './harness/system.ts';
import {WidgetFixture} from './harness/widget-fixture.ts';

describe('a trainee with the app in hand', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('reads what the check is for and how to do it: the manual’s six lines', () => {
    expect(trainee.getAllNames('heading')[0]).to.equal('한국산업인력공단 mOTP 인증 시스템');
    expect(trainee.text).to.include('최초 과정 입과 시 본인인증 절차입니다.');
    expect(trainee.getByRole('list', '인증 방법').children).to.have.length(6);
    expect(trainee.getByRole('list', '인증 방법').textContent).to.include('"6자리" 번호');
  });

  it('sees the registered name and phone', () => {
    expect(trainee.getByRole('region', '사이트에 등록된 개인정보').textContent)
      .to.include('홍길동')
      .and.to.include('01012345678');
  });

  it('finds help, guide and manual', () => {
    expect(trainee.getByRole('link', '1833-3075').getAttribute('href')).to.equal('tel:18333075');
    for (const name of [/^원격상담/, /^mOTP 인증안내/, /^매뉴얼 다운로드/]) {
      expect(trainee.getByRole('link', name).textContent).to.include('새 창 열림');
    }
  });

  it('C4: is verified by the number that the phone shows, and told so in a popup', async () => {
    await trainee.enters(await system.code());
    await trainee.sees('mOTP인증이 완료되었습니다');
    expect(trainee.getByRole('dialog', 'mOTP인증이 완료되었습니다').matches(':modal')).to.equal(true);
  });

  it('is verified by a number of oathtool', async function () {
    const code = await system.oathtool();
    if (code === null) return this.skip();
    await trainee.enters(code);
    await trainee.reaches('verified');
  });

  for (const {step, code} of RFC_VECTORS) {
    it(`is verified by RFC 6238’s ${code} in step ${step}`, async () => {
      system.renew({secret: RFC_SECRET});
      system.now = step * 60_000;
      await trainee.enters(code);
      await trainee.reaches('verified');
    });
  }

  it('can press 인증하기 with the mouse', async () => {
    await trainee.clicksField();
    await trainee.types(await system.code());
    await trainee.clicks('button', '인증하기');
    await trainee.reaches('verified');
  });

  it('can use the keyboard alone: Tab to the field, Enter, Enter to close', async () => {
    document.body.tabIndex = -1;
    document.body.focus();
    await trainee.presses('Tab');
    expect(trainee.focused === trainee.field).to.equal(true);
    await trainee.types(await system.code());
    await trainee.presses('Enter');
    await trainee.reaches('verified');
    expect(trainee.focused === trainee.getByRole('button', '닫기')).to.equal(true);
    await trainee.presses('Enter');
    expect(trainee.getAllNames('dialog')).to.deep.equal([]);
    expect(trainee.focused?.textContent).to.include('본인인증이 완료되었습니다.');
  });

  it('types spaces and hyphens as they like', async () => {
    await trainee.clicksField();
    const code = await system.code();
    await trainee.types(`${code.slice(0, 3)} ${code.slice(3)}-`);
    expect(trainee.field.value).to.equal(code);
  });

  it('C2: sends nothing that is not six digits, and is told what is missing', async () => {
    await trainee.clicksField();
    await trainee.presses('Enter');
    await trainee.sees('mOTP 번호를 입력하지 않았습니다.');
    await trainee.types('12345');
    await trainee.presses('Enter');
    await trainee.sees('현재 5자리가 입력되었습니다.');
    await trainee.enters('1234');
    await trainee.sees('4자리 앱 비밀번호가 아니라');
    await trainee.clicksField();
    trainee.field.select();
    await trainee.types('1234567');
    await trainee.sees('현재 7자리가 입력되었습니다.');
    await trainee.presses('Enter');
    await trainee.sees('현재 7자리가 입력되었습니다.');
    expect(system.posts).to.have.length(0);
  });

  it('is asked by the contract: JSON, a key, the occasion, and nobody’s name', async () => {
    const exam = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" occasion="exam" unit="2" ticket="t-1"></motp-verify>
    `);
    await exam.enters(await system.code());
    await exam.reaches('verified');
    const [post] = system.posts;
    expect(JSON.parse(post?.body ?? '')).to.deep.equal({
      v: 1,
      code: await system.code(),
      occasion: 'exam',
      unit: 2,
      ticket: 't-1',
    });
    expect(post?.key).to.match(/^"[A-Za-z0-9_-]{22,64}"$/);
  });

  it('presses twice, the second time just after the answer, and is counted once', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    await trainee.presses('Enter');
    expect(trainee.widget.attempt.is).to.equal('ready');
    expect(system.posts).to.have.length(1);
  });

  it('presses twice and is counted once', async () => {
    const release = system.holds();
    await trainee.enters(await system.wrongCode());
    await trainee.presses('Enter');
    await trainee.clicks('button', '인증하기');
    release();
    await trainee.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
  });
});

describe('a wrong number', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('C5: counts down from five, then locks (manual: 5회)', async () => {
    const wrong = await system.wrongCode();
    for (const left of ['4회 더', '3회 더', '2회 더', '한 번 더']) {
      await trainee.enters(wrong);
      await trainee.sees(`${left} 틀리면 인증이 제한`);
    }
    await trainee.enters(wrong);
    await trainee.sees('mOTP 번호를 5회 틀려 인증이 제한되었습니다.');
    expect(trainee.hasField).to.equal(false);
    expect(system.account?.failures).to.equal(5);
  });

  it('C5: stays in the field, selected, so that typing replaces it', async () => {
    const wrong = await system.wrongCode();
    await trainee.enters(wrong);
    await trainee.sees('4회 더 틀리면');
    expect(trainee.focused === trainee.field).to.equal(true);
    const {value, selectionStart, selectionEnd} = trainee.field;
    expect(value.slice(selectionStart ?? 0, selectionEnd ?? 0)).to.equal(wrong);
    await trainee.types(await system.code());
    expect(trainee.field.value).to.equal(await system.code());
  });

  it('sent with the mouse takes the caret back to the field', async () => {
    await trainee.clicksField();
    await trainee.types(await system.wrongCode());
    await trainee.clicks('button', '인증하기');
    await trainee.sees('4회 더 틀리면');
    expect(trainee.focused === trainee.field).to.equal(true);
  });

  it('marks the field, and its message is the field’s description', async () => {
    expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal('true');
    expect(trainee.getByRole('alert').textContent).to.include('mOTP 번호가 일치하지 않습니다.');
    expect(trainee.field.getAttribute('aria-describedby')).to.include(trainee.getByRole('alert').id);
  });

  it('is forgiven once a right one comes', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(system.account?.failures).to.equal(0);
  });

  it('that is an older one is called expired, and not counted', async () => {
    await trainee.enters(await system.code({stepsAgo: 3}));
    await trainee.sees('유효 시간(60초)이 지났습니다.');
    expect(system.account?.failures).to.equal(0);
  });

  it('that was used before is told so, and not counted', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.presses('Escape');
    trainee.widget.reset();
    await trainee.reaches('ready');
    await trainee.enters(await system.code());
    await trainee.sees('이미 사용한 번호입니다.');
    expect(system.account?.failures).to.equal(0);
  });
});

describe('after the fifth wrong number', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    system.renew({failures: 4});
    trainee = await WidgetFixture.open();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('locked');
  });

  it('C6: offers phone verification and re-registration, with the focus there', () => {
    expect(trainee.getByRole('link', /^휴대폰 본인인증/).getAttribute('href')).to.match(
      /\/phone-identity$/,
    );
    expect(trainee.getByRole('link', /^mOTP 등록 초기화/).getAttribute('href')).to.match(
      /\/re-registration$/,
    );
    expect(trainee.focused === trainee.getByRole('link', /^휴대폰 본인인증/)).to.equal(true);
  });

  it('C6: sends nothing more', async () => {
    await trainee.widget.verify();
    trainee.widget.reset();
    await trainee.widget.verify();
    expect(trainee.widget.attempt.is).to.equal('locked');
    expect(system.posts).to.have.length(1);
  });

  it('C6: stays locked over a reload', async () => {
    const reloaded = await WidgetFixture.open();
    await reloaded.reaches('locked');
    expect(reloaded.hasField).to.equal(false);
  });

  it('C7: opens again once the trainee comes back verified by phone, without a reload', async () => {
    await system.identityVerified();
    window.dispatchEvent(new Event('focus'));
    await trainee.sees('인증 제한이 해제되었습니다.');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
  });

  it('stays locked when the trainee comes back without, says so, and leaves the focus', async () => {
    const manual = trainee.getByRole('link', /^매뉴얼/);
    manual.focus();
    window.dispatchEvent(new Event('focus'));
    await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
    expect(trainee.widget.attempt.is).to.equal('locked');
    expect(trainee.focused === manual).to.equal(true);
  });

  it('after the phone way out no field asks for the code of its text message', async () => {
    const {widget} = trainee;
    widget.addEventListener('motp-way-out', (event) => event.preventDefault());
    await trainee.clicks('link', /^휴대폰 본인인증/);
    await system.identityVerified();
    window.dispatchEvent(new Event('focus'));
    await trainee.sees('인증 제한이 해제되었습니다.');
    expect(trainee.field.getAttribute('autocomplete')).to.equal('off');
    widget.reset();
    await widget.updateComplete;
    expect(trainee.field.getAttribute('autocomplete')).to.equal('one-time-code');
  });

  it('offers i-PIN too, which proves who one is as the phone does', () => {
    expect(trainee.getByRole('link', /^아이핀 인증/).getAttribute('href')).to.match(/\/ipin$/);
  });
});

describe('a lock on a page that names no way out', () => {
  it('still has a way forward: asking whether it is released', async () => {
    system.renew({failures: 4});
    const trainee = await WidgetFixture.open(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    await trainee.enters(await system.wrongCode());
    await trainee.sees('교육기관에 문의해 주세요.');
    expect(trainee.focused === trainee.getByRole('button', '제한 해제 확인')).to.equal(true);
    await trainee.expectsAccessible();
    await trainee.clicks('button', '제한 해제 확인');
    await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
    await system.identityVerified();
    await trainee.clicks('button', '제한 해제 확인');
    await trainee.sees('인증 제한이 해제되었습니다.');
    expect(trainee.focused === trainee.field).to.equal(true);
  });
});

describe('a lock that the endpoint tells of at the start', () => {
  it('is not missed by a trainee who is quicker with an empty field', async () => {
    system.renew({failures: 5, lockedAt: 1});
    const release = system.holds();
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.presses('Enter');
    await trainee.sees('mOTP 번호를 입력하지 않았습니다.');
    release();
    await trainee.reaches('locked');
  });
});
