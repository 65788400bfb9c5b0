/** Scenarios of load on one account: small in `npm test`, full size in `npm run test:stress`. */
import assert from 'node:assert/strict';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {inParallel, HttpClient, seededRandom, type AttemptReply} from './harness/http-client.ts';
import {EndpointService, type SharedDatabase} from './harness/processes.ts';
import {idOf} from './harness/site.ts';

/** The size of a scenario. */
export interface Size {
  readonly kind: SharedDatabase;
  readonly processes: number;
  readonly attempts: number;
  readonly connections: number;
}

/**
 * Sends wrong codes to one account in parallel.
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
  const client = new HttpClient(size.connections);
  const replies: AttemptReply[] = [];
  await inParallel(size.attempts, size.connections, async (i) => {
    const code = randomWrongCode(random, right);
    replies.push(
      await sendUntilDecided(
        client,
        pickOne(service.urls, i),
        ticket,
        code,
        createIdempotencyKey(),
      ),
    );
  });
  client.close();
  const codes = new Set(replies.map(({code}) => code));
  assert.deepEqual([...codes].toSorted(), ['code-mismatch', 'locked']);
  const account = await service.store.read((tx) => tx.getAccount(idOf(subject), 0));
  assert.equal(account?.failures, 5);
  assert.equal(account.recentFailures, 5);
  return replies.filter(({counted}) => counted).length;
}

/**
 * Sends copies of one right code in parallel, each with its own key.
 *
 * @returns how many were verified
 */
export async function copyUnderManyKeys(service: EndpointService, size: Size): Promise<number> {
  const replies = await sendCopies(service, size, createIdempotencyKey);
  const others = replies.filter(({code}) => code !== 'verified');
  assert.deepEqual(new Set(others.map(({code}) => code)), new Set(['code-replayed']));
  return replies.length - others.length;
}

/**
 * Sends copies of one right code in parallel, all with the same key.
 *
 * @returns the number of different responses
 */
export async function copyUnderOneKey(service: EndpointService, size: Size): Promise<number> {
  const key = createIdempotencyKey();
  const replies = await sendCopies(service, size, () => key);
  assert(replies.every(({code}) => code === 'verified'));
  return new Set(replies.map(({text}) => text)).size;
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
  const client = new HttpClient(size.connections);
  const code = await codeAt(secret, Date.now());
  const replies: AttemptReply[] = [];
  await inParallel(size.attempts, size.connections, async (i) => {
    replies.push(await sendUntilDecided(client, pickOne(service.urls, i), ticket, code, newKey()));
  });
  client.close();
  return replies;
}

/** How often an attempt is resent with its key, when the machine is too busy. */
const MAX_RESENDS = 20;

/** Sends an attempt until it is decided, as the widget does. */
async function sendUntilDecided(
  client: HttpClient,
  url: string,
  ticket: string,
  code: string,
  key: string,
) {
  for (let left = MAX_RESENDS; ; left--) {
    const reply = await client.post(url, ticket, code, key);
    if (left === 0 || !['unavailable', 'in-progress'].includes(reply.code)) return reply;
  }
}

/** Returns the codes of a seed that the endpoint recognizes now and in the next minutes. */
export async function nearbyCodes(secret: string): Promise<ReadonlySet<string>> {
  const steps = Array.from({length: 16}, (_, i) => codeAt(secret, Date.now() + (i - 12) * 60_000));
  return new Set(await Promise.all(steps));
}

/** Returns a random code that is not one of the right ones. */
export function randomWrongCode(random: () => number, right: ReadonlySet<string>): string {
  for (;;) {
    const code = String(Math.floor(random() * 1e6)).padStart(6, '0');
    if (!right.has(code)) return code;
  }
}

/** Picks entries in turn. */
export function pickOne<One>(all: readonly One[], i: number): One {
  const one = all[i % all.length];
  assert(one !== undefined);
  return one;
}
