/**
 * The rules of a small correct endpoint, in memory: keys, time steps, counting and the lock. Each is a
 * method, so that a mutant of the conformance kit's tests breaks one rule by overriding one method.
 */
import {createHmac, randomUUID} from 'node:crypto';
import type {AttemptRequest} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import {codeAt, STEP_MS, stepAt, stepEndsInMs} from '../../endpoint/verifier/totp.ts';

/** The body of an answer. */
export type AnswerBody = Readonly<Record<string, unknown>> & {readonly code: string};

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A trainee's account. */
export interface Account {
  readonly subject: string;
  readonly seed: string;
  failures: number;
  lockedAt: number | undefined;
  lastStep: number;
  readonly attempts: Map<string, StoredAttempt>;
}

/** A decided attempt. */
export interface StoredAttempt {
  readonly fingerprint: string;
  readonly answer: Answer;
}

/** A receipt that the site can redeem. */
export interface StoredReceipt {
  readonly subject: string;
  readonly site: string;
  readonly occasion: string;
  redeemedBy: string | undefined;
}

/** A valid attempt with its key. */
export interface Attempt extends AttemptRequest {
  readonly key: string;
}

const RECOGNIZED_STEPS = 10;
const GRACE_MS = 30_000;

/** Owns accounts and receipts, and decides attempts. Knows nothing of HTTP. */
export class SmallRules {
  protected readonly now: () => number;
  protected readonly accounts = new Map<string, Account>();
  protected readonly receipts = new Map<string, StoredReceipt>();

  /** @param now returns the time, in ms since the epoch */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Registers a trainee, who signs in with `Cookie: trainee=<subject>`. */
  register(subject: string, seed: string): void {
    const account = {failures: 0, lockedAt: undefined, lastStep: -1, attempts: new Map()};
    this.accounts.set(subject, {subject, seed, ...account});
  }

  protected refusal(code: string, status: number): Answer {
    return {status, body: {code, counted: false, serverTime: this.now()}};
  }

  // Keys.

  protected async decideOnce(account: Account, attempt: Attempt): Promise<Answer> {
    const earlier = this.attemptsOf(account).get(attempt.key);
    const fingerprint = this.fingerprint(attempt);
    if (earlier) {
      return earlier.fingerprint === fingerprint
        ? {...earlier.answer, headers: {'Idempotency-Replayed': 'true'}}
        : this.refusal('key-reused', 422);
    }
    const answer = await this.decide(account, attempt);
    if (this.isKept(answer)) this.attemptsOf(account).set(attempt.key, {fingerprint, answer});
    return answer;
  }

  protected attemptsOf(account: Account): Map<string, StoredAttempt> {
    return account.attempts;
  }

  protected fingerprint({code, occasion, unit}: Attempt): string {
    const text = JSON.stringify([code, occasion, unit]);
    return createHmac('sha256', 'the key of the test').update(text).digest('hex');
  }

  /** A lock from before is told, and not kept. */
  protected isKept({body}: Answer): boolean {
    return body.code !== 'locked' || body['counted'] === true;
  }

  protected outcome(account: Account, key: string): Answer {
    return this.attemptsOf(account).get(key)?.answer ?? this.refusal('attempt-unknown', 404);
  }

  protected status(account: Account): Answer {
    return this.isLocked(account)
      ? {...this.locked(account, false), status: 200}
      : {status: 200, body: {code: 'ready', counted: false, ...this.fields(account)}};
  }

  // The decision.

  protected async decide(account: Account, attempt: Attempt): Promise<Answer> {
    if (this.isLocked(account)) return this.locked(account, false);
    const step = await this.matchedStep(account, attempt.code);
    // Nothing is awaited from here on, so no other request can come between.
    if (this.isLocked(account)) return this.locked(account, false);
    const earlier = this.attemptsOf(account).get(attempt.key);
    if (earlier) return {...earlier.answer, headers: {'Idempotency-Replayed': 'true'}};
    const answer = this.answerTo(account, attempt, step);
    const fingerprint = this.fingerprint(attempt);
    this.attemptsOf(account).set(attempt.key, {fingerprint, answer});
    return answer;
  }

  protected answerTo(account: Account, attempt: Attempt, step: number | undefined): Answer {
    if (step === undefined) return this.wrong(account);
    if (this.isUsed(account, step)) return this.replayed(account);
    if (step < account.lastStep || !this.isAccepted(step)) return this.expired(account);
    return this.verified(account, attempt, step);
  }

  /** Returns the step of a code, among the present one and the ten before it. */
  protected async matchedStep({seed}: Account, code: string): Promise<number | undefined> {
    for (let back = -this.futureSteps(); back <= this.recognizedSteps(); back++) {
      if ((await codeAt(seed, this.now() - back * STEP_MS)) === code)
        return stepAt(this.now()) - back;
    }
    return undefined;
  }

  /** How many steps of the future are accepted: none. */
  protected futureSteps(): number {
    return 0;
  }

  /** How many steps back a code is expired rather than wrong. */
  protected recognizedSteps(): number {
    return RECOGNIZED_STEPS;
  }

  protected isAccepted(step: number): boolean {
    return step >= stepAt(this.now() - GRACE_MS);
  }

  protected isUsed(account: Account, step: number): boolean {
    return step === account.lastStep;
  }

  protected isLocked({failures, lockedAt}: Account): boolean {
    return failures >= this.maxFailures() || lockedAt !== undefined;
  }

  protected maxFailures(): number {
    return MAX_FAILURES;
  }

  protected wrong(account: Account): Answer {
    this.count(account);
    if (account.failures >= this.maxFailures()) {
      account.lockedAt = this.now();
      return this.locked(account, true);
    }
    return {status: 422, body: {code: 'code-mismatch', counted: true, ...this.fields(account)}};
  }

  protected count(account: Account): void {
    account.failures++;
  }

  protected expired(account: Account): Answer {
    return {status: 422, body: {code: 'code-expired', counted: false, ...this.fields(account)}};
  }

  protected replayed(account: Account): Answer {
    const nextCodeInMs = stepEndsInMs(this.now());
    const body = {code: 'code-replayed', counted: false, nextCodeInMs, ...this.fields(account)};
    return {status: 409, body};
  }

  protected locked(account: Account, counted: boolean): Answer {
    const lock = {
      unlock: ['phone-identity', 're-registration'],
      lockedAt: account.lockedAt ?? this.now(),
    };
    return {status: 423, body: {code: 'locked', counted, ...lock, ...this.fields(account)}};
  }

  protected verified(account: Account, attempt: Attempt, step: number): Answer {
    account.lastStep = step;
    this.clear(account);
    const verificationId = this.receiptId(account);
    this.receipts.set(verificationId, {
      subject: account.subject,
      site: 'institute',
      occasion: attempt.occasion,
      redeemedBy: undefined,
    });
    const times = {verifiedAt: this.now(), expiresAt: this.now() + 600_000};
    return {
      status: 200,
      body: {code: 'verified', counted: false, verificationId, ...times, ...this.fields(account)},
    };
  }

  protected clear(account: Account): void {
    account.failures = 0;
  }

  protected receiptId(_account: Account): string {
    return randomUUID();
  }

  protected fields({failures}: Account): Readonly<Record<string, unknown>> {
    const now = this.now();
    const period = STEP_MS / 1000;
    return {
      serverTime: now,
      failures,
      maxFailures: MAX_FAILURES,
      period,
      stepEndsInMs: stepEndsInMs(now),
    };
  }
}
