/** The end of a lock: the identity service reports who has proved who they are. */
import type {Release} from './verifier/verifier.ts';
import type {Endpoint} from './context.ts';
import {isSamePerson} from './identity.ts';
import type {IdentityReport} from './schemas.ts';
import {openRegistration} from './registration.ts';

/** What came of a report. */
export type Released = Release['is'] | 'not-registered' | 'identity-mismatch';

/**
 * Ends the lock and forgives the failures (manual: 휴대폰 본인인증 후 다시 사용). The service says so
 * server to server, never through the trainee's page. The same report again changes nothing more.
 */
export async function identityReported(
  {store, authority, seal, now}: Endpoint,
  {subject, method, transactionId, name, phone, verifiedAt}: IdentityReport,
): Promise<Released> {
  const account = await store.read((records) => records.standing(subject, now()));
  if (!account) return 'not-registered';
  if (account.registration !== undefined) {
    // Somebody else's verified name must not open this account.
    const {identity} = await openRegistration(account.registration, subject, seal);
    if (identity && !isSamePerson(name, identity.name)) return 'identity-mismatch';
  }
  const proof = {method, transactionId, name, phone, verifiedAt};
  const release = await authority.release(subject, proof);
  if (release.is !== 'released') return release.is;
  const at = now();
  await store.transaction(async (records) => {
    const before = await records.lockAccount(subject);
    const by = 'identity-service';
    const event = {id: `${by} ${transactionId}`, subject, what: method, by, at};
    if (!before || !(await records.addEvent(event))) return;
    const forgiven = {failures: 0, lockedAt: undefined, forgivenAt: at};
    await records.putAccount(subject, {...before, ...forgiven});
  });
  return 'released';
}
