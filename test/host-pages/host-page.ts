/** The page object of the tests on pages of others, in every browser. */
import type {BrowserPage} from '../harness/browser-page.ts';
import {TraineePage} from '../harness/trainee-page.ts';
import type {FaultSession} from '../faults/fault-server.ts';
import type {HostTab} from './host-tab.ts';

/** A trainee on such a page. */
export class HostPage extends TraineePage<BrowserPage> {
  readonly session: FaultSession;
  readonly #tab: HostTab;

  private constructor(session: FaultSession, tab: HostTab) {
    super(tab.driver);
    this.session = session;
    this.#tab = tab;
  }

  /** Opens the page of a session. */
  static async open(tab: HostTab, session: FaultSession, url: string): Promise<HostPage> {
    await tab.driver.goTo(url);
    return new HostPage(session, tab);
  }

  /** Clicks the code field once the runtime is there, which keeps the card's events from the page. */
  override async clicksField(): Promise<void> {
    await this.reaches('ready');
    await super.clicksField();
  }

  /** Taps an element in the widget's shadow root with a finger. */
  taps(selector: string): Promise<void> {
    return this.#tab.tap(selector);
  }

  /** Runs a script in the page, and returns its value. */
  async runs<Result>(code: string): Promise<Result> {
    return (await this.driver.run(code)) as Result;
  }

  /** Returns the uncaught errors and the error lines of the present page. */
  errors(): Promise<readonly string[]> {
    return this.#tab.readErrors();
  }

  /** Waits until an expression of the page holds. */
  holds(expression: string): Promise<void> {
    return this.until(async () => (await this.runs(`Boolean(${expression})`)) === true, expression);
  }

  /** Waits until the page has the form's address with a code in it. */
  posts(code: string): Promise<void> {
    return this.holds(`location.search.includes('motpNo=${code}')`);
  }

  /** Types one character at a time into the element that has the focus. */
  async pressesEach(keys: string): Promise<void> {
    for (const key of keys) await this.presses(key);
  }
}
