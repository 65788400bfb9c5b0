/** The page object of the JSP site. */
import assert from 'node:assert/strict';
import type {ElementHandle, Frame, Page} from 'puppeteer-core';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {TraineePage} from '../harness/trainee-page.ts';

/** A request of a page. */
export interface PageRequest {
  /** Method and path, such as `POST /lms/motp/verify`. */
  readonly summary: string;
  readonly type: string;
  readonly body: string | undefined;
}

/**
 * A page of the JSP site with its console, dialogs and requests.
 *
 * It does not own the widgets: {@link JspPage.widget} creates a page object for each.
 */
export class JspPage {
  readonly page: Page;
  /** The lines of the console, uncaught errors included. */
  readonly consoleLines: string[] = [];
  /** The texts of the dialogs that scripts opened. */
  readonly alerts: string[] = [];
  readonly requests: PageRequest[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      // Chromium logs every response of 400 and above. A page cannot prevent that.
      if (!message.text().startsWith('Failed to load resource'))
        this.consoleLines.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleLines.push(String(error)));
    page.on('dialog', (dialog) => {
      this.alerts.push(dialog.message());
      void dialog.accept();
    });
    page.on('request', (request) => {
      const {pathname} = new URL(request.url());
      const line = `${request.method()} ${pathname}`;
      this.requests.push({summary: line, type: request.resourceType(), body: request.postData()});
    });
  }

  /** The attempts that a widget posted. */
  get posts(): readonly PageRequest[] {
    return this.requests.filter(
      ({summary, type}) => type === 'fetch' && summary.startsWith('POST'),
    );
  }

  /** Returns the widget that a selector finds, in the page or in a frame. */
  widget(selector = 'motp-verify', frame?: Frame): TraineePage {
    return new TraineePage(puppeteerPage(this.page, frame), selector);
  }

  /** Finds the code field of a widget that is ready: the widget's own, or the site's in the slot. */
  async field(selector = 'motp-verify'): Promise<ElementHandle<HTMLInputElement>> {
    await this.page.waitForSelector(`${selector}:state(ready)`);
    const slotted = await this.page.$(`${selector} > input:not([readonly])`);
    const own = `${selector} >>> input:not([readonly])`;
    const field = slotted ?? (await this.page.waitForSelector(own));
    assert(field);
    return field.toElement('input');
  }

  /** Opens a URL in another tab of the same browser, and closes it again. */
  async opensInOtherTab(url: string): Promise<void> {
    const tab = await this.page.browserContext().newPage();
    await tab.goto(url);
    await tab.close();
    await this.page.bringToFront();
  }

  /** Signs out in another tab of the same browser. */
  async signsOutInOtherTab(url: string): Promise<void> {
    const tab = await this.page.browserContext().newPage();
    await tab.goto(url);
    await Promise.all([tab.waitForNavigation(), tab.click('input[type=submit]')]);
    await tab.close();
    await this.page.bringToFront();
  }

  /** Waits until the page around the widget shows a text. */
  async sees(text: string, page = this.page): Promise<void> {
    await page.waitForFunction((part) => document.body?.innerText.includes(part), {}, text);
  }

  /** Expects no line in the console and no dialog. */
  expectNoMessages(): void {
    assert.deepEqual([...this.consoleLines, ...this.alerts], []);
  }
}
