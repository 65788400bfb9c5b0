/** Ends locks: the identity service reports whose identity it has verified. */
import type {EndpointContext} from './context.ts';
import {isSamePerson} from './identity.ts';
import {decryptRegistration} from './registration.ts';
import type {IdentityReport} from './schemas.ts';
import type {UnlockResult} from './verifier/verifier.ts';

/** The outcome of a report. */
export type UnlockOutcome = UnlockResult['kind'] | 'not-registered' | 'identity-mismatch';

/**
 * Ends the lock and forgives the failures (manual: 휴대폰 본인인증 후 다시 사용). The identity service
 * reports server to server, never through the trainee's page. A repeated report changes nothing.
 */
export async function handleIdentityReport(
  {store, verifier, encryption, now}: EndpointContext,
  {subject, method, transactionId, name, phone, verifiedAt}: IdentityReport,
): Promise<UnlockOutcome> {
  const account = await store.read((tx) => tx.getAccount(subject, now()));
  if (!account) return 'not-registered';
  if (account.registration !== undefined) {
    // The verified name of another person must not unlock this account.
    const {identity} = await decryptRegistration(account.registration, subject, encryption);
    if (identity && !isSamePerson(name, identity.name)) return 'identity-mismatch';
  }
  const proof = {method, transactionId, name, phone, verifiedAt};
  const result = await verifier.unlock(subject, proof);
  if (result.kind !== 'released') return result.kind;
  const at = now();
  await store.transaction(async (tx) => {
    const before = await tx.lockAccount(subject);
    const by = 'identity-service';
    const event = {id: `${by} ${transactionId}`, subject, what: method, by, at};
    if (!before || !(await tx.addEvent(event))) return;
    const unlocked = {failures: 0, lockedAt: undefined, forgivenAt: at};
    await tx.updateAccount(subject, {...before, ...unlocked});
  });
  return 'released';
}
