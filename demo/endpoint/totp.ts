/** mOTP numbers by otplib: RFC 6238 with HMAC-SHA-1, six digits and a step of 60 seconds. */
import {generate, generateSecret, verify} from 'otplib';
import {CODE_LENGTH} from '../../src/core/code.ts';
import {STEP_MS} from '../../src/core/clock.ts';

const PERIOD = STEP_MS / 1000;

/** How many steps back a code is still recognised, to be called expired rather than wrong. */
const RECOGNISED_STEPS = 10;

/** A new seed: 160 random bits in base32 (RFC 4226 §4 recommends 160). */
export const newSecret = (): string => generateSecret();

/** The time step that holds `now` (ms since the epoch): T of RFC 6238 §4.2. */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

/**
 * The code that the app shows at `now`.
 *
 * @param secret the seed, in base32
 * @param now ms since the epoch
 */
export function codeAt(secret: string, now: number): Promise<string> {
  return generate({secret, period: PERIOD, digits: CODE_LENGTH, epoch: Math.floor(now / 1000)});
}

/**
 * The step whose code this is, among the present one and the ten before it; never a future one.
 *
 * @param secret the seed, in base32
 * @param now ms since the epoch
 */
export async function matchedStep(
  secret: string,
  code: string,
  now: number,
): Promise<number | undefined> {
  const result = await verify({
    secret,
    token: code,
    period: PERIOD,
    digits: CODE_LENGTH,
    epoch: Math.floor(now / 1000),
    epochTolerance: [RECOGNISED_STEPS * PERIOD, 0],
  });
  return result.valid ? stepAt(now) + result.delta : undefined;
}
