/** Korean time by the endpoint's clock, to compare with the phone's. */

/**
 * Digits alone, and of the kind that the app shows: browsers lack the month names of some languages,
 * and Nepali has digits of its own.
 */
const FORMAT = {
  // Not Asia/Seoul, which small builds of a browser lack. Korea has no summer time.
  timeZone: 'UTC',
  // Thai would show the Buddhist year, which a phone in another language does not.
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const;

/** How far Korean time is ahead of UTC, in ms. */
const KOREA_AHEAD_MS = 9 * 3_600_000;

/** One formatter per language: constructing one takes a frame. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats date and time to the minute, as the phone shows them; without seconds, so that nothing
 * hurries the trainee (KWCAG 2.2.2).
 *
 * @param tag the language (BCP 47)
 * @param time in ms since the epoch
 */
export function formatKoreanTime(tag: string, time: number): string {
  return formatIn(tag).format(time + KOREA_AHEAD_MS);
}

function formatIn(tag: string): Intl.DateTimeFormat {
  // For a language that the browser does not know, it would use its own language.
  const format = formats.get(tag) ?? new Intl.DateTimeFormat([tag, 'en-GB'], FORMAT);
  formats.set(tag, format);
  return format;
}
