/** Issues and resets the app's registration (requirements P1, P2). */
import type * as v from 'valibot';
import type {EndpointContext} from './context.ts';
import type {Identity} from './identity.ts';
import {encryptRegistration} from './registration.ts';
import type {RegistrationResponse} from './schemas.ts';
import {NEW_ACCOUNT} from './store/store.ts';
import {newSecret, STEP_MS} from './verifier/totp.ts';

/**
 * Issues a seed to a device. It ends the registration of the device before (manual: 1인 1기기), and the
 * failures. The caller has checked the consent.
 *
 * @param by the service that requests it, for the audit trail
 */
export async function issueRegistration(
  {store, encryption, now}: Pick<EndpointContext, 'store' | 'encryption' | 'now'>,
  subject: string,
  identity: Identity | undefined,
  by: string,
): Promise<v.InferOutput<typeof RegistrationResponse>> {
  const at = now();
  const secret = newSecret();
  const device = crypto.randomUUID();
  const contents = {secret, ...(identity && {identity}), device, consentedAt: at};
  const registration = await encryptRegistration(contents, subject, encryption);
  await store.transaction(async (tx) => {
    await tx.addAccount(subject, NEW_ACCOUNT);
    await tx.lockAccount(subject);
    await tx.updateAccount(subject, {...NEW_ACCOUNT, registration, forgivenAt: at});
    await tx.addEvent({id: device, subject, what: 'issued', by, at});
  });
  return {code: 'registered', secret, digits: 6, period: (STEP_MS / 1000) as 60, device};
}

/**
 * Ends a registration (manual: mOTP 등록 초기화): no code counts until a new one is issued.
 *
 * @param reference the caller's own number; a repeated reset changes nothing
 * @param by the service that requests it, for the audit trail
 */
export async function resetRegistration(
  {store, now}: Pick<EndpointContext, 'store' | 'now'>,
  subject: string,
  reference: string,
  by: string,
): Promise<void> {
  const at = now();
  await store.transaction(async (tx) => {
    const account = await tx.lockAccount(subject);
    const event = {id: `reset ${by} ${reference}`, subject, what: 'reset', by, at} as const;
    if (!account || !(await tx.addEvent(event))) return;
    await tx.updateAccount(subject, {...account, registration: undefined});
  });
}
