/**
 * Generates responses that no endpoint should send: random bytes, broken and hostile JSON, charsets,
 * statuses and headers. Each response follows from a seed, so that it can be repeated.
 */

/** The parts of one response. */
export interface FuzzedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether it is a valid success response of the contract. */
  readonly isSuccess: boolean;
}

const STATUSES = [
  200, 200, 200, 201, 202, 203, 206, 226, 400, 401, 403, 404, 405, 409, 413, 415, 418, 422, 423,
  429, 451, 500, 501, 502, 503, 504, 507, 511, 599,
] as const;

const CHARSETS = [
  '',
  'utf-8',
  'euc-kr',
  'utf-16le',
  'iso-8859-1',
  'no-such',
  '"',
  'utf-7',
] as const;

const TYPES = [
  'application/json',
  'application/problem+json',
  'text/html',
  'text/plain',
  'x',
] as const;

const WAITS = [
  '',
  '0',
  '5',
  '-1',
  '1e9',
  '99999999999999999999',
  'soon',
  'Sun, 06 Nov 1994 08:49:37 GMT',
];

const CODES = [
  'verified',
  'Verified',
  'VERIFIED',
  'verified ',
  'code-mismatch',
  'locked',
  'code-expired',
  'code-replayed',
  'not-registered',
  'identity-mismatch',
  'invalid-request',
  'key-required',
  'key-reused',
  'in-progress',
  'attempt-unknown',
  'session-required',
  'csrf',
  'origin',
  'ticket-invalid',
  'rate-limited',
  'unavailable',
  'internal',
  'ready',
  'constructor',
  '__proto__',
  'toString',
  '',
  'undefined',
] as const;

const NAMES = [
  'code',
  'verificationId',
  'verifiedAt',
  'expiresAt',
  'serverTime',
  'counted',
  'failures',
  'maxFailures',
  'period',
  'stepEndsInMs',
  'nextCodeInMs',
  'retryAfter',
  'unlock',
  'lockedAt',
  'differs',
  '__proto__',
  'constructor',
  'toJSON',
  'then',
  'prototype',
] as const;

/** Creates a seeded random number generator (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Generates the response of a seed. */
export function fuzzResponse(seed: number): FuzzedResponse {
  const random = createRandom(seed);
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const status = one(STATUSES);
  const charset = one(CHARSETS);
  const type = charset ? `${one(TYPES)}; charset=${charset}` : one(TYPES);
  const wait = one(WAITS);
  const headers = {'Content-Type': type, ...(wait && {'Retry-After': wait})};
  const text = randomBody(random, one);
  const encoded = new TextEncoder().encode(text);
  const bytes = random() < 0.2 ? corrupt(encoded, random) : encoded;
  return {status, headers, bytes, isSuccess: status === 200 && parsesAsSuccess(bytes, charset)};
}

function randomBody(random: () => number, one: <V>(values: readonly V[]) => V): string {
  const kind = random();
  if (kind < 0.1) return one(['', ' ', 'null', 'true', '0', '"verified"', 'Y', '[]', '{}', '﻿']);
  if (kind < 0.2) return one(['<html>', '<?xml?>', '\n<script>alert(1)</script>', '<!--', 'OK']);
  if (kind < 0.22) return '['.repeat(Math.floor(random() * 20_000));
  const fields = Array.from({length: Math.floor(random() * 8)}, () => {
    const name = random() < 0.4 ? 'code' : one(NAMES);
    return `${JSON.stringify(name)}:${name === 'code' ? randomCode(random, one) : randomValue(random, one)}`;
  });
  if (kind > 0.8) fields.push('"code":"verified"', '"verificationId":"A-1"');
  const json = `{${fields.join(',')}}`;
  if (kind < 0.35) return json.slice(0, Math.floor(random() * json.length));
  if (kind < 0.4) return `${json}${one([' ', ']', '}', 'x', json])}`;
  return kind < 0.45 ? `﻿${json}` : json;
}

function randomCode(random: () => number, one: <V>(values: readonly V[]) => V): string {
  return random() < 0.9 ? JSON.stringify(one(CODES)) : randomValue(random, one);
}

function randomValue(random: () => number, one: <V>(values: readonly V[]) => V): string {
  const kind = random();
  if (kind < 0.3) return JSON.stringify(one(CODES));
  if (kind < 0.6) return one(['0', '1', '-1', '5', '1e999', '1.5', '9007199254740993', '1e-9']);
  if (kind < 0.8) return one(['null', 'true', 'false', '[]', '{}', '"x"', '""', '"<img src=x>"']);
  if (kind < 0.9)
    return JSON.stringify(String.fromCharCode(...[1, 2, 3].map(() => random() * 65_535)));
  return one([
    '["phone-identity"]',
    '{"code":"verified"}',
    '[[[]]]',
    '{"__proto__":{"code":"verified"}}',
  ]);
}

function corrupt(bytes: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const times = Math.ceil(random() * 4);
  for (let i = 0; i < times; i++) copy[Math.floor(random() * copy.length)] = random() * 256;
  return copy;
}

/** Decides independently of the widget's code, with `JSON.parse` alone. */
function parsesAsSuccess(bytes: Uint8Array, charset: string): boolean {
  try {
    const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const isKnown = ['euc-kr', 'utf-16le', 'iso-8859-1'].includes(charset) && !hasByteOrderMark;
    const text = new TextDecoder(isKnown ? charset : 'utf-8').decode(bytes);
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return false;
    const {code: outcome, verificationId: id} = Object.fromEntries(Object.entries(parsed));
    return outcome === 'verified' && typeof id === 'string' && /^[!-~]{1,512}$/.test(id);
  } catch {
    return false;
  }
}
