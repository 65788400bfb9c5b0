/** Registered identities: compared exactly, and shown masked only (requirement P3). */
import * as v from 'valibot';
import type {IdentityDifference} from '../src/core/contract.ts';
import {maskName, maskPhone} from '../src/core/identity.ts';

/** A name and a phone number, as registered. */
export const Identity = v.object({
  /** 1 to 80 characters, never changed. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** Digits only. */
  phone: v.pipe(v.string(), v.regex(/^[0-9]{9,15}$/)),
});
/** A name and a phone number, as registered. */
export type Identity = v.InferOutput<typeof Identity>;

/**
 * The connecting information (연계정보, CI): the same 88 characters from every identity service for one
 * person. It tells people of the same name apart.
 */
export const ConnectingInformation = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/));

/**
 * Returns how the app's identity differs from the site's
 * (manual: 사이트에 등록된 정보와 공백 등 일치해야 합니다).
 */
export function findDifferences(app: Identity, site: Identity): readonly IdentityDifference[] {
  const differs: IdentityDifference[] = [];
  if (app.name !== site.name) {
    differs.push(withoutBlanks(app.name) === withoutBlanks(site.name) ? 'spaces' : 'name');
  }
  if (app.phone !== site.phone) differs.push('phone');
  return differs;
}

/** Returns whether a verified name is the registered one, regardless of blanks, Unicode form and case. */
export function isSamePerson(verifiedName: string, registeredName: string): boolean {
  return normalize(verifiedName) === normalize(registeredName);
}

/** Masks an identity for display: 홍*동, 010-****-5678. Masks blanks too. */
export function maskIdentity({name, phone}: Identity): Identity {
  return {name: maskName(name).replace(BLANKS, '*'), phone: maskPhone(phone)};
}

/** White space and invisible characters: format characters, Hangul fillers, the Braille blank. */
const BLANKS = /[\s\p{Cf}\u115f\u1160\u3164\uffa0\u2800]/gu;

function withoutBlanks(name: string): string {
  return name.replace(BLANKS, '');
}

function normalize(name: string): string {
  return withoutBlanks(name).normalize('NFC').toLowerCase();
}
