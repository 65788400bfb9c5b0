/** What the page wants verified: where, what for and for whom. */
import type {AttemptRequest} from '../core/contract.ts';
import type {Endpoint} from './endpoint-client.ts';

/** What is asked of the trainee, without the code. */
export type Asked = Omit<AttemptRequest, 'v' | 'code'>;

/** See the file's head. */
export interface Check {
  readonly endpoint: Endpoint;
  /** Where to ask how things stand: at the start where the site says so, else only while locked. */
  readonly statusUrl: URL | undefined;
  readonly asked: Asked;
  /** The registered details: sent to nobody, but with others it is another trainee. */
  readonly trainee: string;
}

/**
 * What has changed between two checks: whom they are for, what for, or only where to ask. What a
 * page says for the first time is no change: some set one attribute after another.
 */
export function changeBetween(a: Check, b: Check): 'trainee' | 'check' | 'place' | undefined {
  const differs = (part: (check: Check) => string | number | undefined): boolean =>
    Boolean(part(a)) && part(a) !== part(b);
  if (differs(({trainee}) => trainee) || differs(({asked}) => asked.ticket)) return 'trainee';
  if (differs(({endpoint}) => endpoint.url.href)) return 'trainee';
  if (differs(({asked}) => asked.occasion) || differs(({asked}) => asked.unit)) return 'check';
  const isSamePlace = a.statusUrl?.href === b.statusUrl?.href && a.asked.ticket === b.asked.ticket;
  return isSamePlace ? undefined : 'place';
}
