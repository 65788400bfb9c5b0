/**
 * Any typed or pasted text → the six digits that are sent, or why not.
 * Requirements C1 and C2 (manual: "6자리" 번호).
 */

/** How many digits a mOTP number has (manual: "6자리"). */
export const CODE_LENGTH = 6;

/** How many digits the app's own password has (manual: 비밀번호 4자리); it is never typed here. */
const APP_PASSWORD_LENGTH = 4;

declare const checked: unique symbol;

/** Exactly six ASCII digits. Only {@link readCode} makes one, so nothing else can be sent. */
export type Code = string & {readonly [checked]: true};

/** What stands in the field: a code, or what is missing for one. */
export type CodeReading =
  | {readonly is: 'code'; readonly code: Code}
  | {readonly is: 'empty'}
  /** Four digits: most likely the app's password, which belongs on the phone. */
  | {readonly is: 'app-password'}
  | {readonly is: 'wrong-length'; readonly digits: number};

/** A reading of the field that is no code, and so is never sent (requirement C2). */
export type NoCode = Exclude<CodeReading, {is: 'code'}>;

/** What people and programs put between digits: white space, hyphens, dots, invisible characters. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}.·]/gu;

/** A run of exactly six digits, with no digit at either side. */
const SIX_DIGIT_RUN = /(?<![0-9])[0-9]{6}(?![0-9])/g;

/**
 * The digits that a person means by a text, in ASCII.
 *
 * Full-width digits become ASCII (NFKC). In "2026년 인증번호 123456 (60초)" the one run of exactly
 * six digits is meant; otherwise every digit counts, so that "123 456" and "12-34-56" are 123456.
 * The result may have any length: it is {@link readCode} that judges.
 */
export function digitsOf(text: string): string {
  const plain = text.normalize('NFKC');
  const runs = plain.match(SIX_DIGIT_RUN) ?? [];
  if (runs.length === 1) return runs[0] ?? '';
  const joined = plain.replace(SEPARATORS, '').match(SIX_DIGIT_RUN) ?? [];
  if (joined.length === 1) return joined[0] ?? '';
  return plain.replace(/[^0-9]/g, '');
}

/** Reads the field's text as a mOTP number, or says what is missing. */
export function readCode(text: string): CodeReading {
  const digits = digitsOf(text);
  if (isCode(digits)) return {is: 'code', code: digits};
  if (digits.length === 0) return {is: 'empty'};
  if (digits.length === APP_PASSWORD_LENGTH) return {is: 'app-password'};
  return {is: 'wrong-length', digits: digits.length};
}

function isCode(digits: string): digits is Code {
  return /^[0-9]{6}$/.test(digits);
}

/** What a text that is pasted, dropped or dictated brings into the field. */
export type Insertion =
  /** A code: it takes the place of whatever stands there. */
  | {readonly is: 'whole'; readonly code: Code}
  /** Some digits: they go where the caret is. */
  | {readonly is: 'part'; readonly digits: string}
  | Refusal;

/** Why nothing of a text is taken: words tell it, and the field stays as it is. */
export type Refusal =
  | {readonly is: 'no-digits'}
  /** More than six, so that cutting would guess; `digits` says how many there would be. */
  | {readonly is: 'too-many'; readonly digits: number};

/**
 * Reads a text that is put into the field as a whole.
 *
 * @param kept how many digits stay in the field beside it
 */
export function readInsertion(text: string, kept: number): Insertion {
  const digits = digitsOf(text);
  if (isCode(digits)) return {is: 'whole', code: digits};
  if (digits.length === 0) return {is: 'no-digits'};
  const all = digits.length + kept;
  return all > CODE_LENGTH ? {is: 'too-many', digits: all} : {is: 'part', digits};
}
