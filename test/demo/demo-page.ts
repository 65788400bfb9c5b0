/** The page object of the demo: the widget, the simulated phone and the page around them. */
import type {BrowserPage} from '../harness/browser-page.ts';
import {waitFor} from '../harness/page-driver.ts';
import {TraineePage} from '../harness/trainee-page.ts';

/** A trainee on a page of the demo. It adds the phone, the toolbar and the training site. */
export class DemoPage extends TraineePage<BrowserPage> {
  /** The code of the last successful verification. */
  #usedCode = '';

  /** Opens a page of the demo. */
  static async open(url: string, page: BrowserPage): Promise<DemoPage> {
    const trainee = new DemoPage(page);
    await trainee.goesTo(url);
    return trainee;
  }

  /** The page with the widget. */
  get page(): BrowserPage {
    return this.driver;
  }

  /** Opens another page of the demo in the same browser. */
  async goesTo(url: string): Promise<void> {
    await this.page.goTo(url);
    await this.#waitForPhone();
  }

  /** Reloads the page. */
  async reloads(): Promise<void> {
    await this.page.reload();
    await this.#waitForPhone();
  }

  /** Returns the text of the widget and of the page around it. */
  override async readText(): Promise<string> {
    const widget = await super.readText().catch(() => '');
    return `${widget}\n${await this.page.evaluate(() => document.body.innerText)}`;
  }

  /** Waits until the phone shows a text. */
  async seesOnPhone(text: string): Promise<void> {
    await this.until(
      () =>
        this.page.evaluate((wanted) => {
          const phone = document.querySelector('demo-phone')?.shadowRoot?.textContent;
          return phone?.includes(wanted) ?? false;
        }, text),
      `the phone shows “${text}”`,
    );
  }

  /** Clicks a button by its text, or an element that a selector finds. */
  async clicks(text: string, selector = 'button'): Promise<void> {
    await this.page.click({selector, text});
  }

  /** Clicks a button on the phone's screen. */
  async touches(text: string, selector = 'button'): Promise<void> {
    await this.page.click({selector: `demo-phone >>> .screen ${selector}`, text});
  }

  /** Chooses an option of the demo's toolbar. */
  async chooses(name: string, choice: string): Promise<void> {
    await this.page.evaluate(
      (selector, value) => {
        const select = document.querySelector<HTMLSelectElement>(selector);
        if (!select) throw new Error(`The page has no ${selector}.`);
        select.value = value;
        select.dispatchEvent(new Event('change', {bubbles: true}));
      },
      `#settings [name=${name}]`,
      choice,
    );
  }

  /** Goes from the store to the six digits (manual: mOTP 설치하기). */
  async installsAndRegisters(name: string, password: string): Promise<void> {
    await this.touches('설치');
    await this.touches('mOTP');
    await this.seesOnPhone('개인정보 수집 동의를 눌러 주세요.');
    await this.touches('동의합니다');
    await this.registers(name, password);
  }

  /** Fills in the registration form of the app. */
  async registers(name: string, password: string): Promise<void> {
    await this.seesOnPhone('이름과 휴대폰번호');
    await this.page.fillIn({selector: 'demo-phone >>> [name=name]'}, name);
    await this.page.fillIn({selector: 'demo-phone >>> [name=password]'}, password);
    await this.touches('등록하기');
    await this.numberOnPhone();
  }

  /** Closes the app, and opens it again with its password. */
  async opensAppWith(password: string): Promise<void> {
    await this.page.click({selector: 'demo-phone >>> .home'});
    await this.touches('mOTP');
    await this.seesOnPhone('앱 비밀번호 4자리를 입력해 주세요.');
    await this.page.fillIn({selector: 'demo-phone >>> [name=password]'}, password);
    await this.touches('확인');
  }

  /** Waits until the phone shows a code other than `previous`, and returns it. */
  numberOnPhone(previous = ''): Promise<string> {
    return waitFor(
      () =>
        this.page.evaluate((old) => {
          const phone = document.querySelector('demo-phone');
          const digits = phone?.shadowRoot?.querySelector('output')?.textContent ?? '';
          return /^\d{6}$/.test(digits) && digits !== old && digits;
        }, previous),
      'six digits on the phone',
    );
  }

  /** Returns a code that the phone does not show. */
  async wrongNumber(): Promise<string> {
    const right = await this.numberOnPhone();
    return right.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  }

  /** Verifies with a code that was not used before, and closes the dialog. */
  async verifies(): Promise<void> {
    if (this.#usedCode) await this.clicks('1분 건너뛰기');
    this.#usedCode = await this.numberOnPhone(this.#usedCode);
    await this.enters(this.#usedCode);
    await this.sees('mOTP 인증이 완료되었습니다');
    await this.page.click({selector: 'motp-verify >>> dialog button'});
  }

  /** Finishes the lesson or test with this name. */
  async finishes(name: string, button = '학습 완료'): Promise<void> {
    await waitFor(
      () =>
        this.page.evaluate((title) => document.querySelector('#step')?.textContent === title, name),
      `the classroom of ${name}`,
    );
    await this.clicks(button);
  }

  /** Opens the identity service with the widget's link. */
  async opensIdentityService(): Promise<BrowserPage> {
    await this.page.click({selector: 'motp-verify >>> [part=locked] a'});
    return this.page.popup('identity.html');
  }

  /** Waits for the course page; returns the occasions in its table of checks. */
  async recordedChecks(): Promise<string[]> {
    await this.until(
      () => this.page.evaluate(() => document.querySelector('#record') !== null),
      'the course page is shown',
    );
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.record tbody tr td:nth-child(2)')].map(
        ({textContent}) => textContent,
      ),
    );
  }

  /** Returns the lines of the request log, without their details. */
  log(): Promise<string[]> {
    return this.page.evaluate(() =>
      Array.from(document.querySelectorAll('request-log li'), (line) =>
        ((line.querySelector('summary') ?? line).textContent ?? '').trim().replace(/\s+/g, ' '),
      ),
    );
  }

  /** Waits for the phone and for the widget, because the widget's first render moves the phone. */
  async #waitForPhone(): Promise<void> {
    await waitFor(
      () =>
        this.page.evaluate(() => {
          const phone = document.querySelector('demo-phone');
          const widgets = Array.from(document.querySelectorAll('motp-verify'));
          return (
            // Before this, the page is there but hidden.
            document.documentElement.dataset['started'] !== undefined &&
            phone?.shadowRoot?.querySelector('button') != null &&
            widgets.every(({shadowRoot}) => shadowRoot?.querySelector('[part]') != null)
          );
        }),
      'the phone and the widget',
    );
  }
}
