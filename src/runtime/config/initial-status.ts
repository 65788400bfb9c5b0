/** How things stand as the site's server has rendered it into the page: `failures` and `outcome`. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import type {ConfigError} from './config-error.ts';
import type {Notice, AccountStatus} from '../../core/state.ts';
import {UNLOCK_METHODS} from '../../core/contract.ts';

/** What `outcome` can say beside `ready` and `locked`, in the contract's words. */
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

/** Reads both attributes; `undefined` where they say nothing. Success is no outcome to render. */
export function parseInitialStatus(
  {failures, maxFailures: most, outcome}: MotpVerifyProperties,
  errors: ConfigError[],
): AccountStatus | undefined {
  if (outcome && !OUTCOMES.includes(outcome)) {
    const fix = `is "${outcome}". Use one of ${OUTCOMES.join(', ')}; after success, go on to the next page.`;
    errors.push({attribute: 'outcome', fix});
  }
  const notice = Object.hasOwn(NOTICES, outcome) ? NOTICES[outcome] : undefined;
  const isCounted = failures > 0 && most > 0;
  const tally = isCounted ? {failures, maxFailures: most} : {};
  if (outcome === 'locked' || (isCounted && failures >= most)) {
    return {code: 'locked', unlock: UNLOCK_METHODS, ...tally};
  }
  return isCounted || notice ? {code: 'ready', ...tally, notice} : undefined;
}

/** Whether two standings say the same. */
export function isSameStatus(a: AccountStatus, b: AccountStatus | undefined): boolean {
  const isSameTally = a.failures === b?.failures && a.maxFailures === b?.maxFailures;
  return isSameTally && a.code === b?.code && a.notice === b.notice;
}
