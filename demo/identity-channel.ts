/**
 * The line between the demo's identity service and its verification system. In real life they speak
 * server to server; here both live in this browser.
 */

/** What the service reports, and the answer that it was recorded. */
export type IdentityMessage = 'phone' | 'ipin' | 're-registration' | 'recorded';

/** Whether a text from an address names a service. */
export function isService(text: string | null): text is Exclude<IdentityMessage, 'recorded'> {
  return text === 'phone' || text === 'ipin' || text === 're-registration';
}

/** Opens the line to the system of this id, which is one tab's. */
export function identityChannel(systemId: string): BroadcastChannel {
  return new BroadcastChannel(`motp-verify-demo-${systemId}`);
}
