/** The end of a lock: the identity service reports who has proved who they are. */
import type {UnlockResult} from './verifier/verifier.ts';
import type {EndpointContext} from './context.ts';
import {isSamePerson} from './identity.ts';
import type {IdentityReport} from './schemas.ts';
import {decryptRegistration} from './registration.ts';

/** What came of a report. */
export type UnlockOutcome = UnlockResult['kind'] | 'not-registered' | 'identity-mismatch';

/**
 * Ends the lock and forgives the failures (manual: 휴대폰 본인인증 후 다시 사용). The service says so
 * server to server, never through the trainee's page. The same report again changes nothing more.
 */
export async function handleIdentityReport(
  {store, verifier, encryption, now}: EndpointContext,
  {subject, method, transactionId, name, phone, verifiedAt}: IdentityReport,
): Promise<UnlockOutcome> {
  const account = await store.read((tx) => tx.getAccount(subject, now()));
  if (!account) return 'not-registered';
  if (account.registration !== undefined) {
    // Somebody else's verified name must not open this account.
    const {identity} = await decryptRegistration(account.registration, subject, encryption);
    if (identity && !isSamePerson(name, identity.name)) return 'identity-mismatch';
  }
  const proof = {method, transactionId, name, phone, verifiedAt};
  const release = await verifier.unlock(subject, proof);
  if (release.kind !== 'released') return release.kind;
  const at = now();
  await store.transaction(async (tx) => {
    const before = await tx.lockAccount(subject);
    const by = 'identity-service';
    const event = {id: `${by} ${transactionId}`, subject, what: method, by, at};
    if (!before || !(await tx.addEvent(event))) return;
    const forgiven = {failures: 0, lockedAt: undefined, forgivenAt: at};
    await tx.updateAccount(subject, {...before, ...forgiven});
  });
  return 'released';
}
