/** A trainee who plays on the demo's stage in a real browser: reads, touches, types. */
import assert from 'node:assert/strict';
import type {Browser, Page} from 'puppeteer-core';

/** How long the actor waits for what is to come, in ms: the slowest machine of all. */
const PATIENCE_MS = 30_000;

/** See the file's head. */
export class Actor {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a scene in a browser that has never been here. */
  static async opens(browser: Browser, url: string): Promise<Actor> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewport({width: 1280, height: 900});
    await page.goto(url);
    const actor = new Actor(page);
    await page.waitForSelector('demo-phone >>> button');
    return actor;
  }

  /** Comes back to the same page. */
  async reloads(): Promise<void> {
    await this.page.reload();
    await this.page.waitForSelector('demo-phone >>> button');
  }

  /** Goes away, and takes everything along. */
  leaves(): Promise<void> {
    return this.page.browserContext().close();
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
    await this.page.locator(`${selector} ::-p-text(${text})`).click();
  }

  /** Touches a button on the phone. */
  async touches(text: string, selector = 'button'): Promise<void> {
    await this.seesOnPhone(text);
    const buttons = await this.page.$$(`demo-phone >>> .screen ${selector}`);
    for (const button of buttons) {
      const says = await button.evaluate(({textContent}) => textContent);
      if (says.trim().includes(text)) return button.click();
    }
    throw new Error(`The phone has no button “${text}”.`);
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
    await this.page.locator('demo-phone >>> [name=name]').fill(name);
    await this.page.locator('demo-phone >>> [name=password]').fill(password);
    await this.touches('등록하기');
    await this.numberOnPhone();
  }

  /** Closes the app, and opens it again with its password. */
  async opensAppWith(password: string): Promise<void> {
    await this.page.locator('demo-phone >>> .home').click();
    await this.touches('mOTP');
    await this.seesOnPhone('비밀번호 4자리를 입력해 주세요.');
    await this.page.locator('demo-phone >>> [name=password]').fill(password);
    await this.touches('확인');
  }

  /** The six digits on the phone, once they are not these. */
  async numberOnPhone(before = ''): Promise<string> {
    const handle = await this.page.waitForFunction(
      (old) => {
        const phone = document.querySelector('demo-phone');
        const digits = phone?.shadowRoot?.querySelector('output')?.textContent ?? '';
        return /^\d{6}$/.test(digits) && digits !== old && digits;
      },
      {},
      before,
    );
    return String(await handle.jsonValue());
  }

  /** Types a number over whatever stands in the field, and presses Enter. */
  async enters(number: string): Promise<void> {
    const field = await this.page.waitForSelector('motp-verify >>> input:not([readonly])');
    assert(field);
    await field.click({count: 3});
    await this.page.keyboard.type(number);
    await this.page.keyboard.press('Enter');
  }

  /** Is verified with a number that was not used before, and closes the popup. */
  async verifies(): Promise<void> {
    if (this.#used) await this.presses('1분 건너뛰기');
    this.#used = await this.numberOnPhone(this.#used);
    await this.enters(this.#used);
    await this.sees('mOTP인증이 완료되었습니다');
    await this.page.locator('motp-verify >>> dialog button').click();
  }

  #used = '';

  /** Finishes the lesson or test that is open. */
  async finishes(name: string, button = '학습 완료'): Promise<void> {
    await this.page.waitForFunction(
      (title) => document.querySelector('#step')?.textContent === title,
      {},
      name,
    );
    await this.presses(button);
  }

  /** The occasions of the site's record, as it shows them. */
  recordedChecks(): Promise<string[]> {
    return this.page.$$eval('.record tbody tr td:nth-child(2)', (cells) =>
      cells.map(({textContent}) => textContent),
    );
  }

  async #says(tag: string, text: string): Promise<void> {
    try {
      await this.page.waitForFunction(
        (name, part) => {
          const within = document.querySelector(name)?.shadowRoot?.textContent ?? '';
          return within.includes(part) || document.body.innerText.includes(part);
        },
        {},
        tag,
        text,
      );
    } catch {
      const shown = await this.page.evaluate(() => document.body.innerText);
      throw new Error(`Waited in vain for “${text}”. The page says: ${shown}`);
    }
  }
}
