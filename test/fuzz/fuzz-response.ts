/**
 * Answers that no endpoint should give: bytes, broken and hostile JSON, charsets, statuses, headers.
 * Made from a seed, so that each can be made again.
 */

/** One answer, before it is a Response. */
export interface FuzzedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether it says success as the contract wants it, so that it may be taken for it. */
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

/** A random number generator (mulberry32): small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The answer of a seed. */
export function fuzzedAnswer(seed: number): FuzzedAnswer {
  const random = randomFrom(seed);
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const status = one(STATUSES);
  const charset = one(CHARSETS);
  const type = charset ? `${one(TYPES)}; charset=${charset}` : one(TYPES);
  const wait = one(WAITS);
  const headers = {'Content-Type': type, ...(wait && {'Retry-After': wait})};
  const text = body(random, one);
  const encoded = new TextEncoder().encode(text);
  const bytes = random() < 0.2 ? mangled(encoded, random) : encoded;
  return {status, headers, bytes, isSuccess: status === 200 && saysSuccess(bytes, charset)};
}

function body(random: () => number, one: <V>(values: readonly V[]) => V): string {
  const kind = random();
  if (kind < 0.1) return one(['', ' ', 'null', 'true', '0', '"verified"', 'Y', '[]', '{}', '﻿']);
  if (kind < 0.2) return one(['<html>', '<?xml?>', '\n<script>alert(1)</script>', '<!--', 'OK']);
  if (kind < 0.22) return '['.repeat(Math.floor(random() * 20_000));
  const fields = Array.from({length: Math.floor(random() * 8)}, () => {
    const name = random() < 0.4 ? 'code' : one(NAMES);
    return `${JSON.stringify(name)}:${name === 'code' ? code(random, one) : value(random, one)}`;
  });
  if (kind > 0.8) fields.push('"code":"verified"', '"verificationId":"A-1"');
  const json = `{${fields.join(',')}}`;
  if (kind < 0.35) return json.slice(0, Math.floor(random() * json.length));
  if (kind < 0.4) return `${json}${one([' ', ']', '}', 'x', json])}`;
  return kind < 0.45 ? `﻿${json}` : json;
}

function code(random: () => number, one: <V>(values: readonly V[]) => V): string {
  return random() < 0.9 ? JSON.stringify(one(CODES)) : value(random, one);
}

function value(random: () => number, one: <V>(values: readonly V[]) => V): string {
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

function mangled(bytes: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const times = Math.ceil(random() * 4);
  for (let i = 0; i < times; i++) copy[Math.floor(random() * copy.length)] = random() * 256;
  return copy;
}

/** Said by other means than the widget's own: what JSON.parse makes of it, and nothing more. */
function saysSuccess(bytes: Uint8Array, charset: string): boolean {
  try {
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const isKnown = ['euc-kr', 'utf-16le', 'iso-8859-1'].includes(charset) && !isMarked;
    const text = new TextDecoder(isKnown ? charset : 'utf-8').decode(bytes);
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return false;
    const {code: outcome, verificationId: id} = Object.fromEntries(Object.entries(said));
    return outcome === 'verified' && typeof id === 'string' && /^[!-~]{1,512}$/.test(id);
  } catch {
    return false;
  }
}
