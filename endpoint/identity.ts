/** A registered identity: compared to the letter, shown only masked (requirement P3). */
import * as v from 'valibot';
import type {IdentityDifference} from '../src/core/contract.ts';
import {maskName, maskPhone} from '../src/core/identity.ts';

/** A name and a phone number, as somebody registered them. */
export const Identity = v.object({
  /** 1 to 80 characters, kept exactly: the verification system mends nothing. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** Digits, as registered. */
  phone: v.pipe(v.string(), v.regex(/^[0-9]{9,15}$/)),
});
/** See the schema of the same name. */
export type Identity = v.InferOutput<typeof Identity>;

/**
 * In what the app's identity differs from the site's
 * (manual: 사이트에 등록된 정보와 공백 등 일치해야 합니다).
 */
export function findDifferences(app: Identity, site: Identity): readonly IdentityDifference[] {
  const differing: IdentityDifference[] = [];
  if (app.name !== site.name) {
    differing.push(withoutBlanks(app.name) === withoutBlanks(site.name) ? 'spaces' : 'name');
  }
  if (app.phone !== site.phone) differing.push('phone');
  return differing;
}

/** Whether a person whom the identity service has verified is the one who registered. */
export function isSamePerson(verifiedName: string, registeredName: string): boolean {
  return plain(verifiedName) === plain(registeredName);
}

/** Masks an identity for display: 홍*동, 010-****-5678. Blanks are masked too. */
export function maskIdentity({name, phone}: Identity): Identity {
  return {name: maskName(name).replace(BLANKS, '*'), phone: maskPhone(phone)};
}

/** White space and what is not to be seen: format characters, Hangul fillers, the Braille blank. */
const BLANKS = /[\s\p{Cf}\u115f\u1160\u3164\uffa0\u2800]/gu;

function withoutBlanks(name: string): string {
  return name.replace(BLANKS, '');
}

function plain(name: string): string {
  return withoutBlanks(name).normalize('NFC').toLowerCase();
}
