/** mOTP numbers by otplib: RFC 6238 with HMAC-SHA-1, six digits and a step of 60 seconds. */
import {generate, generateSecret, verifySync} from 'otplib';

/** The length of a code's time step in ms (manual: 60초 후 재생성; RFC 6238 §5.2 calls it X). */
export const STEP_MS = 60_000;

const PERIOD = STEP_MS / 1000;

const DIGITS = 6;

/** Which steps can count: as many back from the present one, the present one among them. */
const ACCEPTED_STEPS = 2;

/** How many steps back a code is still recognised, to be called expired rather than wrong. */
const RECOGNIZED_STEPS = 10;

/** A new seed: 160 random bits in base32 (RFC 4226 §4 recommends 160). */
export const newSecret = (): string => generateSecret();

/** The time step that holds `now` (ms since the epoch): T of RFC 6238 §4.2. */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** How long the time step that holds `now` (ms since the epoch) still lasts: 1 to {@link STEP_MS}. */
export function stepEndsInMs(now: number): number {
  return STEP_MS - (now % STEP_MS);
}

/**
 * The code that the app shows at `now`.
 *
 * @param secret the seed, in base32
 * @param now ms since the epoch
 */
export function codeAt(secret: string, now: number): Promise<string> {
  return generate({secret, period: PERIOD, digits: DIGITS, epoch: Math.floor(now / 1000)});
}

/**
 * The step whose code this is, among the present one and the ten before it; never a future one.
 *
 * @param secret the seed, in base32
 * @param now ms since the epoch
 */
export async function findMatchingStep(
  secret: string,
  code: string,
  now: number,
): Promise<number | undefined> {
  const present = stepAt(now);
  const accepted = present - ACCEPTED_STEPS + 1;
  // Most codes are right: the steps before are looked at for those that are not.
  return (
    findStepBetween(secret, code, accepted, present) ??
    findStepBetween(secret, code, present - RECOGNIZED_STEPS, accepted - 1)
  );
}

function findStepBetween(
  secret: string,
  code: string,
  first: number,
  last: number,
): number | undefined {
  const result = verifySync({
    secret,
    token: code,
    period: PERIOD,
    digits: DIGITS,
    epoch: last * PERIOD,
    epochTolerance: [(last - first) * PERIOD, 0],
  });
  return result.valid ? last + result.delta : undefined;
}
