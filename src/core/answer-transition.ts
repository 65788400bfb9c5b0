/** What becomes of an attempt that is under way: the larger part of `next.ts`. */
import type {Attempt, Doubt, Notice, Open, Settling, Standing, Tries} from './state.ts';
import type {Answer, Status} from './contract.ts';

/** How long a rate limit holds the widget: clamped, so that an absurd answer can't block it. */
const WAIT_SECONDS = {least: 1, most: 300, unsaid: 5} as const;

/** What an endpoint keeps under a key, and so can tell of it when asked. */
const KEPT: ReadonlySet<Answer['code']> = new Set([
  'verified',
  'code-mismatch',
  'locked',
  'code-expired',
  'code-replayed',
  'attempt-unknown',
]);

/** What holds of a request however often it is sent; everything else may be otherwise next time. */
const CERTAIN: ReadonlySet<Answer['code']> = new Set([
  ...KEPT,
  'not-registered',
  'identity-mismatch',
  'invalid-request',
  'key-required',
  'key-reused',
]);

/** The state in which a code can be typed and sent. */
export function ready(tries: Tries | undefined, notice?: Notice): Attempt {
  return {is: 'ready', tries, notice};
}

/** The failures that an answer tells, or those that were known before. */
export function triesOf(
  said: Pick<Status, 'failures' | 'maxFailures'>,
  before: Tries | undefined,
): Tries | undefined {
  const {failures, maxFailures} = said;
  return failures !== undefined && maxFailures !== undefined
    ? {failures, max: maxFailures}
    : before;
}

/** The state that follows an attempt under way when something is heard of it, or nothing. */
export function settled(attempt: Open, event: Settling): Attempt {
  const {key, tries, resent} = attempt;
  switch (event.type) {
    case 'answered':
      return answered(attempt, event.answer, event.at);
    case 'found-offline':
      return isInDoubt(attempt) ? undecided(attempt, 'network') : ready(tries, {is: 'offline'});
    case 'turned-away':
      return isInDoubt(attempt) ? undecided(attempt, 'session') : {is: 'signed-out', tries};
    case 'lost':
      return {
        is: 'checking',
        key,
        tries,
        resent,
        ...recalledAs(attempt),
        doubt: event.doubt,
        ...remarkOf(event),
      };
    case 'gave-up':
      return {...undecided(attempt, doubtOf(attempt)), ...remarkOf(attempt)};
    case 'never-known':
      return inferred(attempt, event.standing);
  }
}

/** Whether a request is out of which nobody knows: what is heard now may not be of that one. */
function isInDoubt(attempt: Open): boolean {
  return attempt.is === 'checking' || attempt.resent;
}

function undecided(attempt: Open, doubt: Doubt): Attempt {
  const {key, tries} = attempt;
  return {is: 'undecided', key, tries, ...recalledAs(attempt), doubt};
}

function recalledAs(attempt: Open): {readonly recalled?: true} {
  return attempt.is === 'checking' && attempt.recalled ? {recalled: true} : {};
}

/** What the endpoint said of it in words of its own stays with what is not known. */
function remarkOf(told: Open | Settling): {readonly remark?: string} {
  const remark = 'remark' in told ? told.remark : undefined;
  return remark ? {remark} : {};
}

/** Without a key, the count alone can tell that a wrong code has arrived; success it can't tell. */
function inferred(attempt: Open, standing: Standing | undefined): Attempt {
  const {tries: before} = attempt;
  const unknownResult: Notice = {is: 'result-unknown', ...remarkOf(attempt)};
  if (!standing) return ready(before, unknownResult);
  const tries = triesOf(standing, before);
  if (standing.code === 'locked') {
    return {is: 'locked', tries, unlock: standing.unlock, stands: false};
  }
  const isCounted = before && tries && tries.failures > before.failures;
  return ready(tries, isCounted ? {is: 'code-mismatch'} : unknownResult);
}

function answered(attempt: Open, answer: Answer, at: number): Attempt {
  const {key, resent} = attempt;
  if (attempt.is === 'checking' && !KEPT.has(answer.code)) {
    // It speaks of the asking, not of the attempt: what became of that is still unknown.
    return answer.code === 'session-required'
      ? settled(attempt, {type: 'turned-away', key})
      : attempt;
  }
  if (isInDoubt(attempt) && !CERTAIN.has(answer.code) && answer.code !== 'in-progress') {
    // It speaks of the second request alone: the first may still arrive, and be counted.
    return undecided(attempt, answer.code === 'session-required' ? 'session' : 'server');
  }
  const tries = triesOf(answer, attempt.tries);
  switch (answer.code) {
    case 'verified': {
      const {verificationId, verifiedAt, expiresAt} = answer;
      return {is: 'verified', receipt: {verificationId, verifiedAt, expiresAt}};
    }
    case 'locked':
      return {is: 'locked', tries, unlock: answer.unlock, stands: false};
    case 'code-replayed': {
      const {nextCodeInMs} = answer;
      const until = nextCodeInMs === undefined ? undefined : at + nextCodeInMs;
      return ready(tries, {is: 'code-replayed', until});
    }
    case 'identity-mismatch':
      return ready(tries, {is: 'identity-mismatch', differs: answer.differs ?? []});
    case 'code-mismatch':
    case 'code-expired':
    case 'not-registered':
    case 'invalid-request':
    case 'unavailable':
      return ready(tries, {is: answer.code});
    case 'internal':
    case 'key-required':
    case 'key-reused':
    case 'origin':
      return ready(tries, {is: 'internal'});
    case 'csrf':
    case 'ticket-invalid':
      return ready(tries, {is: 'page-outdated'});
    case 'session-required':
      return {is: 'signed-out', tries};
    case 'rate-limited': {
      const seconds = waitSeconds(answer.retryAfter);
      return {is: 'waiting', tries, seconds, until: at + 1000 * seconds};
    }
    case 'in-progress':
      return {is: 'checking', key, tries, resent, doubt: 'server'};
    case 'attempt-unknown':
      return unknown(attempt, tries);
  }
}

/** The endpoint knows no such attempt: it has not been counted. */
function unknown(attempt: Open, tries: Tries | undefined): Attempt {
  const {key, resent} = attempt;
  if (attempt.is === 'checking' && attempt.recalled) return ready(tries);
  // The request never arrived: the same key goes out once more, so that at most one is counted.
  return resent ? undecided(attempt, doubtOf(attempt)) : {is: 'sending', key, tries, resent: true};
}

function doubtOf(attempt: Open): Doubt {
  return attempt.is === 'checking' ? attempt.doubt : 'server';
}

function waitSeconds(retryAfter: number = WAIT_SECONDS.unsaid): number {
  return Math.min(Math.max(Math.ceil(retryAfter), WAIT_SECONDS.least), WAIT_SECONDS.most);
}
