/**
 * The reference verification endpoint: a function from Request to Response that keeps the contract.
 * The demo's worker and the tests hand it requests; it holds no state but its store's.
 */
import {Hono, type Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import * as v from 'valibot';
import {AttemptKey, AttemptRequest, type Answer, type Status} from '../../src/core/contract.ts';
import {decide, locked, tallyOf, type Decision} from './decision.ts';
import type {Store, Transaction} from './store.ts';
import {matchedStep} from './totp.ts';

/** What the endpoint needs from where it runs. */
export interface EndpointOptions {
  /** The path under which it is served, such as `/api/motp`. */
  readonly basePath: string;
  readonly store: Store;
  /** Who asks, by session or ticket and never by the body; `undefined` where nobody is signed in. */
  readonly subjectOf: (request: Request) => string | undefined;
  /** ms since the epoch. */
  readonly now: () => number;
  /**
   * At least 32 random characters, the same for as long as the store is kept: under it attempts are
   * told apart without their code being stored.
   */
  readonly fingerprintSecret: string;
}

/** How an answer goes out: status and body. */
type Outcome = Pick<Decision, 'status'> & {readonly answer: Answer | Status};

/** The endpoint, ready to be served. */
export function createEndpoint(options: EndpointOptions): Hono {
  const {basePath, store, subjectOf, now} = options;
  const app = new Hono().basePath(basePath);
  const fingerprintKey = macKey(options.fingerprintSecret);

  const refused = (status: number, code: Refusal): Outcome => ({
    status,
    answer: {code, counted: false, serverTime: now()},
  });

  app.post('/', async (c) => {
    const subject = subjectOf(c.req.raw);
    if (subject === undefined) return send(c, refused(403, 'session-required'));
    const key = keyOf(c.req.header('Idempotency-Key'));
    if (!key) return send(c, refused(400, 'key-required'));
    const request = v.safeParse(AttemptRequest, await json(c.req.raw));
    if (!request.success) return send(c, refused(400, 'invalid-request'));
    const {code, occasion, unit, ticket} = request.output;
    const fingerprint = await mac(await fingerprintKey, [code, occasion, unit, ticket]);

    const outcome = await store.transaction(async (transaction): Promise<Outcome> => {
      const before = transaction.attempt(subject, key);
      if (before) return before.fingerprint === fingerprint ? before : refused(422, 'key-reused');
      const decision = await decided(transaction, subject, code);
      if (!decision) return refused(409, 'not-registered');
      transaction.putAccount(subject, decision.account);
      if (decision.kept) transaction.putAttempt(subject, key, {...decision, fingerprint});
      return decision;
    });
    return send(c, outcome);
  });

  app.get('/attempts/:key', async (c) => {
    const subject = subjectOf(c.req.raw);
    if (subject === undefined) return send(c, refused(403, 'session-required'));
    const key = c.req.param('key') as AttemptKey;
    const attempt = await store.transaction(async (t) => t.attempt(subject, key));
    return send(c, attempt ?? refused(404, 'attempt-unknown'));
  });

  app.get('/status', async (c) => {
    const subject = subjectOf(c.req.raw);
    if (subject === undefined) return send(c, refused(403, 'session-required'));
    const account = await store.transaction(async (t) => t.account(subject));
    if (!account) return send(c, refused(409, 'not-registered'));
    const answer =
      account.lockedAt === undefined
        ? ({code: 'ready', ...tallyOf(account, now())} as const)
        : locked(account, now(), false);
    return send(c, {status: 200, answer});
  });

  app.onError((_error, c) => send(c, refused(500, 'internal')));
  app.notFound((c) => send(c, refused(404, 'invalid-request')));
  return app;

  async function decided(
    transaction: Transaction,
    subject: string,
    code: string,
  ): Promise<Decision | undefined> {
    const account = transaction.account(subject);
    if (account?.secret === undefined) return undefined;
    if (account.lockedAt !== undefined) {
      return {status: 423, answer: locked(account, now(), false), account, kept: false};
    }
    const step = await matchedStep(account.secret, code, now());
    return decide(account, step, now(), () => crypto.randomUUID());
  }
}

/** Refusals that say nothing about a code. */
type Refusal =
  | 'session-required'
  | 'key-required'
  | 'key-reused'
  | 'invalid-request'
  | 'not-registered'
  | 'attempt-unknown'
  | 'internal';

/**
 * The identity service has verified this person: the lock ends (manual: 휴대폰 본인인증 후 다시 사용).
 * It says so server to server, never through the trainee's page.
 */
export function identityVerified(store: Store, subject: string): Promise<void> {
  return store.transaction(async (transaction) => {
    const account = transaction.account(subject);
    if (account) transaction.putAccount(subject, {...account, failures: 0, lockedAt: undefined});
  });
}

function send(c: Context, {status, answer}: Outcome): Response {
  const refusal = status >= 400;
  return c.body(JSON.stringify(refusal ? {title: answer.code, status, ...answer} : answer), {
    status: status as ContentfulStatusCode,
    headers: {
      'Content-Type': refusal ? 'application/problem+json' : 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** `Idempotency-Key: "…"`, a string of RFC 8941. */
function keyOf(header: string | undefined): AttemptKey | undefined {
  const key = v.safeParse(AttemptKey, header?.match(/^"(.*)"$/)?.[1]);
  return key.success ? key.output : undefined;
}

async function json(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

function macKey(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey('raw', bytes, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
}

/**
 * What was asked, as one opaque text. Keyed, since a plain hash of six digits is as good as the
 * digits.
 */
async function mac(key: CryptoKey, parts: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes)));
}

/** The trainee has registered anew: the old seed ends with its failures (manual: mOTP 등록 초기화). */
export function registeredAnew(store: Store, subject: string, secret: string): Promise<void> {
  return store.transaction(async (transaction) => {
    transaction.putAccount(subject, {secret, failures: 0, lastStep: -1, lockedAt: undefined});
  });
}
