/**
 * Parses the header `Retry-After` (RFC 9110 §10.2.3). Returns seconds, or `undefined` if it is
 * missing or invalid. A date is relative to the response's `Date`, because the computer's clock may
 * be days off.
 */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  if (!text.endsWith('GMT')) return undefined;
  const seconds = (Date.parse(text) - Date.parse(headers.get('Date') ?? '')) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
