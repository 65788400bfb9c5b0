/** The guidance, the help line and the links of the manual (G1, G2, G4, G5). */
import {expect, html} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

describe('the guidance', () => {
  it('has the title of the manual, or of the site, and a line for the occasion (G1)', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.sees('한국산업인력공단 mOTP 인증 시스템 최초 과정 입과 시 본인인증 절차입니다.');
    trainee.widget.heading = '키즈넷 본인인증';
    await trainee.widget.updateComplete;
    expect(trainee.getAllNames('heading')[0]).to.equal('키즈넷 본인인증');
  });

  it('has the six lines of the manual in order (G2)', async () => {
    const trainee = await WidgetFixture.open();
    const list = trainee.getByRole('list', '인증 방법');
    expect([...list.children].map(({textContent}) => textContent)).to.deep.equal([
      '스마트폰에 설치된 mOTP 앱을 실행합니다.',
      "mOTP 앱 화면에 나오는 '6자리' 번호를 mOTP 번호 칸에 입력합니다.",
      'mOTP 앱에 등록된 개인정보는 이 화면의 개인정보와 일치해야 합니다.',
      "해외에서는 휴대폰 설정의 '날짜 및 시간 자동 설정'을 켜거나 시간대를 서울로 바꿉니다.",
      'mOTP 번호를 5회 틀리면 휴대폰 본인인증으로 제한을 해제합니다.',
      'mOTP 장애 발생 시 휴대폰 또는 아이핀 인증을 이용하시면 됩니다.',
    ]);
  });

  it('has the phone numbers and the remote support of the site in the help line (G4)', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify
        endpoint="/api/motp"
        help-tel="1833-3075, 02-6207-2272"
        support-url="/support"
      ></motp-verify>
    `);
    await trainee.sees('※ 도움이 필요하시면 1833-3075, 02-6207-2272번으로 전화하시거나 원격상담');
    expect(trainee.getByRole('link', '1833-3075').getAttribute('href')).to.equal('tel:18333075');
    expect(trainee.getByRole('link', '02-6207-2272').getAttribute('href')).to.equal(
      'tel:0262072272',
    );
    expect(trainee.getByRole('link', /^원격상담/).getAttribute('href')).to.match(/\/support$/);
  });

  it('links to the guide and the manual (G5)', async () => {
    const trainee = await WidgetFixture.open();
    expect(trainee.getByRole('link', /^mOTP 인증안내/).getAttribute('href')).to.match(/\/guide$/);
    expect(trainee.getByRole('link', /^매뉴얼 다운로드/).getAttribute('href')).to.match(
      /\/manual\.pdf$/,
    );
  });
});
