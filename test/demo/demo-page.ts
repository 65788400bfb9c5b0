/** A trainee who plays on the demo's stage in a real browser: reads, touches, types. */
import {until, type DrivenPage} from '../harness/browser-page.ts';

/** See the file's head. */
export class Actor {
  readonly page: DrivenPage;

  constructor(page: DrivenPage) {
    this.page = page;
  }

  /** Comes to a scene in a page of their own. */
  static async at(url: string, page: DrivenPage): Promise<Actor> {
    const actor = new Actor(page);
    await actor.goesTo(url);
    return actor;
  }

  /** Goes to another scene in the same browser. */
  async goesTo(url: string): Promise<void> {
    await this.page.goTo(url);
    await this.#phoneIsThere();
  }

  /** Comes back to the same page. */
  async reloads(): Promise<void> {
    await this.page.reload();
    await this.#phoneIsThere();
  }

  /** Waits until the page or the widget says this. */
  async sees(text: string): Promise<void> {
    await this.#says('motp-verify', text);
  }

  /** Waits until the phone says this. */
  async seesOnPhone(text: string): Promise<void> {
    await this.#says('demo-phone', text);
  }

  /** Presses a button of the page, or of what a selector names, by its text. */
  async presses(text: string, selector = 'button'): Promise<void> {
    await this.page.click({selector, text});
  }

  /** Touches a button on the phone. */
  async touches(text: string, selector = 'button'): Promise<void> {
    await this.page.click({selector: `demo-phone >>> .screen ${selector}`, text});
  }

  /** Chooses in one of the scene's switches, as {@link CHOICES} names it. */
  async chooses(name: string, choice: string): Promise<void> {
    await this.page.ask(
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

  /** From the store to the six digits (manual: mOTP 설치하기). */
  async installsAndRegisters(name: string, password: string): Promise<void> {
    await this.touches('설치');
    await this.touches('mOTP');
    await this.seesOnPhone('개인정보 수집 동의를 눌러주세요.');
    await this.touches('동의합니다');
    await this.registers(name, password);
  }

  /** Fills in the app's registration. */
  async registers(name: string, password: string): Promise<void> {
    await this.seesOnPhone('이름과 휴대폰번호');
    await this.page.type({selector: 'demo-phone >>> [name=name]'}, name);
    await this.page.type({selector: 'demo-phone >>> [name=password]'}, password);
    await this.touches('등록하기');
    await this.numberOnPhone();
  }

  /** Closes the app, and opens it again with its password. */
  async opensAppWith(password: string): Promise<void> {
    await this.page.click({selector: 'demo-phone >>> .home'});
    await this.touches('mOTP');
    await this.seesOnPhone('비밀번호 4자리를 입력해 주세요.');
    await this.page.type({selector: 'demo-phone >>> [name=password]'}, password);
    await this.touches('확인');
  }

  /** The six digits on the phone, once they are not these. */
  numberOnPhone(before = ''): Promise<string> {
    return until('six digits on the phone', () =>
      this.page.ask((old) => {
        const phone = document.querySelector('demo-phone');
        const digits = phone?.shadowRoot?.querySelector('output')?.textContent ?? '';
        return /^\d{6}$/.test(digits) && digits !== old && digits;
      }, before),
    );
  }

  /** A number that the phone doesn't show. */
  async wrongNumber(): Promise<string> {
    const right = await this.numberOnPhone();
    return right.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  }

  /** Types a number over whatever stands in the field, and presses Enter. */
  async enters(number: string): Promise<void> {
    await this.page.type({selector: 'motp-verify >>> input:not([readonly])'}, number);
    await this.page.pressEnter();
  }

  /** Is verified with a number that was not used before, and closes the popup. */
  async verifies(): Promise<void> {
    if (this.#used) await this.presses('1분 건너뛰기');
    this.#used = await this.numberOnPhone(this.#used);
    await this.enters(this.#used);
    await this.sees('mOTP인증이 완료되었습니다');
    await this.page.click({selector: 'motp-verify >>> dialog button'});
  }

  #used = '';

  /** Finishes the lesson or test that is open. */
  async finishes(name: string, button = '학습 완료'): Promise<void> {
    await until(`the classroom at ${name}`, () =>
      this.page.ask((title) => document.querySelector('#step')?.textContent === title, name),
    );
    await this.presses(button);
  }

  /** Opens the identity service by the widget's own link. */
  async opensIdentityService(): Promise<DrivenPage> {
    await this.page.click({selector: 'motp-verify >>> [part=locked] a'});
    return this.page.popup('identity.html');
  }

  /** The occasions of the site's record, as it shows them. */
  recordedChecks(): Promise<string[]> {
    return this.page.ask(() =>
      [...document.querySelectorAll('.record tbody tr td:nth-child(2)')].map(
        ({textContent}) => textContent,
      ),
    );
  }

  /** The lines of the stage's log, without what unfolds. */
  log(): Promise<string[]> {
    return this.page.ask(() =>
      Array.from(document.querySelectorAll('request-log li'), (line) =>
        ((line.querySelector('summary') ?? line).textContent ?? '').trim().replace(/\s+/g, ' '),
      ),
    );
  }

  async #phoneIsThere(): Promise<void> {
    await until('the phone', () =>
      this.page.ask(
        () => document.querySelector('demo-phone')?.shadowRoot?.querySelector('button') != null,
      ),
    );
  }

  async #says(tag: string, text: string): Promise<void> {
    const said = (): Promise<string> =>
      this.page.ask((name) => {
        const within = document.querySelector(name)?.shadowRoot?.textContent ?? '';
        return `${within}\n${document.body.innerText}`;
      }, tag);
    try {
      await until(text, async () => (await said()).includes(text));
    } catch (error) {
      throw new Error(`Waited in vain for “${text}”. The page says: ${await said()}`, {
        cause: error,
      });
    }
  }
}
