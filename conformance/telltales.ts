/** Finds what tells a stranger whether a trainee is registered: a word, a field, a header, or the time. */
import {randomBytes, randomInt} from 'node:crypto';
import type {Check} from './check.ts';
import type {EndpointRequest, Exchange} from './endpoint.ts';

/** The fields by which endpoints have let a request name its trainee. */
export const SUBJECT_FIELDS = ['subject', 'userId', 'user_id', 'id', 'traineeId', 'USRID'] as const;

/** Requests for each of the two names. What is in all of one and in none of the other tells. */
const SAMPLES = 3;

/** Headers that differ from one answer to the next. */
const VOLATILE_HEADERS = new Set(['date', 'age', 'set-cookie', 'etag', 'content-length']);

/** Fields that do. */
const VOLATILE_FIELDS = new Set(['serverTime', 'instance', 'stepEndsInMs', 'nextCodeInMs']);

/** Pairs of requests in one round of measurements, and the most rounds. */
const PAIRS = 30;
const MAX_ROUNDS = 4;

/** How many standard deviations of a fair coin make a difference: less than one chance in a million. */
const SIGNIFICANT = 5;

/** The least difference that a stranger could measure, in ms. */
const MEASURABLE_MS = 1;

/** A request of nobody that names a trainee. */
interface Probe {
  readonly name: string;
  readonly request: (check: Check, subject: string) => EndpointRequest;
}

const PROBES: readonly Probe[] = [
  {
    name: 'POST with the name in the body',
    request: ({first, occasion}, subject) => ({
      route: 'attempt',
      path: '',
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${first.newKey()}"`},
      body: JSON.stringify({v: 1, code: first.wrongCode(), occasion, ...named(subject)}),
    }),
  },
  {
    name: 'GET /status with the name in the URL',
    request: (_check, subject) => ({
      route: 'status',
      path: `/status?${new URLSearchParams(named(subject))}`,
      method: 'GET',
      headers: {},
    }),
  },
];

/** Returns a sentence for each telltale. */
export async function findTelltales(check: Check, registered: string): Promise<readonly string[]> {
  const unregistered = similarName(registered);
  const found: string[] = [];
  for (const {name, request} of PROBES) {
    const answers: [registered: Exchange[], unregistered: Exchange[]] = [[], []];
    for (let i = 0; i < SAMPLES; i++) {
      answers[0].push(await check.endpoint.send(request(check, registered)));
      answers[1].push(await check.endpoint.send(request(check, unregistered)));
    }
    const names = [registered, unregistered];
    const [known, unknown] = [
      answers[0].map((answer) => wordsOf(answer, names)),
      answers[1].map((answer) => wordsOf(answer, names)),
    ];
    for (const word of [...distinctive(known, unknown), ...distinctive(unknown, known)]) {
      found.push(`${name}: ${word}`);
    }
    const ms = await differenceMs((isKnown) =>
      check.endpoint.measure(request(check, isKnown ? registered : unregistered)),
    );
    if (ms !== undefined) found.push(`${name}: the answer takes ${ms.toFixed(1)} ms more or less`);
  }
  return found;
}

/** Fields for each name of a trainee's field. */
export function named(subject: string): Readonly<Record<string, string>> {
  return Object.fromEntries(SUBJECT_FIELDS.map((field) => [field, subject]));
}

/** Returns a random name of the same length and kinds of characters. */
function similarName(name: string): string {
  const similar = name.replaceAll(/[a-z]|[A-Z]|[0-9]/g, (character) => {
    const [first, count] = /[0-9]/.test(character)
      ? [48, 10]
      : /[a-z]/.test(character)
        ? [97, 26]
        : [65, 26];
    return String.fromCharCode(first + randomInt(count));
  });
  return similar === name ? `${name}${randomBytes(4).toString('hex')}` : similar;
}

/**
 * Returns an answer as words that can be compared: the status, each header and each field. Both names are
 * masked in each answer, since a short one can also be a part of a word, such as `json`.
 */
function wordsOf(
  {status, headers, body, isJson, text}: Exchange,
  names: readonly string[],
): ReadonlySet<string> {
  const fields = isJson
    ? Object.entries(body)
        .filter(([name]) => !VOLATILE_FIELDS.has(name))
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    : [text];
  const sent = Array.from(headers)
    .filter(([name]) => !VOLATILE_HEADERS.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  const words = [`status ${status}`, ...sent, ...fields];
  return new Set(
    words.map((word) => names.reduce((masked, name) => masked.replaceAll(name, '…'), word)),
  );
}

/** Returns the words that are in each of some answers, and in none of the others. */
function distinctive(
  some: readonly ReadonlySet<string>[],
  others: readonly ReadonlySet<string>[],
): readonly string[] {
  const [first = new Set<string>(), ...more] = some;
  return [...first].filter(
    (word) => more.every((words) => words.has(word)) && others.every((words) => !words.has(word)),
  );
}

/**
 * Measures whether answers about a registered trainee take longer or shorter. Compares pairs, one right
 * after the other and in changing order, by how often the first is slower: a sign test, which neither a
 * slow server nor a busy machine deceives.
 *
 * @returns the median difference in ms; `undefined` if there is none
 */
async function differenceMs(
  measure: (isKnown: boolean) => Promise<Exchange>,
): Promise<number | undefined> {
  const differences: number[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (let i = 0; i < PAIRS; i++) {
      const isFirst = i % 2 === 0;
      const [a, b] = [await measure(isFirst), await measure(!isFirst)];
      differences.push(isFirst ? a.durationMs - b.durationMs : b.durationMs - a.durationMs);
    }
    const slower = differences.filter((difference) => difference > 0).length;
    const half = differences.length / 2;
    const deviations = Math.abs(slower - half) / (Math.sqrt(differences.length) / 2);
    const median = Math.abs(differences.toSorted((a, b) => a - b)[Math.floor(half)] ?? 0);
    if (deviations >= SIGNIFICANT) return median >= MEASURABLE_MS ? median : undefined;
    // Far from a difference: more rounds would find none.
    if (deviations < 2) return undefined;
  }
  return undefined;
}
