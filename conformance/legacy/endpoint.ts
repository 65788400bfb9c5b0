/** A legacy endpoint: form fields or JSON without keys, read with the widget's response map. */
import {randomInt} from 'node:crypto';
import {codeOfStep, stepAt} from '../totp.ts';
import type {LegacyMap} from './response-map.ts';

/** The settings of a legacy endpoint. */
export interface LegacyOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly ticket: string | undefined;
  /** The seed of the app, in base32. */
  readonly secret: string | undefined;
  readonly mayLock: boolean;
  readonly map: LegacyMap;
  readonly isForm: boolean;
  readonly codeField: string;
  /** The hidden inputs of the form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The field or header of the CSRF token, among those above. */
  readonly csrf: string | undefined;
  /** The charset of responses that name none. */
  readonly charset: string;
  readonly timeoutMs: number;
}

/** An answer of a legacy endpoint. */
export interface LegacyAnswer {
  readonly status: number;
  /** The body as JSON, or `undefined` if it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** What differs from a valid request. */
export interface LegacyOverride {
  readonly isSignedOut?: boolean;
  readonly isWithoutCsrf?: boolean;
  readonly method?: 'GET';
}

/** Sends requests as one trainee. Owns the credentials and the codes. Does not judge. */
export class LegacyEndpoint {
  readonly options: LegacyOptions;
  constructor(options: LegacyOptions) {
    this.options = options;
  }

  /** Returns the code that the app shows now. */
  code(): string {
    return codeOfStep(this.options.secret ?? '', stepAt(Date.now()));
  }

  /** Returns a wrong code. Without the seed, it is wrong with near certainty. */
  wrongCode(): string {
    const {secret} = this.options;
    const right = new Set<string>();
    if (secret !== undefined) {
      for (let offset = -12; offset <= 3; offset++) {
        right.add(codeOfStep(secret, stepAt(Date.now()) + offset));
      }
    }
    for (;;) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      if (!right.has(code)) return code;
    }
  }

  /** Sends a code, as form fields or as JSON. */
  async attempt(code: string, override: LegacyOverride = {}): Promise<LegacyAnswer> {
    const {url, isForm, charset, timeoutMs} = this.options;
    const {isSignedOut = false, method = 'POST'} = override;
    const content = isForm ? this.#fields(code, override) : this.#json(code, isSignedOut);
    const query = method === 'GET' && isForm ? `${url.includes('?') ? '&' : '?'}${content}` : '';
    const response = await fetch(url + query, {
      method,
      headers: {
        ...(method === 'POST' && {
          'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        }),
        ...this.#headers(override),
      },
      ...(method === 'POST' && {body: content}),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const type = response.headers.get('Content-Type') ?? '';
    const [, named = charset] = /charset=["']?([\w-]+)/i.exec(type) ?? [];
    const text = new TextDecoder(named).decode(await response.arrayBuffer());
    return {status: response.status, body: parseObject(text)};
  }

  #headers({isSignedOut, isWithoutCsrf}: LegacyOverride): Record<string, string> {
    const {headers, csrf = ''} = this.options;
    if (isSignedOut) return {};
    const sent = Object.entries(headers);
    return Object.fromEntries(
      sent.filter(([name]) => !isWithoutCsrf || name.toLowerCase() !== csrf.toLowerCase()),
    );
  }

  #fields(code: string, {isSignedOut, isWithoutCsrf}: LegacyOverride): string {
    const {fields, codeField, ticket, csrf} = this.options;
    const body = new URLSearchParams();
    for (const [name, value] of fields) {
      if (!isWithoutCsrf || name !== csrf) body.append(name, value);
    }
    body.append(codeField, code);
    if (ticket !== undefined && !isSignedOut) body.append('ticket', ticket);
    return body.toString();
  }

  #json(code: string, isSignedOut: boolean): string {
    const {ticket} = this.options;
    const withTicket = ticket !== undefined && !isSignedOut && {ticket};
    return JSON.stringify({v: 1, code, occasion: 'enrollment', ...withTicket});
  }
}

function parseObject(text: string): LegacyAnswer['body'] {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as LegacyAnswer['body']) : undefined;
  } catch {
    return undefined;
  }
}
