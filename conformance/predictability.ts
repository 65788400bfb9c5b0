/** Says why the ids of receipts can be guessed. */

/** A receipt, and what its trainee knows of the attempt. */
export interface IssuedReceipt {
  readonly id: string;
  readonly subject: string | undefined;
  readonly key: string;
  readonly code: string;
}

/** The least entropy of an id that nobody should guess, in bits (OWASP, session management). */
const MIN_BITS = 64;

/** The least number of characters in which two random ids of that entropy differ. */
const MIN_DIFFERENT = 10;

/** The shortest text that is in no random id by chance. */
const MIN_TEXT = 6;

/** Returns a sentence for each reason why the ids can be guessed. */
export function whyGuessable(receipts: readonly IssuedReceipt[]): readonly string[] {
  return receipts.flatMap((receipt, i) => [
    ...weakness(receipt.id),
    ...contents(receipt),
    ...receipts.slice(i + 1).flatMap(({id}) => similarity(receipt.id, id)),
  ]);
}

function weakness(id: string): string[] {
  const alphabet = /^[0-9]*$/.test(id) ? 10 : /^[0-9a-f-]*$/i.test(id) ? 16 : 64;
  const bits = Math.floor(id.replaceAll('-', '').length * Math.log2(alphabet));
  return bits < MIN_BITS ? [`${id} has ${bits} random bits at most, of ${MIN_BITS}`] : [];
}

/** Looks for what the trainee knows: as it is, in base64 and in hexadecimal. */
function contents({id, subject = '', key, code}: IssuedReceipt): string[] {
  const base64 = Buffer.from(id, 'base64').toString('latin1');
  const hexadecimal = Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1');
  const isIn = (text: string): boolean =>
    text.length >= MIN_TEXT && [id, base64, hexadecimal].some((form) => form.includes(text));
  return [
    ...(isIn(subject) ? [`${id} contains the trainee`] : []),
    ...(isIn(key) ? [`${id} contains the key`] : []),
    ...(isIn(code) ? [`${id} contains the code`] : []),
  ];
}

function similarity(one: string, other: string): string[] {
  if (one === other) return [`two receipts are ${one}`];
  const length = Math.max(one.length, other.length);
  const different = Array.from({length}, (_, i) => one[i] !== other[i]).filter(Boolean).length;
  return different < MIN_DIFFERENT
    ? [`${one} and ${other} differ in ${different} characters only`]
    : [];
}
