/** How things stand as the site's server has rendered it into the page: `failures` and `outcome`. */
import type {MotpVerifyAttributes} from '../../element/properties.ts';
import type {Problem} from './config-error.ts';
import type {Notice, Standing} from '../../core/state.ts';
import {UNLOCKS} from '../../core/contract.ts';

/** What `outcome` can say beside `ready` and `locked`, in the contract's words. */
const NOTICES: Readonly<Record<string, Notice>> = {
  'code-mismatch': {is: 'code-mismatch'},
  'code-expired': {is: 'code-expired'},
  'code-replayed': {is: 'code-replayed', until: undefined},
  'identity-mismatch': {is: 'identity-mismatch', differs: []},
  'not-registered': {is: 'not-registered'},
  'invalid-request': {is: 'invalid-request'},
  unavailable: {is: 'unavailable'},
  internal: {is: 'internal'},
};

const OUTCOMES = ['ready', 'locked', ...Object.keys(NOTICES)];

/** Reads both attributes; `undefined` where they say nothing. Success is no outcome to render. */
export function renderedStanding(
  {failures, maxFailures: most, outcome}: MotpVerifyAttributes,
  problems: Problem[],
): Standing | undefined {
  if (outcome && !OUTCOMES.includes(outcome)) {
    const mend = `is "${outcome}". Use one of ${OUTCOMES.join(', ')}; after success, go on to the next page.`;
    problems.push({attribute: 'outcome', mend});
  }
  const notice = Object.hasOwn(NOTICES, outcome) ? NOTICES[outcome] : undefined;
  const isCounted = failures > 0 && most > 0;
  const tally = isCounted ? {failures, maxFailures: most} : {};
  if (outcome === 'locked' || (isCounted && failures >= most)) {
    return {code: 'locked', unlock: UNLOCKS, ...tally};
  }
  return isCounted || notice ? {code: 'ready', ...tally, notice} : undefined;
}

/** Whether two standings say the same. */
export function isSameStanding(a: Standing, b: Standing | undefined): boolean {
  const isSameTally = a.failures === b?.failures && a.maxFailures === b?.maxFailures;
  return isSameTally && a.code === b?.code && a.notice === b.notice;
}
