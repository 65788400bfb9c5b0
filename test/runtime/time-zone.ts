/** Lets the browser's clock stand so many minutes behind UTC, until the result is called. */
export function inZone(minutesBehindUtc: number): () => void {
  /* oxlint-disable no-extend-native, typescript/unbound-method -- A clock of another country. */
  const {getTimezoneOffset} = Date.prototype;
  Date.prototype.getTimezoneOffset = () => minutesBehindUtc;
  return () => (Date.prototype.getTimezoneOffset = getTimezoneOffset);
}

export const KOREA = -540;
