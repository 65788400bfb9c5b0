/** The verification system as the other parties of the demo see it, in the page or on Node.js. */
import type {ServiceIdentity} from '../../endpoint/auth.ts';
import type {Account} from '../../endpoint/store/store.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {TraineeId} from './fixtures.ts';
import type {FetchHandler} from './server-faults.ts';

/** The training site's ID at the endpoint. */
export const SITE_ID = 'demo';

/** The name of a server that calls the endpoint. */
export type ServiceName = ServiceIdentity['kind'];

/** Creates a request to one of the endpoint's service routes, signed with that service's secret. */
export type CreateServiceRequest<Name extends ServiceName> = (
  service: Name,
  method: string,
  path: string,
  body?: object,
) => Request;

/** What both backends have in common. */
interface BackendBase {
  /** Distinguishes this tab's backend from the backends of other tabs. */
  readonly id: string;
  /** Whether the backend has just been created, with no registered trainee. */
  readonly isNew: boolean;
  /** Sends a request of the trainee's page or of a server to the endpoint. */
  readonly fetchEndpoint: FetchHandler;
  /** Locks a trainee's account, as after five failures. */
  readonly lockTrainee: (trainee: TraineeId) => Promise<void>;
}

/** A backend in the page, which then also runs the site's server and the identity service. */
export interface InPageBackend extends BackendBase {
  readonly kind: 'in-page';
  readonly createServiceRequest: CreateServiceRequest<ServiceName>;
}

/** A backend on Node.js with its own clock, site server and identity service. */
export interface NodeBackend extends BackendBase {
  readonly kind: 'node';
  readonly fetchSite: FetchHandler;
  readonly identityOrigin: string;
  /** Creates requests of the app's server, which the page still runs. */
  readonly createServiceRequest: CreateServiceRequest<'app'>;
}

/** The verification system, wherever it runs. */
export type Backend = InPageBackend | NodeBackend;

/** Creates requests to the service routes of the endpoint at `base`. */
export function serviceRequestFactory<Name extends ServiceName>(
  base: URL,
  secrets: Readonly<Record<Name, string>>,
): CreateServiceRequest<Name> {
  return (service, method, path, body) =>
    new Request(base.href + path, {
      method,
      headers: {Authorization: `Bearer ${secrets[service]}`, 'Content-Type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
    });
}

/** Returns the account as it is after five failures, the last one at `now` (ms since the epoch). */
export function lockedAccount(account: Account, now: number): Account {
  return {...account, failures: MAX_FAILURES, lockedAt: now};
}
