/** Sentences that name a way out: only those that the site offers and that can help this trainee. */
import type {IdentityWarning} from '../core/identity.ts';
import type {IdentityDifference} from '../core/contract.ts';
import {
  serviceNames,
  type FallbackMethod,
  type FallbackUrls,
} from '../element/templates/fallbacks.ts';
import type {Messages} from '../locales/messages.ts';
import {formatMessage} from './format-message.ts';

/** What the sentences depend on. */
export interface AdviceInput {
  /** The addresses of the fallbacks that the site offers. */
  readonly urls: FallbackUrls;
  /** The warnings about the registered details. */
  readonly warnings: readonly IdentityWarning[];
}

/** The warnings about a name that nobody can type into the app as it is registered. */
const UNTYPABLE: ReadonlySet<IdentityWarning> = new Set([
  'name-full-width-blank',
  'name-no-break',
  'name-invisible',
  'name-decomposed',
  'name-loose-jamo',
  'name-full-width',
  'name-damaged',
  'name-entity',
]);

/** Returns what to do when mOTP is out of order (manual: mOTP 장애발생시). */
export function outageAdvice(messages: Messages, {urls}: AdviceInput): string {
  const names = serviceNames(messages, urls);
  return names.length > 0
    ? formatMessage(messages.useServices, {ways: names.join(messages.or)})
    : messages.tryLater;
}

/** Returns the warning before the last try, or `undefined` if no service releases the lock. */
export function lastTryWarning(messages: Messages, {urls}: AdviceInput): string | undefined {
  const [way] = serviceNames(messages, urls);
  return way && formatMessage(messages.codeMismatchLast, {way});
}

/** Returns how a lock ends, by the first of these methods; without one, the institute helps. */
export function unlockAdvice(messages: Messages, methods: readonly FallbackMethod[]): string {
  const [first] = methods;
  if (first === undefined) return messages.askInstitute;
  if (first === 're-registration') return messages.unlockByReset;
  const way = first === 'ipin' ? messages.viaIpin : messages.viaPhone;
  return formatMessage(messages.unlockByIdentity, {way});
}

/** Returns what is wrong with the details (manual: 정보 불일치), and who can correct them. */
export function mismatchText(
  messages: Messages,
  differs: readonly IdentityDifference[],
  input: AdviceInput,
): string {
  // With several differences, the general message covers them all.
  const [first, ...more] = differs;
  const difference = more.length === 0 ? first : undefined;
  return `${differenceText(messages, difference)} ${correctionAdvice(messages, difference, input)}`;
}

/** Returns the message for a trainee who is not registered in the app. */
export function notRegisteredText(messages: Messages, input: AdviceInput): string {
  return canTypeName(input)
    ? messages.notRegistered
    : `${messages.notRegistered} ${messages.askNameCorrection}`;
}

function canTypeName({warnings}: AdviceInput): boolean {
  return !warnings.some((warning) => UNTYPABLE.has(warning));
}

function differenceText(messages: Messages, difference: IdentityDifference | undefined): string {
  switch (difference) {
    case 'name':
      return messages.nameDiffers;
    case 'phone':
      return messages.phoneDiffers;
    case 'spaces':
      return messages.blanksDiffer;
    default:
      return messages.identityMismatch;
  }
}

function correctionAdvice(
  messages: Messages,
  difference: IdentityDifference | undefined,
  input: AdviceInput,
): string {
  if (!canTypeName(input)) {
    return difference === 'phone' ? messages.askInstitute : messages.askNameCorrection;
  }
  if (difference === 'spaces') return messages.registerExactly;
  return `${checkAdvice(messages, difference, input)} ${messages.askIfSiteWrong}`;
}

function checkAdvice(
  messages: Messages,
  difference: 'name' | 'phone' | undefined,
  {urls}: AdviceInput,
): string {
  if (difference === undefined) return messages.checkDetails;
  return urls['re-registration'] ? messages.resetIfAppWrong : messages.registerIfAppWrong;
}
