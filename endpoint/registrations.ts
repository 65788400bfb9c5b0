/** Issue and reset of the app's registration (requirements P1, P2). */
import type * as v from 'valibot';
import type {Endpoint} from './context.ts';
import type {Identity} from './identity.ts';
import type {Issued} from './schemas.ts';
import {sealRegistration} from './registration.ts';
import {NEW_ACCOUNT} from './store/store.ts';
import {newSecret, STEP_MS} from './verifier/totp.ts';

/**
 * Issues a seed to a device. It ends the one before (manual: 1인 1기기) and its failures; the caller
 * has made sure of the consent.
 *
 * @param by who asked for it
 */
export async function issue(
  {store, seal, now}: Pick<Endpoint, 'store' | 'seal' | 'now'>,
  subject: string,
  identity: Identity | undefined,
  by: string,
): Promise<v.InferOutput<typeof Issued>> {
  const at = now();
  const secret = newSecret();
  const device = crypto.randomUUID();
  const contents = {secret, ...(identity && {identity}), device, consentedAt: at};
  const registration = await sealRegistration(contents, subject, seal);
  await store.transaction(async (records) => {
    await records.addAccount(subject, NEW_ACCOUNT);
    await records.lockAccount(subject);
    await records.putAccount(subject, {...NEW_ACCOUNT, registration, forgivenAt: at});
    await records.addEvent({id: device, subject, what: 'issued', by, at});
  });
  return {code: 'registered', secret, digits: 6, period: (STEP_MS / 1000) as 60, device};
}

/**
 * Ends a registration (manual: mOTP 등록 초기화): no code counts until a new issue.
 *
 * @param reference the caller's own; told twice, it counts once
 */
export async function reset(
  {store, now}: Pick<Endpoint, 'store' | 'now'>,
  subject: string,
  reference: string,
  by: string,
): Promise<void> {
  const at = now();
  await store.transaction(async (records) => {
    const account = await records.lockAccount(subject);
    const event = {id: `reset ${by} ${reference}`, subject, what: 'reset', by, at} as const;
    if (!account || !(await records.addEvent(event))) return;
    await records.putAccount(subject, {...account, registration: undefined});
  });
}
