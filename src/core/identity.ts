/**
 * The registered name and phone that the app must match exactly (requirement G3; manual: 사이트에
 * 등록된 정보와 공백 등 일치해야 합니다). Nothing here changes them: it shows, and it warns.
 */

/**
 * Blanks that take up room: every space of Unicode and the two of Braille and Hangul that have no
 * ink (`\s` and `trim()` know neither).
 */
const BLANK = /[\p{White_Space}\u2800\u3164]/u;

/** Characters that take up no room at all: zero-width ones, soft hyphens, marks of direction. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/** A stretch of a text: as it is, or one character that would otherwise go unseen. */
export interface Segment {
  /** `no-break` is a blank that looks like another, U+00A0 and its kind. */
  readonly kind: 'text' | 'blank' | 'no-break' | 'invisible';
  readonly text: string;
}

/**
 * A name or number cut at what goes unseen, so that each can be marked. Joined again, the runs'
 * texts are the original to the letter.
 */
export function segmentsOf(text: string): readonly Segment[] {
  const runs: Segment[] = [];
  for (const character of text) {
    const kind = kindOf(character);
    const last = runs.at(-1);
    if (kind === 'text' && last?.kind === 'text') {
      runs[runs.length - 1] = {kind, text: last.text + character};
    } else {
      runs.push({kind, text: character});
    }
  }
  return runs;
}

function kindOf(character: string): Segment['kind'] {
  if (/[\u00a0\u2007\u202f]/.test(character)) return 'no-break';
  if (BLANK.test(character)) return 'blank';
  return INVISIBLE.test(character) ? 'invisible' : 'text';
}

/** What in a registered detail makes "정보 불일치" likely, each with a plain sentence. */
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

/** Each problem of a name, and how it is known. */
const NAME_WARNINGS: readonly (readonly [IdentityWarning, (name: string) => boolean])[] = [
  ['name-leading', (name) => !isSeen(name.charAt(0))],
  ['name-trailing', (name) => !isSeen(name.slice(-1))],
  [
    'name-inner',
    (name) => segmentsOf(trimmed(name)).some(({kind}) => kind === 'blank' || kind === 'no-break'),
  ],
  ['name-double', (name) => /[\p{White_Space}\u2800\u3164]{2}/u.test(trimmed(name))],
  ['name-full-width-blank', (name) => name.includes('\u3000')],
  ['name-no-break', (name) => segmentsOf(name).some(({kind}) => kind === 'no-break')],
  ['name-invisible', (name) => INVISIBLE.test(name)],
  // 홍길동 as nine characters, as files named on a Mac are (Unicode's form D).
  ['name-decomposed', (name) => name !== name.normalize('NFC')],
  // Single letters that no syllable holds: ㅎㅗㅇ, or half as wide.
  ['name-loose-jamo', (name) => /[\u3131-\u3163\u3165-\u318e\uffa1-\uffdc]/.test(name)],
  ['name-full-width', (name) => /[\uff01-\uff5e]/.test(name)],
  // KS X 1001 lacks 8,822 of 11,172 syllables; what passes through EUC-KR loses them.
  ['name-damaged', (name) => /[?\ufffd]/.test(name)],
  ['name-entity', (name) => /&(#\d+|#x[\da-f]+|[a-z]+);/i.test(name)],
];

/** Each problem of a phone number, and how it is known. */
const PHONE_WARNINGS: readonly (readonly [IdentityWarning, (phone: string) => boolean])[] = [
  ['phone-separators', (phone) => /[\s\p{Pd}.()·/]/u.test(phone)],
  ['phone-country', (phone) => /^(\+|00)?82/.test(digitsIn(phone, '+'))],
  ['phone-full-width', (phone) => /[０-９＋－]/u.test(phone)],
  ['phone-invisible', (phone) => INVISIBLE.test(phone)],
  ['phone-unlikely', (phone) => !/^01[016789]\d{7,8}$/.test(domestic(phone))],
];

/**
 * What is likely to make the app's details differ from these, in the order in which it is told.
 *
 * @param name the registered name, exactly; empty where the site gives none
 * @param phone the registered mobile number, exactly; empty where the site gives none
 */
export function identityWarnings(name: string, phone: string): readonly IdentityWarning[] {
  const found = [
    ...(name ? NAME_WARNINGS.filter(([, holds]) => holds(name)) : []),
    ...(phone ? PHONE_WARNINGS.filter(([, holds]) => holds(phone)) : []),
  ].map(([error]) => error);
  // Two blanks in a row are blanks inside; the narrower sentence says it.
  return found.filter((error) => error !== 'name-inner' || !found.includes('name-double'));
}

/** A name of which only the ends are seen, as Korean sites write it: 홍*동. Blanks stay. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const first = characters.findIndex(isSeen);
  const last = characters.findLastIndex(isSeen);
  const keepsLast = characters.filter(isSeen).length > 2;
  return characters
    .map((character, i) => {
      const isKept = i === first || (i === last && keepsLast) || !isSeen(character);
      return isKept ? character : '*';
    })
    .join('');
}

/** A mobile number of which the middle is not seen: 010-****-5678; any other keeps its last four. */
export function maskPhone(phone: string): string {
  const digits = domestic(phone);
  return /^01\d{8,9}$/.test(digits)
    ? `${digits.slice(0, 3)}-****-${digits.slice(-4)}`
    : phone.replace(/\d(?=(\D*\d){4})/g, '*');
}

function isSeen(character: string): boolean {
  return kindOf(character) === 'text';
}

function trimmed(name: string): string {
  const runs = [...segmentsOf(name)];
  while (runs[0] && runs[0].kind !== 'text') runs.shift();
  while (runs.at(-1) && runs.at(-1)?.kind !== 'text') runs.pop();
  return runs.map(({text}) => text).join('');
}

function digitsIn(phone: string, alsoKept = ''): string {
  return Array.from(phone.normalize('NFKC'))
    .filter((character) => /\d/.test(character) || alsoKept.includes(character))
    .join('');
}

/** The digits as they are dialled within Korea: +82 10 … and 0082 10 … become 010…. */
function domestic(phone: string): string {
  return digitsIn(phone).replace(/^(00)?82(0)?(?=1)/, '0');
}
