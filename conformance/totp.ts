/**
 * The codes of the mOTP app: RFC 6238 with HMAC-SHA-1, six digits, 60-second steps. Written here, so
 * that the check shares no arithmetic with an endpoint that it judges.
 */
import {createHmac} from 'node:crypto';

/** The length of a time step, in ms (manual: 60초 후 재생성). */
export const STEP_MS = 60_000;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Returns the time step of a time in ms since the epoch: T of RFC 6238 §4.2. */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

/**
 * Returns the code of a time step.
 *
 * @param secret the seed, in base32
 */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** Returns whether a text is base32 (RFC 4648), in groups and in either case, as apps show seeds. */
export function isBase32(text: string): boolean {
  return /^[a-z2-7\s]+=*$/i.test(text);
}

function fromBase32(text: string): Buffer {
  const digits = text.toUpperCase().replaceAll(/[\s=]/g, '').split('');
  const bits = digits.map((digit) => BASE32.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
