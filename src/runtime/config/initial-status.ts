/** The account's status as the site's server has rendered it: `failures` and `outcome`. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import type {ConfigError} from './config-error.ts';
import type {Notice, AccountStatus} from '../../core/state.ts';
import {UNLOCK_METHODS} from '../../core/contract.ts';

/** The values of `outcome` beside `ready` and `locked`, with their notices. */
const NOTICES: Readonly<Record<string, Notice>> = {
  'code-mismatch': {kind: 'code-mismatch'},
  'code-expired': {kind: 'code-expired'},
  'code-replayed': {kind: 'code-replayed', until: undefined},
  'identity-mismatch': {kind: 'identity-mismatch', differs: []},
  'not-registered': {kind: 'not-registered'},
  'invalid-request': {kind: 'invalid-request'},
  unavailable: {kind: 'unavailable'},
  internal: {kind: 'internal'},
};

const OUTCOMES = ['ready', 'locked', ...Object.keys(NOTICES)];

/** Parses both attributes; `undefined` if they are absent. Success cannot be rendered. */
export function parseInitialStatus(
  {failures, maxFailures, outcome}: MotpVerifyProperties,
  errors: ConfigError[],
): AccountStatus | undefined {
  if (outcome && !OUTCOMES.includes(outcome)) {
    const fix = `is "${outcome}". Use one of ${OUTCOMES.join(', ')}; after success, go on to the next page.`;
    errors.push({attribute: 'outcome', fix});
  }
  const notice = Object.hasOwn(NOTICES, outcome) ? NOTICES[outcome] : undefined;
  const isCounted = failures > 0 && maxFailures > 0;
  const count = isCounted ? {failures, maxFailures} : {};
  if (outcome === 'locked' || (isCounted && failures >= maxFailures)) {
    return {code: 'locked', unlock: UNLOCK_METHODS, ...count};
  }
  return isCounted || notice ? {code: 'ready', ...count, notice} : undefined;
}

/** Returns whether two statuses are the same. */
export function isSameStatus(a: AccountStatus, b: AccountStatus | undefined): boolean {
  const isSameCount = a.failures === b?.failures && a.maxFailures === b?.maxFailures;
  return isSameCount && a.code === b?.code && a.notice === b.notice;
}
