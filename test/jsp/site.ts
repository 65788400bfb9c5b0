/** The JSP site of the tests of a file: a Tomcat and a browser, started before them and ended after. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openBrowser, type DemoServer} from '../../tools/preview.ts';
import {findBrowser} from '../../tools/browsers.ts';
import {findOrInstallTomcat, serveJspDemo} from '../../tools/services/jsp.ts';
import {TOMCAT_INSTALL_HINT} from '../../tools/services/tomcat.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {WAIT_TIMEOUT_MS} from '../harness/timeouts.ts';
import {JspPage} from './jsp-page.ts';

/** The Tomcat of this machine, if there is one. */
export const tomcat = findOrInstallTomcat();

/** Why the tests are skipped on this machine, or `false`. In CI they must run. */
export const SKIP_REASON: string | false =
  tomcat || process.env['CI'] ? false : TOMCAT_INSTALL_HINT;

/** The seed of RFC 6238, appendix B, in base32; `web.xml` has it in hexadecimal. */
export const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Returns the code on the phone, computed independently of the site's Java code. */
export function codeOnPhone(): Promise<string> {
  return codeAt(SECRET, Date.now());
}

/** Returns a code that the phone does not show. */
export async function wrongCode(): Promise<string> {
  const right = await codeOnPhone();
  return right.replace(/[0-9]/g, (digit) => String((Number(digit) + 1) % 10));
}

/**
 * The running site and its browser.
 *
 * The constructor registers the hooks that start and end both.
 */
export class JspSite {
  #site: DemoServer | undefined;
  #browser: Browser | undefined;

  constructor() {
    before(async () => {
      assert(tomcat, TOMCAT_INSTALL_HINT);
      const chromium = findBrowser('chromium');
      assert(chromium);
      this.#site = await serveJspDemo(tomcat);
      this.#browser = await openBrowser(chromium);
    });
    after(async () => {
      await this.#browser?.close();
      await this.#site?.close();
    });
  }

  /** Returns the URL of a page or file. */
  url(path: string): string {
    assert(this.#site);
    return this.#site.url + path;
  }

  /** Signs in a new trainee and opens a page. */
  async open(path: string): Promise<JspPage> {
    assert(this.#browser);
    const context = await this.#browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_TIMEOUT_MS);
    await page.goto(this.url('login.jsp'));
    await page.$eval('input[name=userId]', (input, id) => (input.value = id), randomUUID());
    await Promise.all([page.waitForNavigation(), page.click('input[type=submit]')]);
    const jspPage = new JspPage(page);
    await page.goto(this.url(path));
    return jspPage;
  }
}
