/**
 * The same comparison as totp.ts with `node:crypto`: otplib takes several times as long, and more than the
 * rest of a verification.
 */
import {createHmac} from 'node:crypto';
import {DIGITS, findFirst} from './totp.ts';

/** The alphabet of base32 (RFC 4648 §6). */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bits of a character of base32. */
const CHARACTER_BITS = 5;

/** Finds the step of a code, as `findMatchingStep`. */
export function findMatchingStepOnNode(
  secret: string,
  code: string,
  now: number,
): number | undefined {
  const seed = decodeBase32(secret);
  const expected = Number(code);
  return findFirst(now, (first, last) => {
    let found: number | undefined;
    // Every step is compared, and each as a number: the time tells nothing about the digits.
    for (let step = first; step <= last; step++) if (codeOf(seed, step) === expected) found = step;
    return found;
  });
}

/** Returns the code of a time step as a number (RFC 4226 §5.3). */
function codeOf(seed: Uint8Array, step: number): number {
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(step / 2 ** 32), 0);
  counter.writeUInt32BE(step % 2 ** 32, 4);
  const mac = createHmac('sha1', seed).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
}

function decodeBase32(text: string): Uint8Array {
  const bytes = Buffer.alloc(Math.floor((text.length * CHARACTER_BITS) / 8));
  let [bits, held, written] = [0, 0, 0];
  for (const character of text) {
    held = ((held << CHARACTER_BITS) | ALPHABET.indexOf(character)) & 0xfff;
    bits += CHARACTER_BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes[written++] = held >> bits;
  }
  return bytes;
}
