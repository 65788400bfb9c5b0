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
 * Returns the name under which the key of an attempt is stored. It differs for each endpoint, occasion
 * and unit, so that no result is shown for another check. The ticket is no part of it: a server can
 * issue another for each page. Whose attempt it was, the endpoint knows: to anyone else the key is
 * unknown. It is a hash, so that storage reveals none of them.
 */
export function storageKeyFor({
  endpoint,
  requestContext: {occasion, unit},
}: VerificationContext): string {
  const text = [endpoint.url.href, occasion, unit].join('\n');
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${STORAGE_PREFIX}${(hash >>> 0).toString(36)}`;
}
