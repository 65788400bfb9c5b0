/** Korea Standard Time. */

/** UTC+9 all year: Korea has had no daylight saving time since 1988. */
const KST_OFFSET_MS = 9 * 3_600_000;

/** Formats a time as `YYYY-MM-DD HH:mm:ss` in Korea. @param at ms since the epoch */
export function formatKst(at: number): string {
  return new Date(at + KST_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
