/** How long a server asks to be left alone (RFC 9110 §10.2.3). */

/**
 * The seconds that `Retry-After` names, or `undefined` where it names none. A date counts from the
 * answer's own `Date`: the computer's clock may be days off.
 */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  if (!text.endsWith('GMT')) return undefined;
  const seconds = (Date.parse(text) - Date.parse(headers.get('Date') ?? '')) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
