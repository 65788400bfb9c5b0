/** The verification system of the demo on the servers that `npm start` runs. */
import * as v from 'valibot';
import {save, load} from '../shell/session-store.ts';
import type {FetchHandler} from './server-faults.ts';
import {serviceRequestFactory, type NodeBackend} from './in-page-backend.ts';
import type {TraineeId} from './fixtures.ts';

/** By which the server of `npm start`, and none other, knows the app's server, which this page plays. */
export const APP_SECRET = 'demo-app';

/** The header that says who is signed in, in the place of a session. */
export const TRAINEE_HEADER = 'Demo-Trainee';

/** What the servers say of themselves to a page that begins. */
const SessionStart = v.object({identityOrigin: v.string()});

/** Addresses on this origin: what the page asks for, and what the worker hands it on to. */
export interface Route {
  readonly pageUrl: URL;
  readonly serverUrl: URL;
}

/**
 * Reaches the servers.
 *
 * @returns `undefined` where none runs: the built demo is static files
 */
export async function connectNodeBackend(
  endpoint: Route,
  site: Route,
  signedIn: () => TraineeId,
): Promise<NodeBackend | undefined> {
  if (!(await isServerReady(endpoint.serverUrl))) return undefined;
  const before = v.safeParse(SessionStart, load('node-backend'));
  const {identityOrigin} = before.success ? before.output : await startSession(endpoint.serverUrl);
  save('node-backend', {identityOrigin});
  const to =
    ({pageUrl, serverUrl}: Route): FetchHandler =>
    async (request) => {
      const {method, headers: asked} = request;
      const headers = new Headers(asked);
      headers.set(TRAINEE_HEADER, signedIn());
      const body = method === 'POST' ? {body: await request.text()} : {};
      return fetch(request.url.replace(pageUrl.href, serverUrl.href), {method, headers, ...body});
    };
  return {
    kind: 'on-server',
    id: crypto.randomUUID(),
    isNew: !before.success,
    fetchEndpoint: to(endpoint),
    fetchSite: to(site),
    identityOrigin,
    createServiceRequest: serviceRequestFactory(endpoint.pageUrl, {app: APP_SECRET}),
    async lockTrainee(trainee) {
      await fetch(`${endpoint.serverUrl.href}/demo/lock/${trainee}`, {method: 'POST'});
    },
  };
}

async function isServerReady(there: URL): Promise<boolean> {
  const response = await fetch(`${there.href}/health/ready`);
  return response.ok && (response.headers.get('Content-Type') ?? '').includes('json');
}

async function startSession(there: URL): Promise<v.InferOutput<typeof SessionStart>> {
  const response = await fetch(`${there.href}/demo/restart`, {method: 'POST'});
  return v.parse(SessionStart, await response.json());
}
