/** The DOM events that a change of state fires. */
import type {VerificationEvent, VerificationState} from '../../core/state.ts';
import {
  MotpErrorEvent,
  MotpLockedEvent,
  MotpRejectedEvent,
  MotpStateChangeEvent,
  MotpVerifiedEvent,
} from '../events.ts';
import type {StateChange} from './state-change.ts';

/** Returns the events of a change of state, in the order in which they are dispatched. */
export function eventsFor({after, before, cause}: StateChange): readonly Event[] {
  const events: Event[] = [];
  if (after.status !== before.status) {
    events.push(new MotpStateChangeEvent(after.status, before.status));
  }
  switch (after.status) {
    case 'verified':
      events.push(new MotpVerifiedEvent(after.receipt));
      break;
    case 'locked':
      if (before.status !== 'locked') events.push(new MotpLockedEvent(after.unlock));
      break;
    case 'rate-limited':
      events.push(new MotpErrorEvent('rate-limited', false));
      break;
    case 'signed-out':
      events.push(new MotpErrorEvent('signed-out', after.isUncertain ? undefined : false));
      break;
    case 'unknown':
      events.push(new MotpErrorEvent('unknown', undefined, after.reason));
      break;
    case 'ready':
      events.push(...eventsForNotice(after, cause));
      break;
    default:
  }
  return events;
}

/** The causes that end an attempt. Other causes do not fire an outcome. */
const OUTCOME_TYPES: ReadonlySet<VerificationEvent['type']> = new Set([
  'answered',
  'offline',
  'not-sent',
  'result-unavailable',
]);

/** Returns whether a cause can end an attempt with an outcome. */
export function isOutcome({type}: VerificationEvent): boolean {
  return OUTCOME_TYPES.has(type);
}

function eventsForNotice(
  {notice, failureCount}: Extract<VerificationState, {status: 'ready'}>,
  cause: VerificationEvent,
): Event[] {
  if (!isOutcome(cause)) return [];
  switch (notice?.kind) {
    case 'code-mismatch':
    case 'code-expired':
    case 'code-replayed':
    case 'identity-mismatch':
    case 'not-registered':
    case 'invalid-request': {
      // Without an answer, the count has risen: that is how the failure became known.
      const counted = cause.type === 'answered' ? cause.response.counted : true;
      return [new MotpRejectedEvent(notice.kind, counted, failureCount)];
    }
    case 'result-unknown':
      return [new MotpErrorEvent('unknown')];
    case 'offline':
      return [new MotpErrorEvent('offline')];
    case 'unavailable':
    case 'internal':
    case 'page-outdated':
      return [new MotpErrorEvent(notice.kind, false)];
    default:
      return [];
  }
}
