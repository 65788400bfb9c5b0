/** The port of every store: accounts, attempts and audit events. All times are ms since the epoch. */
import type {AttemptResponse, IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';

/** The account of one trainee with the verification system. */
export interface Account {
  /** The encrypted registration of the app; `undefined` before it is confirmed and after a reset. */
  readonly registration: string | undefined;
  /** The encrypted registration of a device that has not yet confirmed a code. */
  readonly pending: string | undefined;
  /** Failures in a row. */
  readonly failures: number;
  /** The last time step whose code was accepted. No code of this or an earlier step counts again. */
  readonly lastStep: number;
  /** When a failure locked the account. */
  readonly lockedAt: number | undefined;
  /** When an operator suspended the account: it stays locked until an operator unlocks it. */
  readonly suspendedAt: number | undefined;
  /** Failures before this time are forgiven: the trainee has proved their identity otherwise. */
  readonly forgivenAt: number;
  /** Until when a remote verifier evaluates a code of this account. */
  readonly leaseUntil: number;
  /** The codes that a remote verifier has accepted lately; it reports no time step. */
  readonly usedCodes: readonly UsedCode[];
}

/** A code that was accepted. */
export interface UsedCode {
  readonly hmac: string;
  readonly at: number;
}

/** An account without a registration. */
export const NEW_ACCOUNT: Account = {
  registration: undefined,
  pending: undefined,
  failures: 0,
  lastStep: -1,
  lockedAt: undefined,
  suspendedAt: undefined,
  forgivenAt: 0,
  leaseUntil: 0,
  usedCodes: [],
};

/** An account with the number of its recent failures, despite successes in between. */
export interface AccountSnapshot extends Account {
  readonly recentFailures: number;
}

/** Names the account and the key of an attempt. */
export interface AttemptQuery {
  readonly accountId: string;
  readonly key: IdempotencyKey;
  /** Failures after this time are recent. */
  readonly since: number;
}

/** The account of an attempt, and whether the attempt's key exists. */
export interface AttemptLookup extends AccountSnapshot {
  readonly hasKey: boolean;
}

/** An attempt before it is evaluated. */
export interface AttemptClaim {
  readonly accountId: string;
  readonly key: IdempotencyKey;
  /** Identifies the request: another request with the same key is rejected. */
  readonly fingerprint: string;
  /** The fingerprints of the same request under earlier encryption keys. Not stored. */
  readonly earlierFingerprints?: readonly string[];
  readonly site: string;
  readonly occasion: AttemptRequest['occasion'];
  readonly unit: number | undefined;
  readonly at: number;
  /** The client's network address, if known. */
  readonly address: string | undefined;
  /** Until when a process may still evaluate it. An attempt without a result after that is lost. */
  readonly expiresAt: number;
}

/** The response to an attempt. */
export interface AttemptResult {
  readonly status: number;
  readonly body: AttemptResponse;
}

/** An attempt with its result, and the account that the result was decided from. */
export interface DecidedAttempt {
  readonly claim: AttemptClaim;
  readonly result: AttemptResult;
  /** The account as {@link Store.findForAttempt} returned it: with a try left. */
  readonly before: Account;
  /** The account after the attempt. It differs in `failures`, `lastStep` and `lockedAt` only. */
  readonly after: Account;
}

/** A stored attempt: the outcome of its key, its receipt and its audit entry. */
export interface AttemptRecord extends AttemptClaim {
  /** `undefined` during the evaluation, and forever if the process stopped during it. */
  readonly result: AttemptResult | undefined;
  /** Who redeemed the receipt first. */
  readonly checkedBy: string | undefined;
  readonly checkedAt: number | undefined;
}

/** The kinds of audit events. Attempts that were evaluated are audited by their own records. */
export type AuditEventKind =
  /** A device got a seed. */
  | 'issued'
  /** A device has confirmed a code, and its registration counts from now on. */
  | 'confirmed'
  | 'confirmation-refused'
  | 'reset'
  /** The identity service has verified the trainee, and the lock has ended. */
  | 'phone-identity'
  | 'i-pin'
  /** The identity service has reported something that ended no lock. */
  | 'report-refused'
  /** An attempt was not evaluated: the account was locked, or the identities differed. */
  | 'attempt-refused'
  | 'receipt-checked'
  /** By an operator. */
  | 'suspended'
  | 'unlocked';

/** A change of an account that is no attempt. */
export interface AuditEvent {
  /** Unique: a second event with the same id changes nothing. */
  readonly id: string;
  readonly accountId: string;
  readonly what: AuditEventKind;
  /** Who caused it: a server, a trainee's page or an operator. */
  readonly by: string;
  readonly at: number;
  /** Why something was refused. */
  readonly reason?: string | undefined;
  /** The network address of the caller, if known. */
  readonly address?: string | undefined;
}

/** A ticket that its site has revoked. */
export interface RevokedTicket {
  /** The site and the id of the ticket. */
  readonly id: string;
  readonly at: number;
}

/** Reads and writes. In a transaction, all writes are committed or none. */
export interface StoreTransaction {
  /** Returns an account. @param since failures after this time are recent */
  getAccount(accountId: string, since: number): Promise<AccountSnapshot | undefined>;
  /** Creates an account, if it does not exist. */
  addAccount(accountId: string, account: Account): Promise<void>;
  /** Changes an account that exists. */
  updateAccount(accountId: string, account: Account): Promise<void>;
  /**
   * Leases the account for a request to a remote verifier.
   *
   * @returns the account, or `undefined` if it is locked or leased
   */
  acquireLease(accountId: string, now: number, until: number): Promise<Account | undefined>;
  /** Locks the account against other transactions, and waits for those that hold it. */
  lockAccount(accountId: string): Promise<Account | undefined>;
  /** Takes a key, after it has waited for a transaction that holds it. @returns whether it was free */
  claimKey(claim: AttemptClaim): Promise<boolean>;
  /** Returns the attempt of a key. */
  getAttempt(accountId: string, key: IdempotencyKey): Promise<AttemptRecord | undefined>;
  /** Sets the result of an attempt whose key was claimed. */
  setResult(accountId: string, key: IdempotencyKey, result: AttemptResult): Promise<void>;
  /** Deletes an attempt that was not evaluated, so that its key is free again. */
  releaseKey(accountId: string, key: IdempotencyKey): Promise<void>;
  /** Returns the attempt of a receipt. */
  findByReceipt(verificationId: string): Promise<AttemptRecord | undefined>;
  /** Marks a receipt as redeemed. @returns `false` if it was redeemed before */
  redeemReceipt(verificationId: string, by: string, at: number): Promise<boolean>;
  /** Counts the failures of a site since a time. */
  countSiteFailures(site: string, since: number): Promise<number>;
  /** Adds an event. @returns `false` if its id exists */
  addEvent(event: AuditEvent): Promise<boolean>;
  getEvent(id: string): Promise<AuditEvent | undefined>;
  /** Deletes an account with its attempts and events. @returns the number of rows */
  eraseAccount(accountId: string): Promise<number>;
  /** Returns the ids of accounts, in their order. @param after the last id of the batch before */
  listAccountIds(after: string, limit: number): Promise<readonly string[]>;
  listAttempts(accountId: string): Promise<readonly AttemptRecord[]>;
  listEvents(accountId: string): Promise<readonly AuditEvent[]>;
  /** Revokes a ticket. A repeated revocation changes nothing. */
  revokeTicket(id: string, at: number): Promise<void>;
  /** Returns the tickets that were revoked after a time. */
  listRevokedTickets(since: number): Promise<readonly RevokedTicket[]>;
  /**
   * Deletes attempts, events and revocations before a time, at most `limit` of them.
   *
   * @returns their number
   */
  purge(before: number, limit: number): Promise<number>;
}

/** Returns whether a transaction is committed; otherwise it is rolled back. */
export type ShouldCommit<Value> = (value: Value) => boolean;

/** Stores accounts, attempts and audit events. */
export interface Store {
  /** Reads without a lock. */
  read<Value>(work: (tx: StoreTransaction) => Promise<Value>): Promise<Value>;
  /**
   * Runs a transaction: isolated from others, committed as a whole or not at all.
   *
   * @param shouldCommit by default, all is committed
   * @throws StoreError if the store fails; nothing is committed then, unless the error is `in-doubt`
   */
  transaction<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    shouldCommit?: ShouldCommit<Value>,
  ): Promise<Value>;
  /**
   * Returns the registered account of an attempt as it was committed last, or `undefined` if the trainee
   * is not registered. Waits for no transaction. Attempts that arrive together share a statement.
   */
  findForAttempt(query: AttemptQuery): Promise<AttemptLookup | undefined>;
  /**
   * Stores an attempt and changes its account, both or none: only while the account is as it was read
   * and the key is free. Waits for no other transaction that holds the account. Attempts that arrive
   * together share a statement and its commit.
   *
   * @returns whether it was stored; if not, the account must be read again
   * @throws StoreError as {@link transaction}
   */
  storeAttempt(attempt: DecidedAttempt): Promise<boolean>;
  /** Writes and reads. @throws StoreError if the store can't be used now */
  checkReady(): Promise<void>;
  close(): Promise<void>;
}
