/**
 * The load of the crash tests: trainees send one wrong code after another while endpoints are killed and
 * databases restarted. They resend an attempt with its key until it is decided. So the endpoint must
 * count 1, 2, 3, 4, 5 in each row, without a gap and without a repetition.
 */
import assert from 'node:assert/strict';
import {setTimeout as pause} from 'node:timers/promises';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {handleIdentityReport} from '../../endpoint/identity-reports.ts';
import {createContext} from '../../endpoint/app.ts';
import type {AuthResult} from '../../endpoint/auth.ts';
import {HttpClient, seededRandom, type AttemptReply} from './harness/http-client.ts';
import type {EndpointService} from './harness/processes.ts';
import {idOf} from './harness/site.ts';
import {nearbyCodes, pickOne, randomWrongCode} from './scenarios.ts';

/** The result of a crash test. */
export interface CrashLoadResult {
  /** Attempts that were decided. */
  attempts: number;
  /** How often an attempt was sent again, after no response or no decision. */
  resends: number;
}

/** How long an attempt may stay undecided, in ms. */
const DECISION_TIMEOUT_MS = 30_000;

/** The codes of a decided attempt. */
const FINAL_CODES = new Set([
  'code-mismatch',
  'locked',
  'code-expired',
  'code-replayed',
  'verified',
]);

/**
 * Sends attempts until a signal aborts.
 *
 * @throws AssertionError if an attempt was lost or counted twice
 */
export async function runCrashLoad(
  service: EndpointService,
  trainees: number,
  counts: CrashLoadResult,
  until: AbortSignal,
): Promise<void> {
  const client = new HttpClient(trainees);
  try {
    await Promise.all(Array.from({length: trainees}, (_, i) => trainee(`persistent-${i}`, i)));
  } finally {
    client.close();
  }

  async function trainee(subject: string, i: number): Promise<void> {
    const secret = await service.register(subject);
    const ticket = await service.issueTicket(subject);
    const random = seededRandom(i);
    let code = randomWrongCode(random, await nearbyCodes(secret));
    let row: AttemptReply[] = [];
    const keys: string[] = [];
    while (!until.aborted || row.length > 0) {
      const key = createIdempotencyKey();
      const reply = await sendUntilDecided(ticket, code, key, i);
      assert.equal(reply.failures, row.length + 1, `${subject}: a count is missing or repeated`);
      assert.equal(reply.counted, true);
      keys.push(key);
      row.push(reply);
      counts.attempts++;
      if (reply.code !== 'locked') continue;
      await unlock(subject);
      row = [];
      code = randomWrongCode(random, await nearbyCodes(secret));
    }
    // The audit trail holds every decided attempt once, and nothing else.
    const records = await service.store.read((tx) => tx.listAttempts(idOf(subject)));
    assert.deepEqual(records.map(({key}) => key).toSorted(), keys.toSorted());
    assert(records.every(({result}) => result?.body.counted));
  }

  /** Sends an attempt to one endpoint after another, until it is decided. */
  async function sendUntilDecided(ticket: string, code: string, key: string, i: number) {
    const deadline = performance.now() + DECISION_TIMEOUT_MS;
    for (let sent = 0; ; sent++) {
      if (sent > 0) counts.resends++;
      try {
        const reply = await client.post(pickOne(service.urls, i + sent), ticket, code, key);
        if (FINAL_CODES.has(reply.code)) return reply;
      } catch {
        // The endpoint was killed or is starting: the outcome is unknown.
      }
      assert(performance.now() < deadline, 'The attempt was not decided in time.');
      await pause(20);
    }
  }

  /** Unlocks a trainee as the identity service, and retries until it succeeds. */
  async function unlock(subject: string): Promise<void> {
    const {store, encryption} = service;
    const context = createContext({
      basePath: '',
      store,
      encryption,
      now: Date.now,
      authenticateTrainee: anonymous,
    });
    const transactionId = crypto.randomUUID();
    const deadline = performance.now() + DECISION_TIMEOUT_MS;
    for (;;) {
      try {
        const owner = {site: 'institute', subject};
        const method = 'phone-identity';
        const proof = {...owner, method, transactionId, name: '홍길동'} as const;
        await handleIdentityReport(context, {...proof, verifiedAt: Date.now()});
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await pause(20);
      }
    }
  }
}

function anonymous(): AuthResult {
  return {kind: 'anonymous'};
}

/** Waits until more attempts have been decided. */
export async function waitForAttempts(result: CrashLoadResult, attempts: number): Promise<void> {
  const target = result.attempts + attempts;
  while (result.attempts < target) await pause(5);
}
