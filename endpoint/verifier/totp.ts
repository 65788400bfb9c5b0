/** The codes of the mOTP app, with otplib: RFC 6238, HMAC-SHA-1, six digits, 60-second steps. */
import {generate, generateSecret, verifySync} from 'otplib';

/** The length of a time step, in ms (manual: 60초 후 재생성; X of RFC 6238 §5.2). */
export const STEP_MS = 60_000;

const PERIOD = STEP_MS / 1000;

/** The number of digits of a code. */
export const DIGITS = 6;

/** The number of steps whose codes can be accepted: the current one and the one before. */
const ACCEPTED_STEPS = 2;

/** The number of earlier steps whose codes are recognized: those codes are expired, not wrong. */
const RECOGNIZED_STEPS = 10;

/** Creates a seed: 160 random bits in base32 (RFC 4226 §4 recommends 160). */
export const newSecret = (): string => generateSecret();

/** Returns the time step of `now` (ms since the epoch): T of RFC 6238 §4.2. */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** Returns the rest of the time step of `now` (ms since the epoch): 1 to {@link STEP_MS} ms. */
export function stepEndsInMs(now: number): number {
  return STEP_MS - (now % STEP_MS);
}

/**
 * Returns the code that the app shows at `now`.
 *
 * @param secret the seed, in base32
 * @param now ms since the epoch
 */
export function codeAt(secret: string, now: number): Promise<string> {
  return generate({secret, period: PERIOD, digits: DIGITS, epoch: Math.floor(now / 1000)});
}

/**
 * Finds the step of a code, among the current one and the ten before it; never a future one.
 *
 * @param secret the seed, in base32
 * @param now ms since the epoch
 */
export function findMatchingStep(secret: string, code: string, now: number): number | undefined {
  return findFirst(now, (first, last) => findStepBetween(secret, code, first, last));
}

/**
 * Looks for a step among those that can be accepted, and then among those that are recognized: most codes
 * are right.
 *
 * @param findBetween finds a step from `first` to `last`
 */
export function findFirst(
  now: number,
  findBetween: (first: number, last: number) => number | undefined,
): number | undefined {
  const current = stepAt(now);
  const accepted = current - ACCEPTED_STEPS + 1;
  return findBetween(accepted, current) ?? findBetween(current - RECOGNIZED_STEPS, accepted - 1);
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
