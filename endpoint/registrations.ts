/** Issues, confirms and resets the app's registration (requirements P1, P2). */
import * as v from 'valibot';
import {accountIdOf, type AccountOwner} from './account-id.ts';
import type {EndpointContext} from './context.ts';
import type {Encryption} from './crypto/encryption.ts';
import {decryptRegistration, encryptRegistration, type Registration} from './registration.ts';
import type {ConfirmationRequest, RegistrationResponse} from './schemas.ts';
import {NEW_ACCOUNT, type Account, type AuditEvent} from './store/store.ts';
import {findMatchingStep, newSecret, stepAt, STEP_MS} from './verifier/totp.ts';

/** How long a device may take to confirm its first code, in ms. */
export const CONFIRMATION_TIMEOUT_MS = 10 * 60_000;

/** The context of the operations on registrations. */
type Context = Pick<EndpointContext, 'store' | 'encryption' | 'now'>;

/** The caller of an operation, for the audit trail. */
export interface Caller {
  /** The name of the server. */
  readonly by: string;
  /** Its network address, if known. */
  readonly address?: string | undefined;
}

/** The person whom a device is registered for. */
export type Registrant = AccountOwner & Pick<Registration, 'identity' | 'ci'>;

/**
 * Issues a seed to a device. The registration of the device before counts until the new one has
 * confirmed a code ({@link confirmRegistration}). The caller has checked the consent.
 */
export async function issueRegistration(
  {store, encryption, now}: Context,
  registrant: Registrant,
  {by, address}: Caller,
): Promise<v.InferOutput<typeof RegistrationResponse>> {
  const at = now();
  const {identity, ci} = registrant;
  const [secret, device] = [newSecret(), crypto.randomUUID()];
  const person = {...(identity && {identity}), ...(ci !== undefined && {ci})};
  const accountId = accountIdOf(registrant);
  const contents = {secret, ...person, device, consentedAt: at};
  const pending = await encryptRegistration(contents, accountId, encryption);
  await store.transaction(async (tx) => {
    await tx.addAccount(accountId, NEW_ACCOUNT);
    const account = (await tx.lockAccount(accountId)) ?? NEW_ACCOUNT;
    await tx.updateAccount(accountId, {...account, pending});
    await tx.addEvent({id: device, accountId, what: 'issued', by, at, address});
  });
  const expiresAt = at + CONFIRMATION_TIMEOUT_MS;
  const code = {digits: 6, period: (STEP_MS / 1000) as 60} as const;
  return {code: 'pending', secret, ...code, device, expiresAt, serverTime: at};
}

/** The result of a confirmation. */
export type ConfirmationResult =
  | 'registered'
  /** No device with this id waits for its confirmation, or it has waited for too long. */
  | 'device-unknown'
  | 'code-mismatch';

/**
 * Confirms that a device shows the right codes. Only now its registration counts: it ends the device
 * before (manual: 1인 1기기), the failures and the lock. A repeated confirmation changes nothing.
 *
 * @param graceMs how long the code of the previous step is accepted, in ms
 */
export async function confirmRegistration(
  {store, encryption, now}: Context,
  {device, code, ...owner}: ConfirmationRequest & AccountOwner,
  graceMs: number,
  {by, address}: Caller,
): Promise<ConfirmationResult> {
  const at = now();
  const accountId = accountIdOf(owner);
  return store.transaction(async (tx): Promise<ConfirmationResult> => {
    const account = await tx.lockAccount(accountId);
    const decrypt = registrationReader(accountId, encryption);
    const pending = await decrypt(account?.pending);
    const event = {accountId, by, at, address} as const;
    if (!account || pending?.device !== device || isExpired(pending, at)) {
      const current = await decrypt(account?.registration);
      if (current?.device === device) return 'registered';
      await tx.addEvent(refusal(event, 'device-unknown'));
      return 'device-unknown';
    }
    const step = findMatchingStep(pending.secret, code, at);
    if (step === undefined || step < stepAt(at - graceMs)) {
      await tx.addEvent(refusal(event, 'code-mismatch'));
      return 'code-mismatch';
    }
    await tx.updateAccount(accountId, confirmed(account, at));
    await tx.addEvent({...event, id: `confirmed ${device}`, what: 'confirmed'});
    return 'registered';
  });
}

/** Returns an account after its pending registration was confirmed. Keeps a suspension. */
function confirmed({pending, lockedAt, suspendedAt}: Account, at: number): Account {
  const isSuspended = suspendedAt !== undefined;
  const lock = {suspendedAt, lockedAt: isSuspended ? lockedAt : undefined};
  return {...NEW_ACCOUNT, registration: pending, forgivenAt: at, ...lock};
}

function isExpired({consentedAt}: Registration, now: number): boolean {
  return consentedAt <= now - CONFIRMATION_TIMEOUT_MS;
}

function registrationReader(accountId: string, encryption: Encryption) {
  return async (ciphertext: string | undefined): Promise<Registration | undefined> =>
    ciphertext === undefined ? undefined : decryptRegistration(ciphertext, accountId, encryption);
}

function refusal(event: Omit<AuditEvent, 'id' | 'what'>, reason: ConfirmationResult): AuditEvent {
  const id = `refused ${crypto.randomUUID()}`;
  return {...event, id, what: 'confirmation-refused', reason};
}

/** The result of a reset. `reference-used`: the reference belongs to another trainee's reset. */
export type ResetResult = 'reset' | 'reference-used';

/**
 * Ends a registration (manual: mOTP 등록 초기화): no code counts until a new one is confirmed.
 *
 * @param reference the caller's own number; a repeated reset changes nothing
 */
export async function resetRegistration(
  {store, now}: Pick<EndpointContext, 'store' | 'now'>,
  owner: AccountOwner,
  reference: string,
  {by, address}: Caller,
): Promise<ResetResult> {
  const at = now();
  const accountId = accountIdOf(owner);
  return store.transaction(async (tx): Promise<ResetResult> => {
    const id = `reset ${by} ${reference}`;
    const account = await tx.lockAccount(accountId);
    const isNew = await tx.addEvent({id, accountId, what: 'reset', by, at, address});
    if (!isNew) {
      const earlier = await tx.getEvent(id);
      return earlier?.accountId === accountId ? 'reset' : 'reference-used';
    }
    if (account) {
      await tx.updateAccount(accountId, {...account, registration: undefined, pending: undefined});
    }
    return 'reset';
  });
}
