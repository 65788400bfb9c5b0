/** The page object of the fault tests, in Chromium. */
import type {Page} from 'puppeteer-core';
import type {BrowserPage} from '../harness/browser-page.ts';
import {waitForPoint} from '../harness/page-driver.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {Tab} from '../harness/tab-pool.ts';
import {TraineePage} from '../harness/trainee-page.ts';
import type {FaultSession} from './fault-server.ts';

/** A session of the fault server and the URL of its page. */
interface Arrival {
  readonly session: FaultSession;
  readonly url: string;
}

/** A trainee on a page of the fault server, with the browser's own controls. */
export class FaultPage extends TraineePage<BrowserPage> {
  readonly session: FaultSession;
  readonly url: string;
  readonly page: Page;
  readonly #tab: Tab;

  private constructor({session, url}: Arrival, tab: Tab) {
    super(puppeteerPage(tab.page));
    this.session = session;
    this.url = url;
    this.page = tab.page;
    this.#tab = tab;
  }

  /** Opens the page of a session. */
  static async open(tab: Tab, arrival: Arrival): Promise<FaultPage> {
    const trainee = new FaultPage(arrival, tab);
    await tab.page.goto(arrival.url);
    await trainee.until(() => trainee.has('[part~=base]'), 'the widget is drawn');
    return trainee;
  }

  /** Opens the same page in another tab. */
  async opensTab(): Promise<FaultPage> {
    return FaultPage.open(await Tab.open(this.page.browserContext()), this);
  }

  /** Uncaught errors and error lines, without Chromium's own lines about failed requests. */
  get consoleErrors(): readonly string[] {
    return this.#tab.errors;
  }

  /** Taps an element in the widget's shadow root a number of times in a row. */
  async tapsPart(selector: string, {count = 1} = {}): Promise<void> {
    const {x, y} = await waitForPoint(this.driver, this.placeOf(selector));
    for (let i = 0; i < count; i++) await this.page.touchscreen.tap(x, y);
  }

  /** Advances `Date.now()` by a time in ms; `performance.now()` stays. */
  advancesDate(byMs: number): Promise<void> {
    return this.evaluate(({ownerDocument: {defaultView}}, ms) => {
      const {Date: clock} = (defaultView ?? window) as typeof globalThis;
      const now = clock.now.bind(clock);
      clock.now = () => now() + ms;
    }, byMs);
  }
}
