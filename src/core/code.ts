/**
 * Parses typed and pasted text into a code of six digits, or into the reason for a rejection
 * (requirements C1 and C2; manual: "6자리" 번호).
 */

/** How many digits a mOTP number has (manual: "6자리"). */
export const CODE_LENGTH = 6;

/** How many digits the app password has (manual: 비밀번호 4자리). It is never typed into the page. */
const APP_PASSWORD_LENGTH = 4;

declare const checked: unique symbol;

/** Exactly six ASCII digits. Only the parsers here create one, so nothing else can be sent. */
export type Code = string & {readonly [checked]: true};

/** The field's text as a code, or the reason why it is not a code. */
export type ParsedCode =
  | {readonly kind: 'code'; readonly code: Code}
  | {readonly kind: 'empty'}
  /** Four digits: probably the app password, which belongs on the phone. */
  | {readonly kind: 'app-password'}
  | {readonly kind: 'wrong-length'; readonly digits: number};

/** Why the field's text is no code, and so is never sent (requirement C2). */
export type CodeError = Exclude<ParsedCode, {kind: 'code'}>;

/** Exactly six digits, with no digit before or after. */
const SIX_DIGIT_RUN = /(?<![0-9])[0-9]{6}(?![0-9])/g;

/** Six digits in two groups, as some apps write them: 123 456 or 123-456. */
const THREE_AND_THREE = /(?<![0-9])[0-9]{3}[\s\p{Pd}][0-9]{3}(?![0-9])/gu;

/** Digits with only separators between them: white space, hyphens, dots, invisible characters. */
const DIGIT_GROUP = /[0-9](?:[\s\p{Pd}\p{Cf}.·]*[0-9])*/gu;

/**
 * Extracts the digits of the field's text, in ASCII. Returns the only
 * run of exactly six digits ("2026년 인증번호 123456 (60초)"), or else all digits. The result may have
 * any length; {@link parseCode} checks it.
 */
export function digitsOf(text: string): string {
  // Every typed key asks.
  if (/^[0-9]*$/.test(text)) return text;
  const plain = toAsciiDigits(text);
  return only(plain.match(SIX_DIGIT_RUN)) ?? plain.replace(/[^0-9]/g, '');
}

/**
 * Extracts the digits of a text that was inserted as a whole. Returns `undefined` if it has
 * several numbers and none is clearly the code: joined, they would be a made-up code ("60초 안에 1234").
 */
export function extractDigits(text: string): string | undefined {
  const plain = toAsciiDigits(text);
  const digits =
    only(plain.match(SIX_DIGIT_RUN)) ??
    only(plain.match(DIGIT_GROUP) ?? ['']) ??
    only(plain.match(THREE_AND_THREE));
  return digits?.replace(/[^0-9]/g, '');
}

/**
 * Converts every decimal digit of Unicode (Thai, Khmer, Nepali, Arabic, full-width …) to ASCII. Each
 * script has its ten digits in a row.
 */
function toAsciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
    return String(value % 10);
  });
}

/** Returns the only match, or `undefined` if there is none or more than one. */
function only(matches: readonly string[] | null): string | undefined {
  return matches?.length === 1 ? matches[0] : undefined;
}

/** Parses the field's text as a mOTP number, or returns what is wrong with it. */
export function parseCode(text: string): ParsedCode {
  const digits = digitsOf(text);
  if (isCode(digits)) return {kind: 'code', code: digits};
  if (digits.length === 0) return {kind: 'empty'};
  if (digits.length === APP_PASSWORD_LENGTH) return {kind: 'app-password'};
  return {kind: 'wrong-length', digits: digits.length};
}

function isCode(digits: string): digits is Code {
  return /^[0-9]{6}$/.test(digits);
}

/** What a pasted, dropped or dictated text inserts into the field. */
export type PasteResult =
  /** A code, which replaces the field's text. */
  | {readonly kind: 'whole'; readonly code: Code}
  /** Some digits, which are inserted at the caret. */
  | {readonly kind: 'part'; readonly digits: string}
  | PasteError;

/** Why a text is not inserted. The field stays unchanged, and a notice gives the reason. */
export type PasteError =
  | {readonly kind: 'no-digits'}
  /** Several numbers, of which none is clearly the code. */
  | {readonly kind: 'unclear'}
  /** More than six digits: truncating would guess. `digits` is how many the field would have. */
  | {readonly kind: 'too-many'; readonly digits: number};

/**
 * Parses a text that is inserted into the field as a whole.
 *
 * @param kept how many digits stay in the field, outside the selection
 */
export function parsePaste(text: string, kept: number): PasteResult {
  const digits = extractDigits(text);
  if (digits === undefined) return {kind: 'unclear'};
  if (isCode(digits)) return {kind: 'whole', code: digits};
  if (digits.length === 0) return {kind: 'no-digits'};
  const total = digits.length + kept;
  return total > CODE_LENGTH ? {kind: 'too-many', digits: total} : {kind: 'part', digits};
}
