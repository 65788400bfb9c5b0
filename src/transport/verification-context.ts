import type {AttemptRequest} from '../core/contract.ts';
import type {EndpointConfig} from './endpoint-client.ts';
import {STORAGE_PREFIX} from './pending-keys.ts';

/** The fields of an attempt's request that the page sets: all but the code. */
export type RequestContext = Omit<AttemptRequest, 'v' | 'code'>;

/** What the page wants verified: where, for which occasion, and for which trainee. */
export interface VerificationContext {
  readonly endpoint: EndpointConfig;
  /** Where to query the status. Without it, only a locked account is queried, below the endpoint. */
  readonly statusUrl: URL | undefined;
  readonly requestContext: RequestContext;
  /** The registered identity. It is never sent, but another one means another trainee. */
  readonly trainee: string;
}

/**
 * Returns what has changed from `a` to `b`: the trainee, the check, or only how to query the status.
 * A value that was missing in `a` is no change, because some pages set one attribute after another.
 */
export function contextChange(
  a: VerificationContext,
  b: VerificationContext,
): 'trainee' | 'check' | 'status-query' | undefined {
  const before = a.requestContext;
  const after = b.requestContext;
  if (
    isChanged(a.trainee, b.trainee) ||
    isChanged(before.ticket, after.ticket) ||
    isChanged(a.endpoint.url.href, b.endpoint.url.href)
  ) {
    return 'trainee';
  }
  if (isChanged(before.occasion, after.occasion) || isChanged(before.unit, after.unit)) {
    return 'check';
  }
  const isSameQuery = a.statusUrl?.href === b.statusUrl?.href && before.ticket === after.ticket;
  return isSameQuery ? undefined : 'status-query';
}

function isChanged<Value>(before: Value, after: Value): boolean {
  return Boolean(before) && before !== after;
}

/**
 * Returns the name under which the key of an attempt is stored. It differs for each endpoint, occasion,
 * unit and trainee, so that no result is shown for another check, and nobody asks for the attempt of
 * another. The ticket is no part of it: a server can issue another one for each page. Where the page
 * gives no identity, the endpoint tells trainees apart: to anyone else the key is unknown.
 *
 * It is a checksum, so that storage reveals none of them.
 */
export function storageKeyFor({
  endpoint,
  requestContext: {occasion, unit},
  trainee,
}: VerificationContext): string {
  // 16 bits tell the trainees of one tab apart, and are too few to find a phone number again.
  const who = trainee && checksum(trainee) % 0x10000;
  const text = [endpoint.url.href, occasion, unit, who].join('\n');
  return `${STORAGE_PREFIX}${checksum(text).toString(36)}`;
}

/** Returns the checksum FNV-1a of a text, 32 bits. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
