/**
 * How a page of the identity service tells the widget that it is done: by the nonce of its own
 * address, to the window that opened it, and over a channel in case a policy has cut the two apart.
 * The message says nothing of the outcome; the widget asks its endpoint.
 */

/** The parameter of the address, and the field of the message. */
const NONCE = 'motp-nonce';

/** Tells whoever opened this window, if anybody did. */
export function notifyOpener(query: URLSearchParams): void {
  const nonce = query.get(NONCE);
  if (nonce === null) return;
  const message = {type: 'motp-identity', [NONCE]: nonce};
  const channel = new BroadcastChannel('motp-verify');
  channel.postMessage(message);
  channel.close();
  const opener = window.opener as Window | null;
  // A real service knows the origins of its sites; this one is told, and says nothing worth hearing.
  opener?.postMessage(message, query.get('opener') ?? location.origin);
}
