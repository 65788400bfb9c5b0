/** A registration of the mOTP app: seed and identity, encrypted together (requirement P1). */
import * as v from 'valibot';
import type {Encryption} from './crypto/encryption.ts';
import {ConnectingInformation, Identity} from './identity.ts';

/** A registered app. */
export const Registration = v.object({
  /** The seed of the app's codes, in base32. */
  secret: v.string(),
  /** Name and phone number, as typed into the app. */
  identity: v.exactOptional(Identity),
  /** The connecting information (연계정보, CI) by which identity services name a person. */
  ci: v.exactOptional(ConnectingInformation),
  /** The device. A new registration ends that of the device before (manual: 1인 1기기). */
  device: v.string(),
  /** When the trainee consented (manual: 개인정보 수집 동의), in ms since the epoch. */
  consentedAt: v.number(),
});
/** A registered app. */
export type Registration = v.InferOutput<typeof Registration>;

/** Encrypts a registration. It can be decrypted for the same account only. */
export function encryptRegistration(
  registration: Registration,
  accountId: string,
  {encrypt}: Encryption,
): Promise<string> {
  return encrypt(JSON.stringify(registration), accountContext(accountId));
}

/**
 * Decrypts a registration.
 *
 * @throws Error if it was encrypted with another key or for another account
 */
export async function decryptRegistration(
  ciphertext: string,
  accountId: string,
  {decrypt}: Encryption,
): Promise<Registration> {
  const text = await decrypt(ciphertext, accountContext(accountId));
  if (text === undefined) {
    throw new Error('Could not decrypt a registration. Check that ENCRYPTION_KEY has not changed.');
  }
  return v.parse(Registration, JSON.parse(text));
}

/** Binds the ciphertexts of an account to it. */
export function accountContext(accountId: string): string {
  return `account ${accountId}`;
}
