/** The JSP site for films: a Tomcat and a browser, begun before the films of a file and ended after. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openBrowser, type Site} from '../../tools/preview.ts';
import {findBrowser} from '../../tools/browsers.ts';
import {findOrInstallTomcat, serveJspDemo} from '../../tools/services/jsp.ts';
import {TOMCAT_INSTALL_HINT} from '../../tools/services/tomcat.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {JspPage} from './jsp-page.ts';

const tomcat = findOrInstallTomcat();

/** Why the films can't be played here, where they can't; in CI they have to be. */
export const SKIP_REASON: string | false =
  tomcat || process.env['CI'] ? false : TOMCAT_INSTALL_HINT;

/** The test secret of RFC 6238 appendix B in base32; the site's `web.xml` has it in hexadecimal. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** The number on the phone, by otplib: the site's own is reckoned in Java. */
export function codeOnPhone(): Promise<string> {
  return codeAt(SECRET, Date.now());
}

/** A number that the phone doesn't show. */
export async function wrongCode(): Promise<string> {
  const right = await codeOnPhone();
  return right.replace(/[0-9]/g, (digit) => String((Number(digit) + 1) % 10));
}

/** See the file's head. */
export class JspSite {
  #site: Site | undefined;
  #browser: Browser | undefined;

  constructor() {
    before(async () => {
      assert(tomcat, TOMCAT_INSTALL_HINT);
      const engine = findBrowser('chromium');
      assert(engine);
      this.#site = await serveJspDemo(tomcat);
      this.#browser = await openBrowser(engine);
    });
    after(async () => {
      await this.#browser?.close();
      await this.#site?.close();
    });
  }

  /** The address of a page or file. */
  url(path: string): string {
    assert(this.#site);
    return this.#site.url + path;
  }

  /** A trainee whom nobody has seen before signs in and opens a page. */
  async open(path: string): Promise<JspPage> {
    assert(this.#browser);
    const context = await this.#browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(this.url('login.jsp'));
    await page.$eval('input[name=userId]', (input, id) => (input.value = id), randomUUID());
    await Promise.all([page.waitForNavigation(), page.click('input[type=submit]')]);
    const visit = new JspPage(page);
    await page.goto(this.url(path));
    return visit;
  }
}
