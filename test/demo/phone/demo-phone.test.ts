import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {AppServer} from '../../../demo/phone/app-server.ts';
import '../../../demo/phone/demo-phone.ts';
import type {DemoPhone} from '../../../demo/phone/demo-phone.ts';
import type {Applicant, MotpApp} from '../../../demo/phone/motp-app.ts';
import {waitFor} from '../../harness/page-driver.ts';
import {RFC_SECRET, RFC_VECTORS} from '../../harness/rfc6238.ts';

const owner = {name: '홍길동', phone: '01012345678'};
const registration = {secret: RFC_SECRET, device: 'first', ...owner, password: '1234'};

/** An app server that registers any phone and ends the previous one. */
class TestServer implements AppServer {
  device = '';
  applicant: Applicant | undefined;

  async issue(applicant: Applicant) {
    this.applicant = applicant;
    this.device = `phone of ${applicant.password}`;
    const value = {...registration, ...applicant, device: this.device};
    return {kind: 'ok', value} as const;
  }

  async reset() {
    this.device = '';
    return {kind: 'ok', value: undefined} as const;
  }

  async isCurrent(device: string) {
    return {kind: 'ok', value: device === this.device} as const;
  }
}

describe('the demo’s phone', () => {
  it('shows the code of the current time step, and the next code after 60 seconds', async () => {
    const [, before, after] = RFC_VECTORS;
    if (!before || !after) throw new Error('RFC_VECTORS has too few entries.');
    let now = before.step * 60_000 + 59_000;
    const phone = await createPhone({status: 'code', registration}, {now: () => now});
    await sees(phone, before.code);
    expect(phone.shadowRoot?.querySelector('.screen [role=img]')?.ariaLabel).to.equal(
      '1초 뒤 재생성',
    );
    now += 1000;
    await sees(phone, after.code);
    await expect(phone).to.be.accessible();
  });

  it('shows the codes of its own clock, even if that is wrong', async () => {
    const [, vector] = RFC_VECTORS;
    if (!vector) throw new Error('RFC_VECTORS has too few entries.');
    const now = () => (vector.step + 3) * 60_000;
    const phone = await createPhone({status: 'code', registration}, {now});
    phone.clock = 'slow';
    await sees(phone, vector.code);
  });

  it('goes from the store to the six digits, as the manual describes', async () => {
    const server = new TestServer();
    const phone = await createPhone({status: 'in-store'}, {server});
    await expect(phone).to.be.accessible();
    await clicks(phone, '설치');
    await clicks(phone, 'mOTP');
    await sees(phone, '개인정보 수집 동의를 눌러 주세요.');
    await clicks(phone, '동의합니다');
    await expect(phone).to.be.accessible();
    type(phone, 'name', '홍 길동');
    type(phone, 'password', '4321');
    await clicks(phone, '등록하기');
    await waitFor(
      () => /\d{6}/.test(phone.shadowRoot?.querySelector('output')?.value ?? ''),
      'a code',
    );
    expect(server.applicant).to.deep.equal({...owner, name: '홍 길동', password: '4321'});
  });

  it('does not register without a network, and shows the reason', async () => {
    const server = new TestServer();
    const phone = await createPhone({status: 'registering'}, {server});
    phone.offline = true;
    type(phone, 'password', '4321');
    await clicks(phone, '등록하기');
    await sees(phone, '인터넷에 연결되어 있지 않습니다.');
    expect(server.applicant).to.equal(undefined);
  });

  it('asks for the app password, and reports a wrong one', async () => {
    const server = new TestServer();
    server.device = registration.device;
    const phone = await createPhone({status: 'closed', registration}, {server});
    await clicks(phone, 'mOTP');
    await expect(phone).to.be.accessible();
    type(phone, 'password', '9999');
    await clicks(phone, '확인');
    await sees(phone, '앱 비밀번호가 다릅니다.');
    type(phone, 'password', '1234');
    await clicks(phone, '확인');
    await sees(phone, '60초 후 재생성');
  });

  it('ends when another phone has been registered (1인 1기기)', async () => {
    const server = new TestServer();
    const phone = await createPhone({status: 'closed', registration}, {server});
    await server.issue({...owner, password: '5678'});
    await clicks(phone, 'mOTP');
    type(phone, 'password', '1234');
    await clicks(phone, '확인');
    await sees(phone, '1인 1기기에서만 사용 가능합니다.');
    await expect(phone).to.be.accessible();
  });

  describe('with the keyboard', () => {
    it('moves the focus to the heading of each new screen', async () => {
      const phone = await createPhone({status: 'in-store'});
      await presses(phone, '#install');
      await isAt(phone, '홈 화면');
      await presses(phone, '#open');
      await isAt(phone, '개인정보 수집 동의');
      await presses(phone, '#agree');
      await isAt(phone, '이용자 등록');
      type(phone, 'password', '4321');
      await presses(phone, '.primary');
      await isAt(phone, 'mOTP 번호');
    });

    it('keeps the focus in the field after a wrong password', async () => {
      const phone = await createPhone({status: 'password', registration, isWrong: false});
      const field = phone.shadowRoot?.querySelector<HTMLInputElement>('[name=password]');
      type(phone, 'password', '9999');
      field?.focus();
      await sendKeys({press: 'Enter'});
      await sees(phone, '앱 비밀번호가 다릅니다.');
      expect(phone.shadowRoot?.activeElement).to.equal(field);
    });

    it('does not take the focus when it is added, or when the page changes its screen', async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>elsewhere</button>`);
      button.focus();
      const phone = await createPhone({status: 'closed', registration});
      expect(document.activeElement).to.equal(button);
      phone.dispatch({type: 'deleted'});
      await sees(phone, '앱 스토어');
      expect(document.activeElement).to.equal(button);
    });
  });

  it('resets a registration without its password, and starts over with the consent', async () => {
    const server = new TestServer();
    const phone = await createPhone({status: 'closed', registration}, {server});
    await clicks(phone, 'mOTP');
    await clicks(phone, 'mOTP 등록 초기화');
    await clicks(phone, '초기화');
    await sees(phone, '개인정보 수집 동의를 눌러 주세요.');
  });
});

async function createPhone(
  app: MotpApp,
  {server = new TestServer(), now = Date.now}: {server?: AppServer; now?: () => number} = {},
): Promise<DemoPhone> {
  return fixture<DemoPhone>(
    html`<demo-phone .app=${app} .server=${server} .owner=${owner} .now=${now}></demo-phone>`,
  );
}

async function sees(phone: DemoPhone, text: string): Promise<void> {
  await waitFor(() => phone.shadowRoot?.textContent?.includes(text) ?? false, text);
}

/** Clicks the button with this text. */
async function clicks(phone: DemoPhone, name: string): Promise<void> {
  const named = (): HTMLButtonElement | undefined =>
    [...(phone.shadowRoot?.querySelectorAll('button') ?? [])].find((button) =>
      button.textContent?.includes(name),
    );
  await waitFor(named, name);
  named()?.click();
  await phone.updateComplete;
}

/** Presses Enter on a button. */
async function presses(phone: DemoPhone, selector: string): Promise<void> {
  phone.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  await sendKeys({press: 'Enter'});
}

/** Waits until the heading with this text has the focus. */
async function isAt(phone: DemoPhone, heading: string): Promise<void> {
  const active = (): Element | null | undefined => phone.shadowRoot?.activeElement;
  await waitFor(() => active()?.matches('h2') && active()?.textContent === heading, heading);
}

function type(phone: DemoPhone, name: string, text: string): void {
  const input = phone.shadowRoot?.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!input) throw new Error(`The screen has no ${name}.`);
  input.value = text;
}
