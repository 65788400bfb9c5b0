/**
 * Sets the time zone of the browser, in minutes behind UTC as `getTimezoneOffset` counts them.
 *
 * @returns a function that restores the time zone
 */
export function setTimeZone(minutesBehindUtc: number): () => void {
  /* oxlint-disable no-extend-native, typescript/unbound-method -- The browser has no API for it. */
  const {getTimezoneOffset} = Date.prototype;
  Date.prototype.getTimezoneOffset = () => minutesBehindUtc;
  return () => (Date.prototype.getTimezoneOffset = getTimezoneOffset);
}

/** The offset of Korea in minutes behind UTC. */
export const KOREA = -540;
