/** The first-time guide and the questions of the manual (G6, G7). */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('the first-time guide (G6)', () => {
  const HEADINGS = ['mOTP란?', 'mOTP 설치하기', 'mOTP 등록하기', 'mOTP 사용하기'];

  it('is open for enrollment: what mOTP is, installing, registering, using', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.until(() => trainee.getAllNames('heading').length > 3, 'the guide is there');
    for (const heading of HEADINGS) expect(trainee.getAllNames('heading')).to.include(heading);
    for (const text of [
      '부정훈련을 방지하고',
      '본인 성명, 휴대폰번호, 앱 비밀번호(숫자 4자리)',
      '안드로이드 OS 4.3 이상 / iOS 8.0 이상',
      '1인 1기기에서만 사용 가능합니다.',
      '휴대폰 변경 또는 앱 재설치 시 신규 발급받아야 합니다.',
      '개인정보 수집 동의를 눌러 주세요.',
      '이용자 등록 시 설정한 앱 비밀번호 4자리를 입력해 주세요.',
      '앱에 보이는 6자리 숫자를 mOTP 번호 칸에 정확히 입력해 주세요.',
    ]) {
      await trainee.sees(text);
    }
    expect(trainee.widget.shadowRoot?.querySelectorAll('svg.phone')).to.have.length(5);
    await trainee.expectsAccessible();
  });

  it('is closed for every other occasion, and opens when it is pressed', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" occasion="exam"></motp-verify>
    `);
    expect(trainee.text).to.not.include('mOTP 설치하기');
    await trainee.clicks('button', 'mOTP 처음 사용 안내');
    await trainee.sees('mOTP 설치하기');
    await trainee.clicks('button', 'mOTP 처음 사용 안내');
    await trainee.until(() => !trainee.text.includes('mOTP 설치하기'), 'it is closed');
  });

  it('is open, closed or absent as the guide attribute says', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" occasion="exam" guide="open"></motp-verify>
    `);
    await trainee.sees('mOTP 설치하기');
    trainee.widget.guide = 'closed';
    await trainee.until(() => !trainee.text.includes('mOTP 설치하기'), 'it is closed');
    trainee.widget.guide = 'none';
    await trainee.until(() => !trainee.text.includes('mOTP 처음 사용 안내'), 'the guide is absent');
  });

  it('links to each store, with QR codes on a wide screen', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify
        endpoint="/api/motp"
        android-url="/store/android"
        ios-url="/store/ios"
      ></motp-verify>
    `);
    await trainee.sees('Play 스토어에서 설치하기');
    expect(trainee.getByRole('link', /^Play 스토어/).getAttribute('href')).to.match(
      /\/store\/android$/,
    );
    expect(trainee.getByRole('link', /^App Store/).getAttribute('href')).to.match(/\/store\/ios$/);
    const isWide = matchMedia('(min-width: 768px)').matches;
    if (isWide)
      await trainee.until(() => trainee.getAllNames('img').length === 2, 'the codes are there');
    expect(trainee.getAllNames('img')).to.deep.equal(
      isWide ? ['안드로이드 설치 QR 코드', '아이폰 설치 QR 코드'] : [],
    );
    await trainee.expectsAccessible();
  });

  it('is absent once the trainee is verified', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.text).to.not.include('mOTP 처음 사용 안내');
  });
});

describe('the questions (G7)', () => {
  it('are the five of the manual, with their answers and the re-registration link', async () => {
    const trainee = await WidgetFixture.open();
    trainee.widget.guide = 'closed';
    await trainee.widget.updateComplete;
    await trainee.clicks('button', '자주 묻는 질문');
    await trainee.sees('mOTP 정보가 불일치하다고 나옵니다.');
    for (const text of [
      '이름에 공백이 들어가 있는지 반드시 확인해 주시기 바랍니다.',
      '해외에서 mOTP 사용이 가능한가요?',
      'mOTP 번호는 휴대폰의 시간으로 만들어집니다.',
      '개인정보 변경 방법이 궁금합니다.',
      '앱 비밀번호 분실 시 대처 방법이 궁금합니다.',
      'mOTP 등록 초기화를 하시면 됩니다.',
      'mOTP 번호를 5회 틀려 인증이 되지 않습니다.',
      '휴대폰 본인인증을 통해 재진행할 수 있습니다.',
    ]) {
      await trainee.sees(text);
    }
    expect(trainee.widget.shadowRoot?.querySelectorAll('.questions dt')).to.have.length(5);
    const methods: string[] = [];
    trainee.widget.addEventListener('motp-fallback', (event) => {
      event.preventDefault();
      methods.push(event.method);
    });
    await trainee.clicks('link', /^mOTP 등록 초기화/);
    expect(methods).to.deep.equal(['re-registration']);
    await trainee.expectsAccessible();
  });
});
