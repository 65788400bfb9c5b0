/**
 * The line between the demo's identity service and its verification system. In real life they speak
 * server to server; here both live in this browser.
 */

/** What goes over the line. */
export type IdentityMessage = 'verified' | 'recorded';

/** Opens the line; the caller closes it. */
export function identityChannel(): BroadcastChannel {
  return new BroadcastChannel('motp-verify-demo-identity');
}
