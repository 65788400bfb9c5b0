/** The verification system of the demo on the servers that `npm start` runs. */
import * as v from 'valibot';
import {keep, kept} from '../shell/session-store.ts';
import type {Serve} from './server-faults.ts';
import {requestsOf, type SystemOnServer} from './in-page-backend.ts';
import type {TraineeId} from './fixtures.ts';

/** By which the server of `npm start`, and none other, knows the app's server, which this page plays. */
export const APP_SECRET = 'demo-app';

/** The header that says who is signed in, in the place of a session. */
export const SIGNED_IN = 'Demo-Trainee';

/** What the servers say of themselves to a page that begins. */
const Begun = v.object({identityOrigin: v.string()});

/** Addresses on this origin: what the page asks for, and what the worker hands it on to. */
export interface Ways {
  readonly here: URL;
  readonly there: URL;
}

/**
 * Reaches the servers.
 *
 * @returns `undefined` where none runs: the built demo is static files
 */
export async function reachSystem(
  endpoint: Ways,
  site: Ways,
  signedIn: () => TraineeId,
): Promise<SystemOnServer | undefined> {
  if (!(await isServed(endpoint.there))) return undefined;
  const before = v.safeParse(Begun, kept('real'));
  const {identityOrigin} = before.success ? before.output : await begun(endpoint.there);
  keep('real', {identityOrigin});
  const to =
    ({here, there}: Ways): Serve =>
    async (request) => {
      const {method, headers: asked} = request;
      const headers = new Headers(asked);
      headers.set(SIGNED_IN, signedIn());
      const body = method === 'POST' ? {body: await request.text()} : {};
      return fetch(request.url.replace(here.href, there.href), {method, headers, ...body});
    };
  return {
    is: 'on-server',
    id: crypto.randomUUID(),
    isNew: !before.success,
    serve: to(endpoint),
    site: to(site),
    identityOrigin,
    requestAs: requestsOf(endpoint.here, {app: APP_SECRET}),
    async lock(trainee) {
      await fetch(`${endpoint.there.href}/demo/lock/${trainee}`, {method: 'POST'});
    },
  };
}

async function isServed(there: URL): Promise<boolean> {
  const response = await fetch(`${there.href}/health/ready`);
  return response.ok && (response.headers.get('Content-Type') ?? '').includes('json');
}

async function begun(there: URL): Promise<v.InferOutput<typeof Begun>> {
  const response = await fetch(`${there.href}/demo/restart`, {method: 'POST'});
  return v.parse(Begun, await response.json());
}
