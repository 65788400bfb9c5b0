/** Time as people in Korea read it. */

/** Korea has known no summer time since 1988: 9 hours ahead of UTC all year. */
const KST_OFFSET_MS = 9 * 3_600_000;

/** `YYYY-MM-DD HH:mm:ss` in Korea. @param at ms since the epoch */
export function formatKst(at: number): string {
  return new Date(at + KST_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
