/** Unpacks the messages that `tools/vite/pack-hangul.ts` has packed for the classic script. */

/** Returns the same messages with their Hangul: between two `^`, a syllable is three digits of base 36. */
export function unpackHangul(
  packed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(packed);
  return Object.fromEntries(entries.map(([key, text]) => [key, unpack(text)]));
}

function unpack(text: string): string {
  return text.replace(/\^(\w+)\^/g, (_, run: string) => run.replace(/.../g, syllable));
}

function syllable(digits: string): string {
  return String.fromCharCode(0xac00 + Number.parseInt(digits, 36));
}
