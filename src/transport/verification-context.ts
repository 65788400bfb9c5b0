/** What the page wants verified: where, what for and for whom. */
import type {AttemptRequest} from '../core/contract.ts';
import type {EndpointConfig} from './endpoint-client.ts';

/** What is asked of the trainee, without the code. */
export type RequestContext = Omit<AttemptRequest, 'v' | 'code'>;

/** See the file's head. */
export interface VerificationContext {
  readonly endpoint: EndpointConfig;
  /** Where to ask how things stand: at the start where the site says so, else only while locked. */
  readonly statusUrl: URL | undefined;
  readonly requestContext: RequestContext;
  /** The registered details: sent to nobody, but with others it is another trainee. */
  readonly trainee: string;
}

/**
 * What has changed between two checks: whom they are for, what for, or only where to ask. What a
 * page says for the first time is no change: some set one attribute after another.
 */
export function contextChange(
  a: VerificationContext,
  b: VerificationContext,
): 'trainee' | 'check' | 'place' | undefined {
  const differs = (part: (context: VerificationContext) => string | number | undefined): boolean =>
    Boolean(part(a)) && part(a) !== part(b);
  if (differs(({trainee}) => trainee) || differs(({requestContext}) => requestContext.ticket))
    return 'trainee';
  if (differs(({endpoint}) => endpoint.url.href)) return 'trainee';
  if (
    differs(({requestContext}) => requestContext.occasion) ||
    differs(({requestContext}) => requestContext.unit)
  )
    return 'check';
  const isSamePlace =
    a.statusUrl?.href === b.statusUrl?.href && a.requestContext.ticket === b.requestContext.ticket;
  return isSamePlace ? undefined : 'place';
}
