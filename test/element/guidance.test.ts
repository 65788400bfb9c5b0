/** Requirements G1, G2, G4 to G7: what the manual tells a trainee, on the page. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

describe('the guidance', () => {
  it('G1: has the manual’s title and a line for the occasion; the site can replace the title', async () => {
    const trainee = await Trainee.arrives();
    await trainee.sees('한국산업인력공단 mOTP 인증 시스템 최초 과정 입과 시 본인인증 절차입니다.');
    trainee.widget.heading = '키즈넷 본인인증';
    await trainee.widget.updateComplete;
    expect(trainee.names('heading')[0]).to.equal('키즈넷 본인인증');
  });

  it('G2: has the manual’s six lines in its order', async () => {
    const trainee = await Trainee.arrives();
    const list = trainee.one('list', '인증 방법');
    expect([...list.children].map(({textContent}) => textContent)).to.deep.equal([
      '스마트폰에 설치된 mOTP 앱을 실행합니다.',
      'mOTP 앱 화면에 나오는 "6자리" 번호를 하단의 mOTP번호에 입력합니다.',
      'mOTP 앱에 등록된 개인 정보는 아래의 개인정보와 일치해야 합니다.',
      '해외근로자는 스마트폰의 시간을 한국시간으로 변경 후 진행합니다.',
      'mOTP 비밀번호 5회 실패시 휴대폰 본인인증으로 초기화합니다.',
      'mOTP 장애발생시 휴대폰 또는 아이핀 인증을 사용하시면 됩니다.',
    ]);
  });

  it('G4: has the help line with a number to call and remote support, both of the site', async () => {
    const trainee = await Trainee.arrives(html`
      <motp-verify
        endpoint="/api/motp"
        help-tel="1833-3075, 02-6207-2272"
        support-url="/support"
      ></motp-verify>
    `);
    await trainee.sees('※ 도움이 필요하시면 1833-3075, 02-6207-2272에 전화연락 또는 원격상담');
    expect(trainee.one('link', '1833-3075').getAttribute('href')).to.equal('tel:18333075');
    expect(trainee.one('link', '02-6207-2272').getAttribute('href')).to.equal('tel:0262072272');
    expect(trainee.one('link', /^원격상담/).getAttribute('href')).to.match(/\/support$/);
  });

  it('G5: has the links to guide and manual', async () => {
    const trainee = await Trainee.arrives();
    expect(trainee.one('link', /^mOTP 인증안내/).getAttribute('href')).to.match(/\/guide$/);
    expect(trainee.one('link', /^매뉴얼 다운로드/).getAttribute('href')).to.match(/\/manual\.pdf$/);
  });

  for (const part of [
    'heading',
    'lead',
    'guidance',
    'identity',
    'ways',
    'guide',
    'questions',
    'help',
  ]) {
    it(`leaves out ${part} where the site says so, and nothing else`, async () => {
      const trainee = await Trainee.arrives();
      const parts = (): readonly string[] =>
        [...(trainee.widget.shadowRoot?.querySelectorAll('[part]') ?? [])].map(
          (element) => element.getAttribute('part') ?? '',
        );
      const name = part === 'ways' ? 'ways-out' : part;
      expect(parts()).to.include(name);
      const others = new Set(parts());
      trainee.widget.omit = part;
      await trainee.widget.updateComplete;
      expect(parts()).to.not.include(name);
      const gone = [...others].filter((other) => !parts().includes(other));
      expect(gone).to.satisfy((all: readonly string[]) =>
        all.every((other) => other === name || other === 'way-out'),
      );
      expect(trainee.hasField).to.equal(true);
    });
  }

  for (const slot of ['heading', 'guidance', 'identity', 'guide', 'questions', 'help']) {
    it(`takes the site’s own in the place of ${slot}`, async () => {
      const trainee = await Trainee.arrives();
      const own = document.createElement('p');
      own.slot = slot;
      own.textContent = `우리 기관의 ${slot}`;
      trainee.widget.append(own);
      const place = trainee.widget.shadowRoot?.querySelector(`slot[name=${slot}]`);
      expect((place as HTMLSlotElement).assignedElements()[0] === own).to.equal(true);
      expect(own.getBoundingClientRect().height).to.be.greaterThan(0);
      await trainee.expectsAccessible();
    });
  }

  it('takes a further way to verify from the site', async () => {
    const trainee = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp"><a slot="way-out" href="/joint">공동인증서</a></motp-verify>
    `);
    await trainee.sees('다른 방법으로 본인인증을 진행할 수 있습니다.');
    const own = trainee.widget.querySelector('a');
    expect(own?.getBoundingClientRect().height).to.be.greaterThan(0);
  });
});

describe('G6: the first-time guide', () => {
  const HEADINGS = ['mOTP란?', 'mOTP 설치하기', 'mOTP 등록하기', 'mOTP 사용하기'];

  it('is open by itself at the first entry to a course: what it is, installing, registering, using', async () => {
    const trainee = await Trainee.arrives();
    await trainee.until(() => trainee.names('heading').length > 3, 'the guide is there');
    for (const heading of HEADINGS) expect(trainee.names('heading')).to.include(heading);
    for (const text of [
      '부정훈련을 방지하고',
      '본인 성명, 휴대폰번호, 앱 실행비밀번호',
      '안드로이드 OS 4.3 이상 / iOS 8.0 이상',
      '1인 1기기에서만 사용 가능합니다.',
      '휴대폰 변경 또는 앱 재설치 시 신규 발급받아야 합니다.',
      '개인정보 수집 동의를 눌러 주세요.',
      '이용자 등록 시 설정한 비밀번호 4자리를 입력해 주세요.',
      '화면의 6자리 숫자를 인증코드 입력 칸에 정확히 입력해 주세요.',
    ]) {
      await trainee.sees(text);
    }
    expect(trainee.widget.shadowRoot?.querySelectorAll('svg.phone')).to.have.length(5);
    await trainee.expectsAccessible();
  });

  it('is one line at every other occasion, and opens when it is pressed', async () => {
    const trainee = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp" occasion="exam"></motp-verify>
    `);
    expect(trainee.text).to.not.include('mOTP 설치하기');
    await trainee.clicks('button', 'mOTP 처음 사용 안내');
    await trainee.sees('mOTP 설치하기');
    await trainee.clicks('button', 'mOTP 처음 사용 안내');
    await trainee.until(() => !trainee.text.includes('mOTP 설치하기'), 'it is closed');
  });

  it('is open, closed or gone where the site says so', async () => {
    const trainee = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp" occasion="exam" guide="open"></motp-verify>
    `);
    await trainee.sees('mOTP 설치하기');
    trainee.widget.guide = 'closed';
    await trainee.until(() => !trainee.text.includes('mOTP 설치하기'), 'it is closed');
    trainee.widget.guide = 'none';
    await trainee.until(() => !trainee.text.includes('mOTP 처음 사용 안내'), 'it is gone');
  });

  it('has a link to each store, and on a computer’s screen a code that a phone can read', async () => {
    const trainee = await Trainee.arrives(html`
      <motp-verify
        endpoint="/api/motp"
        android-url="/store/android"
        ios-url="/store/ios"
      ></motp-verify>
    `);
    await trainee.sees('Play 스토어에서 설치하기');
    expect(trainee.one('link', /^Play 스토어/).getAttribute('href')).to.match(/\/store\/android$/);
    expect(trainee.one('link', /^App Store/).getAttribute('href')).to.match(/\/store\/ios$/);
    const isWide = matchMedia('(min-width: 768px)').matches;
    if (isWide) await trainee.until(() => trainee.names('img').length === 2, 'the codes are there');
    expect(trainee.names('img')).to.deep.equal(
      isWide ? ['안드로이드 설치 QR 코드', '아이폰 설치 QR 코드'] : [],
    );
    await trainee.expectsAccessible();
  });

  it('takes no room once the trainee is verified', async () => {
    const trainee = await Trainee.arrives();
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.text).to.not.include('mOTP 처음 사용 안내');
  });
});

describe('G7: the questions', () => {
  it('are the manual’s five with its answers, and the reset of the registration', async () => {
    const trainee = await Trainee.arrives();
    trainee.widget.guide = 'closed';
    await trainee.widget.updateComplete;
    await trainee.clicks('button', '자주 묻는 질문');
    await trainee.sees('mOTP 정보가 불일치하다고 나옵니다.');
    for (const text of [
      '이름에 공백이 들어가 있는지 반드시 확인해 주시기 바랍니다.',
      '외국에서 mOTP 사용이 가능한가요?',
      '휴대폰의 시간을 한국시간으로 변경해 주셔야만 해외에서 사용 가능합니다.',
      '개인정보 변경 방법이 궁금합니다.',
      '비밀번호 분실 시 대처 방법이 궁금합니다.',
      'mOTP 등록 초기화를 하시면 됩니다.',
      '5회 이상 오류로 인증이 되지 않습니다.',
      '휴대폰 본인인증을 통해 재진행할 수 있습니다.',
    ]) {
      await trainee.sees(text);
    }
    expect(trainee.widget.shadowRoot?.querySelectorAll('.questions dt')).to.have.length(5);
    const told: string[] = [];
    trainee.widget.addEventListener('motp-way-out', (event) => {
      event.preventDefault();
      told.push(event.way);
    });
    await trainee.clicks('link', /^mOTP 등록 초기화/);
    expect(told).to.deep.equal(['re-registration']);
    await trainee.expectsAccessible();
  });
});
