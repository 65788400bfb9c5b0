/**
 * Trainees who go on trying while endpoints are killed and databases restarted. Each tries one wrong
 * code after another, and sends an attempt again under its key until it is answered: so the endpoint
 * must count 1, 2, 3, 4, 5 in each row, with no number missing and none twice.
 */
import assert from 'node:assert/strict';
import {setTimeout as pause} from 'node:timers/promises';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {handleIdentityReport} from '../../endpoint/identity-reports.ts';
import {createContext} from '../../endpoint/app.ts';
import type {AuthResult} from '../../endpoint/auth.ts';
import {HttpClient, seededRandom, type AttemptReply} from './harness/http-client.ts';
import type {EndpointService} from './harness/processes.ts';
import {nearbyCodes, pickOne, wrongCode} from './scenarios.ts';

/** What came of it. */
export interface CrashLoadResult {
  /** Attempts that were answered. */
  attempts: number;
  /** How often one had to be sent again, since no answer or no decision came. */
  resends: number;
}

/** How long an attempt may go unanswered in all, in ms. */
const PATIENCE_MS = 30_000;

/** Decided, and so not to be sent again. */
const FINAL_CODES = new Set([
  'code-mismatch',
  'locked',
  'code-expired',
  'code-replayed',
  'verified',
]);

/**
 * Lets trainees try until a signal ends it.
 *
 * @throws AssertionError where an attempt was lost, counted twice or left out
 */
export async function runCrashLoad(
  service: EndpointService,
  trainees: number,
  tale: CrashLoadResult,
  until: AbortSignal,
): Promise<void> {
  const line = new HttpClient(trainees);
  try {
    await Promise.all(Array.from({length: trainees}, (_, i) => trainee(`persistent-${i}`, i)));
  } finally {
    line.close();
  }

  async function trainee(subject: string, i: number): Promise<void> {
    const secret = await service.register(subject);
    const ticket = await service.issueTicket(subject);
    const random = seededRandom(i);
    let code = wrongCode(random, await nearbyCodes(secret));
    let row: AttemptReply[] = [];
    const keys: string[] = [];
    while (!until.aborted || row.length > 0) {
      const key = createIdempotencyKey();
      const heard = await answered(ticket, code, key, i);
      assert.equal(heard.failures, row.length + 1, `${subject}: a count is missing or twice there`);
      assert.equal(heard.counted, true);
      keys.push(key);
      row.push(heard);
      tale.attempts++;
      if (heard.code !== 'locked') continue;
      await unlock(subject);
      row = [];
      code = wrongCode(random, await nearbyCodes(secret));
    }
    // Whatever was answered stands in the audit trail, once, and nothing else does.
    const kept = await service.store.read((tx) => tx.listAttempts(subject));
    assert.deepEqual(kept.map(({key}) => key).toSorted(), keys.toSorted());
    assert(kept.every(({result}) => result?.body.counted));
  }

  /** Sends an attempt, to one endpoint after another, until it is decided. */
  async function answered(ticket: string, code: string, key: string, i: number) {
    const late = performance.now() + PATIENCE_MS;
    for (let sent = 0; ; sent++) {
      if (sent > 0) tale.resends++;
      try {
        const heard = await line.post(pickOne(service.urls, i + sent), ticket, code, key);
        if (FINAL_CODES.has(heard.code)) return heard;
      } catch {
        // Killed, or not there yet: what became of the attempt is unknown.
      }
      assert(performance.now() < late, 'No answer came.');
      await pause(20);
    }
  }

  /** The identity service goes on as well. */
  async function unlock(subject: string): Promise<void> {
    const {store, seal} = service;
    const endpoint = createContext({
      basePath: '',
      store,
      encryption: seal,
      now: Date.now,
      authenticateTrainee: anonymous,
    });
    const transactionId = crypto.randomUUID();
    const late = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        const proof = {method: 'phone-identity', transactionId, name: '홍길동'} as const;
        await handleIdentityReport(endpoint, {subject, ...proof, verifiedAt: Date.now()});
        return;
      } catch (error) {
        if (performance.now() > late) throw error;
        await pause(20);
      }
    }
  }
}

function anonymous(): AuthResult {
  return {kind: 'anonymous'};
}

/** Waits until so many more attempts have been answered. */
export async function waitForAttempts(tale: CrashLoadResult, attempts: number): Promise<void> {
  const enough = tale.attempts + attempts;
  while (tale.attempts < enough) await pause(5);
}
