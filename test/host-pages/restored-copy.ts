/** Pages that a library restores from its own copy of a verified page: the endpoint is asked what it knows. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import type {HostPage} from './host-page.ts';

/** Counts the queries for a result by its key. */
export function askedFor({session}: HostPage): number {
  return session.requests.filter(({url}) => url?.includes('/attempts/')).length;
}

/** Verifies, leaves and returns, while the endpoint has forgotten the success. */
export async function findsNoSuccess(
  trainee: HostPage,
  leavesAndReturns: (trainee: HostPage) => Promise<void>,
): Promise<void> {
  await trainee.enters(RIGHT);
  await trainee.reaches('verified');
  trainee.session.endpoint.results.clear();
  await leavesAndReturns(trainee);
  await trainee.until(() => askedFor(trainee) === 1, 'the endpoint is asked');
  await trainee.reaches('ready');
  assert.equal(trainee.session.postCount, 1);
}
