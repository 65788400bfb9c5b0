/** What must hold under load, in any size: small in `npm test`, whole in `npm run test:stress`. */
import assert from 'node:assert/strict';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {inParallel, HttpClient, seededRandom, type AttemptReply} from './harness/http-client.ts';
import {EndpointService, type SharedDatabase} from './harness/processes.ts';

/** How large a scenario is. */
export interface Size {
  readonly kind: SharedDatabase;
  readonly processes: number;
  readonly attempts: number;
  readonly connections: number;
}

/**
 * Wrong codes in parallel on one account.
 *
 * @returns how many were counted
 */
export async function guessInParallel(
  service: EndpointService,
  size: Size,
  seed: number,
): Promise<number> {
  const random = seededRandom(seed);
  const subject = `guessed-${seed}`;
  const secret = await service.register(subject);
  const ticket = await service.issueTicket(subject);
  const right = await nearbyCodes(secret);
  const line = new HttpClient(size.connections);
  const heard: AttemptReply[] = [];
  await inParallel(size.attempts, size.connections, async (i) => {
    const code = wrongCode(random, right);
    heard.push(
      await sendUntilDecided(line, pickOne(service.urls, i), ticket, code, createIdempotencyKey()),
    );
  });
  line.close();
  const codes = new Set(heard.map(({code}) => code));
  assert.deepEqual([...codes].toSorted(), ['code-mismatch', 'locked']);
  const standing = await service.store.read((tx) => tx.getAccount(subject, 0));
  assert.equal(standing?.failures, 5);
  assert.equal(standing.recentFailures, 5);
  return heard.filter(({counted}) => counted).length;
}

/**
 * Copies of one right code in parallel, each under a key of its own.
 *
 * @returns how many were verified
 */
export async function copyUnderManyKeys(service: EndpointService, size: Size): Promise<number> {
  const heard = await sendCopies(service, size, createIdempotencyKey);
  const others = heard.filter(({code}) => code !== 'verified');
  assert.deepEqual(new Set(others.map(({code}) => code)), new Set(['code-replayed']));
  return heard.length - others.length;
}

/**
 * Copies of one right code in parallel, all under one key.
 *
 * @returns how many different answers there were
 */
export async function copyUnderOneKey(service: EndpointService, size: Size): Promise<number> {
  const key = createIdempotencyKey();
  const heard = await sendCopies(service, size, () => key);
  assert(heard.every(({code}) => code === 'verified'));
  return new Set(heard.map(({text}) => text)).size;
}

let copied = 0;

async function sendCopies(
  service: EndpointService,
  size: Size,
  newKey: () => string,
): Promise<AttemptReply[]> {
  const subject = `copied-${++copied}`;
  const secret = await service.register(subject);
  const ticket = await service.issueTicket(subject);
  const line = new HttpClient(size.connections);
  const code = await codeAt(secret, Date.now());
  const heard: AttemptReply[] = [];
  await inParallel(size.attempts, size.connections, async (i) => {
    heard.push(await sendUntilDecided(line, pickOne(service.urls, i), ticket, code, newKey()));
  });
  line.close();
  return heard;
}

/** How often an attempt that a busy machine could not take is sent again, under its key. */
const RESENDS = 20;

/** Sends an attempt until it is decided, as the widget would. */
async function sendUntilDecided(
  line: HttpClient,
  url: string,
  ticket: string,
  code: string,
  key: string,
) {
  for (let left = RESENDS; ; left--) {
    const heard = await line.post(url, ticket, code, key);
    if (left === 0 || !['unavailable', 'in-progress'].includes(heard.code)) return heard;
  }
}

/** The codes of a seed that the endpoint would know, for some minutes from now. */
export async function nearbyCodes(secret: string): Promise<ReadonlySet<string>> {
  const steps = Array.from({length: 16}, (_, i) => codeAt(secret, Date.now() + (i - 12) * 60_000));
  return new Set(await Promise.all(steps));
}

/** A code that is none of those. */
export function wrongCode(random: () => number, right: ReadonlySet<string>): string {
  for (;;) {
    const code = String(Math.floor(random() * 1e6)).padStart(6, '0');
    if (!right.has(code)) return code;
  }
}

/** Takes turns. */
export function pickOne<One>(all: readonly One[], i: number): One {
  const one = all[i % all.length];
  assert(one !== undefined);
  return one;
}
