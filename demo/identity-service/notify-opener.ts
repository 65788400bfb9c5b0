/**
 * Notifies the widget that the identity service is done. The message holds the nonce of the page's
 * URL, and never the outcome: the widget requests the account's status from its endpoint. It is sent
 * to the opener, and over a BroadcastChannel in case a cross-origin opener policy removed the opener.
 */

/** The name of the URL's parameter and of the message's field. */
const NONCE = 'motp-nonce';

/** Notifies the window that opened this one; does nothing without a nonce. */
export function notifyOpener(query: URLSearchParams): void {
  const nonce = query.get(NONCE);
  if (nonce === null) return;
  const message = {type: 'motp-identity', [NONCE]: nonce};
  const channel = new BroadcastChannel('motp-verify');
  channel.postMessage(message);
  channel.close();
  const opener = window.opener as Window | null;
  // A real service knows the origins of its sites. This message holds nothing secret.
  opener?.postMessage(message, query.get('opener') ?? location.origin);
}
