/** A trainee of the JSP site without a browser: a session, its CSRF token, and requests as an attacker sends them. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';

/** An answer of the site. */
export interface SiteAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Owns one session. Follows no redirect. */
export class HttpTrainee {
  readonly subject: string;
  cookie = '';
  token = '';
  readonly #site: string;

  private constructor(site: string, subject: string) {
    this.#site = site;
    this.subject = subject;
  }

  /** Signs in. @param site the URL of the site, with a slash at its end */
  static async signIn(site: string, subject: string = randomUUID()): Promise<HttpTrainee> {
    const trainee = new HttpTrainee(site, subject);
    await trainee.readToken('login.jsp');
    const {status} = await trainee.post('login.jsp', {userId: subject});
    assert.equal(status, 302);
    await trainee.readToken('full-page.jsp');
    return trainee;
  }

  /** Reads the CSRF token of a page. */
  async readToken(path: string): Promise<void> {
    const {text} = await this.get(path);
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(text) ?? [];
    assert.notEqual(token, '', text);
    this.token = token;
  }

  get(path: string): Promise<SiteAnswer> {
    return this.send(path, {});
  }

  /** Posts form fields, with the CSRF token unless it is `null`. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    token: string | null = this.token,
  ): Promise<SiteAnswer> {
    const body = new URLSearchParams({...fields, ...(token !== null && {_csrf: token})});
    return this.send(path, {method: 'POST', body});
  }

  /** Posts an attempt to the JSON endpoint. */
  attempt(code: string, key: string): Promise<SiteAnswer> {
    return this.send('motp/verify', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`},
      body: JSON.stringify({v: 1, code, occasion: 'enrollment'}),
    });
  }

  /** Returns the failures that the account has. */
  async failures(): Promise<unknown> {
    const {text} = await this.get('motp/verify/status');
    return (JSON.parse(text) as {readonly failures: unknown}).failures;
  }

  /** Sends a request with the session's cookie. */
  async send(path: string, init: RequestInit): Promise<SiteAnswer> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('Cookie', this.cookie);
    const response = await fetch(this.#site + path, {...init, headers, redirect: 'manual'});
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    return {status: response.status, headers: response.headers, text: await response.text()};
  }
}
