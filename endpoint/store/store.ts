/** Where registrations, counts, attempts and their audit trail are kept: the port of every store. */
import type {AttemptResponse, IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';

/** One trainee's account with the verification system. All times are ms since the epoch. */
export interface Account {
  /** The sealed registration of the app; absent until one is issued, and after a reset. */
  readonly registration: string | undefined;
  /** Failures in a row. */
  readonly failures: number;
  /** The last time step whose code was accepted: none up to it counts again. */
  readonly lastStep: number;
  /** When a failure locked the account. */
  readonly lockedAt: number | undefined;
  /** Failures before this are forgiven: the trainee has proved who they are by other means. */
  readonly forgivenAt: number;
  /** Until when an authority elsewhere is being asked about a code of this account. */
  readonly leaseUntil: number;
  /** A mark of the last code that an authority elsewhere accepted, which tells no time step. */
  readonly lastCodeHmac: string | undefined;
}

/** An account of nobody yet. */
export const NEW_ACCOUNT: Account = {
  registration: undefined,
  failures: 0,
  lastStep: -1,
  lockedAt: undefined,
  forgivenAt: 0,
  leaseUntil: 0,
  lastCodeHmac: undefined,
};

/** An account, and how often it has failed of late, whatever came between. */
export interface AccountSnapshot extends Account {
  readonly recentFailures: number;
}

/** Whose account it is, how it stands, and whether an attempt's key is new to it. */
export interface AttemptLookup extends AccountSnapshot {
  readonly subject: string;
  readonly hasKey: boolean;
}

/** An attempt that is about to be decided. */
export interface AttemptClaim {
  readonly subject: string;
  readonly key: IdempotencyKey;
  /** What was asked under the key: another question under the same key is refused. */
  readonly fingerprint: string;
  readonly site: string;
  readonly occasion: AttemptRequest['occasion'];
  readonly unit: number | undefined;
  /** ms since the epoch. */
  readonly at: number;
  /** Until when somebody may still be at it, ms since the epoch; after that it is lost. */
  readonly expiresAt: number;
}

/** What became of an attempt. */
export interface AttemptResult {
  readonly status: number;
  readonly body: AttemptResponse;
}

/** An attempt as it is kept: the key's outcome, the receipt and the line of the audit in one. */
export interface AttemptRecord extends AttemptClaim {
  /** Absent while somebody is at it, and for good where that ended without an outcome. */
  readonly result: AttemptResult | undefined;
  /** Whose check of the receipt came first, and when. */
  readonly checkedBy: string | undefined;
  readonly checkedAt: number | undefined;
}

/** What the audit trail tells beside the attempts. */
export const AUDIT_EVENTS = [
  'issued',
  'reset',
  'phone-identity',
  'i-pin',
  'receipt-checked',
] as const;

/** Something that happened to an account. */
export interface AuditEvent {
  /** Told once: the same id a second time changes nothing. */
  readonly id: string;
  readonly subject: string;
  readonly what: (typeof AUDIT_EVENTS)[number];
  /** Who reported it: a party of the server door. */
  readonly by: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** What can be read and written; inside a transaction, all of it or nothing. */
export interface StoreTransaction {
  /** @param since failures after this, in ms since the epoch, are counted as recent */
  getAccount(subject: string, since: number): Promise<AccountSnapshot | undefined>;
  /** Makes an account where there is none. */
  addAccount(subject: string, account: Account): Promise<void>;
  /** Changes an account that is there. */
  updateAccount(subject: string, account: Account): Promise<void>;
  /**
   * Takes one try of the account before anything is compared: `failures + 1`, unless it is locked.
   * From here to the end of the transaction nobody else gets at the account. One that is locked is
   * neither changed nor waited for.
   *
   * @param decoy whose try is taken where the subject is not registered
   * @returns whose try it is, or `undefined` where there is none to take
   */
  reserveTry(subject: string, decoy: string): Promise<string | undefined>;
  /**
   * The account that {@link reserveTry} is about, as it stands after that, or `undefined` where neither
   * is there.
   *
   * @param since as for {@link getAccount}
   */
  findForAttempt(
    subject: string,
    decoy: string,
    key: IdempotencyKey,
    since: number,
  ): Promise<AttemptLookup | undefined>;
  /** Keeps an attempt and its outcome at once. @throws Error where the key is taken */
  insertResult(claimKey: AttemptClaim, result: AttemptResult): Promise<void>;
  /**
   * Takes the account for a question to an authority elsewhere, unless it is locked or taken.
   *
   * @returns the account, or `undefined`
   */
  acquireLease(subject: string, now: number, until: number): Promise<Account | undefined>;
  /** Waits until nobody else is at the account, and keeps them from it. */
  lockAccount(subject: string): Promise<Account | undefined>;
  /** Takes the key. `false` where it is taken; one that is being decided is waited for. */
  claim(claim: AttemptClaim): Promise<boolean>;
  getAttempt(subject: string, key: IdempotencyKey): Promise<AttemptRecord | undefined>;
  setResult(subject: string, key: IdempotencyKey, result: AttemptResult): Promise<void>;
  /** Gives the key back: nothing was decided under it. */
  releaseKey(subject: string, key: IdempotencyKey): Promise<void>;
  /** The attempt whose receipt has this id. */
  findByReceipt(verificationId: string): Promise<AttemptRecord | undefined>;
  /** Marks a receipt as checked. `false` where it was before. */
  redeemReceipt(verificationId: string, by: string, at: number): Promise<boolean>;
  /** How many attempts of a site have failed since then. */
  countSiteFailures(site: string, since: number): Promise<number>;
  /** @returns `false` where the event is known */
  addEvent(event: AuditEvent): Promise<boolean>;
  listAttempts(subject: string): Promise<readonly AttemptRecord[]>;
  listEvents(subject: string): Promise<readonly AuditEvent[]>;
  /** Ends what happened before then, at most so many at once; how many they were. */
  purge(before: number, atMost: number): Promise<number>;
}

/**
 * What a transaction writes last, all of it sent at once: so it travels together with the commit.
 * `undefined` ends the transaction without a trace.
 */
export type CommitWrites<Value, By> = (
  value: Value,
  by: By,
) => readonly Promise<unknown>[] | undefined;

/** Keeps tx. */
export interface Store {
  /** Reads without a lock. */
  read<Value>(work: (tx: StoreTransaction) => Promise<Value>): Promise<Value>;
  /**
   * Runs work so that all of it counts or none, and nobody else's comes between.
   *
   * @param commitWrites what is written last, or `undefined` where nothing of the work is to count;
   *   without it everything does
   * @throws StoreError where the store is out of order, and nothing has counted
   */
  transaction<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    commitWrites?: CommitWrites<Value, StoreTransaction>,
  ): Promise<Value>;
  /** Whether it can be used just now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Why a store could not do its work.
 * `unavailable`: it is down, full or overrun, and nothing has counted.
 * `busy`: somebody else was at the same account for too long, and nothing has counted.
 * `in-doubt`: the line broke during the commit, and nobody knows whether it counted.
 */
export type StoreErrorCode = 'unavailable' | 'busy' | 'in-doubt';

/** A store that could not do its work; any other error is a bug. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(trouble: StoreErrorCode, cause: unknown) {
    super(`The store is ${trouble}.`, {cause});
    this.code = trouble;
  }
}
