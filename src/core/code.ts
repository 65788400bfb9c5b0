/**
 * Any typed or pasted text → the six digits that are sent, or why not.
 * Requirements C1 and C2 (manual: "6자리" 번호).
 */

/** How many digits a mOTP number has (manual: "6자리"). */
export const CODE_LENGTH = 6;

/** How many digits the app's own password has (manual: 비밀번호 4자리); it is never typed here. */
const APP_PASSWORD_LENGTH = 4;

declare const checked: unique symbol;

/** Exactly six ASCII digits. Only {@link parseCode} makes one, so nothing else can be sent. */
export type Code = string & {readonly [checked]: true};

/** What stands in the field: a code, or what is missing for one. */
export type ParsedCode =
  | {readonly kind: 'code'; readonly code: Code}
  | {readonly kind: 'empty'}
  /** Four digits: most likely the app's password, which belongs on the phone. */
  | {readonly kind: 'app-password'}
  | {readonly kind: 'wrong-length'; readonly digits: number};

/** A reading of the field that is no code, and so is never sent (requirement C2). */
export type CodeError = Exclude<ParsedCode, {kind: 'code'}>;

/** A run of exactly six digits, with no digit at either side. */
const SIX_DIGIT_RUN = /(?<![0-9])[0-9]{6}(?![0-9])/g;

/** Six digits as programs write them for people: 123 456 or 123-456. */
const THREE_AND_THREE = /(?<![0-9])[0-9]{3}[\s\p{Pd}][0-9]{3}(?![0-9])/gu;

/**
 * Digits with nothing but separators between them: white space, hyphens, dots, invisible characters.
 */
const DIGIT_GROUP = /[0-9](?:[\s\p{Pd}\p{Cf}.·]*[0-9])*/gu;

/**
 * The digits of a text, in ASCII (full-width ones become ASCII by NFKC): all of them, or, where words
 * around hold other numbers ("2026년 인증번호 123456 (60초)"), the one run of exactly six.
 * The result may have any length: it is {@link parseCode} that judges.
 */
export function digitsOf(text: string): string {
  const plain = text.normalize('NFKC');
  return only(plain.match(SIX_DIGIT_RUN)) ?? plain.replace(/[^0-9]/g, '');
}

/**
 * The digits that a text means which came as a whole: `undefined` where it holds several numbers of
 * which none is plainly the code, since joining them would make one up ("60초 안에 1234").
 */
export function extractDigits(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const meant =
    only(plain.match(SIX_DIGIT_RUN)) ??
    only(plain.match(DIGIT_GROUP) ?? ['']) ??
    only(plain.match(THREE_AND_THREE));
  return meant?.replace(/[^0-9]/g, '');
}

/** The one there is, and `undefined` where there is none or more. */
function only(found: readonly string[] | null): string | undefined {
  return found?.length === 1 ? found[0] : undefined;
}

/** Reads the field's text as a mOTP number, or says what is missing. */
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

/** What a text that is pasted, dropped or dictated brings into the field. */
export type PasteResult =
  /** A code: it takes the place of whatever stands there. */
  | {readonly kind: 'whole'; readonly code: Code}
  /** Some digits: they go where the caret is. */
  | {readonly kind: 'part'; readonly digits: string}
  | PasteError;

/** Why nothing of a text is taken: words tell it, and the field stays as it is. */
export type PasteError =
  | {readonly kind: 'no-digits'}
  /** Several numbers, of which none is plainly the code. */
  | {readonly kind: 'unclear'}
  /** More than six, so that cutting would guess; `digits` says how many there would be. */
  | {readonly kind: 'too-many'; readonly digits: number};

/**
 * Reads a text that is put into the field as a whole.
 *
 * @param kept how many digits stay in the field beside it
 */
export function parsePaste(text: string, kept: number): PasteResult {
  const digits = extractDigits(text);
  if (digits === undefined) return {kind: 'unclear'};
  if (isCode(digits)) return {kind: 'whole', code: digits};
  if (digits.length === 0) return {kind: 'no-digits'};
  const all = digits.length + kept;
  return all > CODE_LENGTH ? {kind: 'too-many', digits: all} : {kind: 'part', digits};
}
