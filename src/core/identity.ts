/**
 * Checks and masks the registered name and phone number, which the app must match exactly
 * (requirement G3; manual: 사이트에 등록된 정보와 공백 등 일치해야 합니다).
 */

/**
 * Blank characters that take up space: Unicode white space, and the blanks of Braille and Hangul,
 * which `\s` and `trim()` do not match.
 */
const BLANK = /[\p{White_Space}\u2800\u3164]/u;

/** Non-breaking spaces, which look like normal ones. */
const NO_BREAK = /[\u00a0\u2007\u202f]/;

/** Characters without width: zero-width spaces and joiners, soft hyphens, direction marks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/** A part of a text: visible text, or one character that can't be seen. */
export interface Segment {
  /** `no-break`: a blank that is a non-breaking space. */
  readonly kind: 'text' | 'blank' | 'no-break' | 'invisible';
  readonly text: string;
}

/** How many characters are marked. More are no mistake of a typist, and each mark is an element. */
const MAX_MARKS = 100;

/**
 * Splits a name or number at the characters that can't be seen, so that each can be marked; what
 * follows the last mark is one segment of text. The joined texts of the segments are exactly the
 * original.
 */
export function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let marks = 0;
  let end = 0;
  let visible = '';
  for (const character of text) {
    if (marks === MAX_MARKS) break;
    end += character.length;
    const kind = kindOf(character);
    if (kind === 'text') {
      visible += character;
      continue;
    }
    if (visible) segments.push({kind: 'text', text: visible});
    segments.push({kind, text: character});
    visible = '';
    marks++;
  }
  visible += text.slice(end);
  return visible ? [...segments, {kind: 'text', text: visible}] : segments;
}

function kindOf(character: string): Segment['kind'] {
  if (NO_BREAK.test(character)) return 'no-break';
  if (BLANK.test(character)) return 'blank';
  return INVISIBLE.test(character) ? 'invisible' : 'text';
}

/** What makes "정보 불일치" likely in a registered name or phone number. Each has a message. */
export type IdentityWarning =
  | 'name-leading'
  | 'name-trailing'
  | 'name-inner'
  | 'name-double'
  | 'name-full-width-blank'
  | 'name-no-break'
  | 'name-invisible'
  | 'name-decomposed'
  | 'name-loose-jamo'
  | 'name-full-width'
  | 'name-damaged'
  | 'name-entity'
  | 'phone-separators'
  | 'phone-country'
  | 'phone-full-width'
  | 'phone-invisible'
  | 'phone-unlikely';

/** The warnings about a name, with their tests. */
const NAME_WARNINGS: readonly (readonly [IdentityWarning, (name: string) => boolean])[] = [
  ['name-leading', (name) => !isVisible(name.charAt(0))],
  ['name-trailing', (name) => !isVisible(name.slice(-1))],
  ['name-inner', (name) => BLANK.test(trimmed(name))],
  ['name-double', (name) => /[\p{White_Space}\u2800\u3164]{2}/u.test(trimmed(name))],
  ['name-full-width-blank', (name) => name.includes('\u3000')],
  ['name-no-break', (name) => NO_BREAK.test(name)],
  ['name-invisible', (name) => INVISIBLE.test(name)],
  // Unicode form NFD, as in file names of macOS: 홍길동 as nine characters.
  ['name-decomposed', (name) => name !== name.normalize('NFC')],
  // Letters outside a syllable (ㅎㅗㅇ), also half-width ones.
  ['name-loose-jamo', (name) => /[\u3131-\u3163\u3165-\u318e\uffa1-\uffdc]/.test(name)],
  ['name-full-width', (name) => /[\uff01-\uff5e]/.test(name)],
  // KS X 1001 lacks 8,822 of 11,172 syllables. EUC-KR replaces them with `?`.
  ['name-damaged', (name) => /[?\ufffd]/.test(name)],
  ['name-entity', (name) => /&(#\d+|#x[\da-f]+|[a-z]+);/i.test(name)],
];

/** The warnings about a phone number, with their tests. */
const PHONE_WARNINGS: readonly (readonly [IdentityWarning, (phone: string) => boolean])[] = [
  ['phone-separators', (phone) => /[\s\p{Pd}.()·/]/u.test(phone)],
  ['phone-country', (phone) => /^(\+|00)?82/.test(phone.normalize('NFKC').replace(/[^\d+]/g, ''))],
  ['phone-full-width', (phone) => /[０-９＋－]/u.test(phone)],
  ['phone-invisible', (phone) => INVISIBLE.test(phone)],
  ['phone-unlikely', (phone) => !/^01[016789]\d{7,8}$/.test(domestic(phone))],
];

/**
 * Returns what is likely to differ from the app, in the order in which it is shown.
 *
 * @param name the registered name, unchanged; empty if the site gives none
 * @param phone the registered mobile number, unchanged; empty if the site gives none
 */
export function identityWarnings(name: string, phone: string): readonly IdentityWarning[] {
  const warnings = [
    ...(name ? NAME_WARNINGS.filter(([, applies]) => applies(name)) : []),
    ...(phone ? PHONE_WARNINGS.filter(([, applies]) => applies(phone)) : []),
  ].map(([warning]) => warning);
  // A double blank is also an inner one. Only the more specific warning is shown.
  return warnings.filter(
    (warning) => warning !== 'name-inner' || !warnings.includes('name-double'),
  );
}

/** Masks a name as Korean sites do, all but its ends: 홍*동. Blanks stay. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const first = characters.findIndex(isVisible);
  const last = characters.findLastIndex(isVisible);
  const isLastKept = characters.filter(isVisible).length > 2;
  return characters
    .map((character, i) => {
      const isKept = i === first || (i === last && isLastKept) || !isVisible(character);
      return isKept ? character : '*';
    })
    .join('');
}

/** Masks the middle of a mobile number: 010-****-5678. Other numbers keep their last four digits. */
export function maskPhone(phone: string): string {
  const digits = domestic(phone);
  return /^01\d{8,9}$/.test(digits)
    ? `${digits.slice(0, 3)}-****-${digits.slice(-4)}`
    : phone.replace(/\d(?=(\D*\d){4})/g, '*');
}

function isVisible(character: string): boolean {
  return kindOf(character) === 'text';
}

function trimmed(name: string): string {
  const characters = Array.from(name);
  const end = characters.findLastIndex(isVisible) + 1;
  return characters.slice(characters.findIndex(isVisible), end).join('');
}

/** Returns the digits to dial within Korea: +82 10 … and 0082 10 … become 010 …. */
function domestic(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(00)?82(0)?(?=1)/, '0');
}
