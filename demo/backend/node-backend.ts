/** The demo's Node.js backend: the servers that `npm start` runs. */
import * as v from 'valibot';
import {load, save} from '../shell/session-store.ts';
import {serviceRequestFactory, type NodeBackend} from './backend.ts';
import type {TraineeId} from './fixtures.ts';
import type {FetchHandler} from './server-faults.ts';

/** The secret of the app's server, which the page runs. Only the server of `npm start` accepts it. */
export const APP_SECRET = 'demo-app';

/** The header that names the signed-in trainee, in place of a session. */
export const TRAINEE_HEADER = 'Demo-Trainee';

/** The servers' response when the demo starts. */
const SessionStart = v.object({identityOrigin: v.string()});

/** Two URLs on this origin: the one that the page requests, and the server that answers it. */
export interface Route {
  readonly pageUrl: URL;
  readonly serverUrl: URL;
}

/**
 * Connects to the servers of `npm start`.
 *
 * @returns `undefined` if no server runs: the built demo is static files
 */
export async function connectNodeBackend(
  endpoint: Route,
  site: Route,
  currentTrainee: () => TraineeId,
): Promise<NodeBackend | undefined> {
  if (!(await isServerReady(endpoint.serverUrl))) return undefined;
  const stored = v.safeParse(SessionStart, load('node-backend'));
  const {identityOrigin} = stored.success ? stored.output : await startSession(endpoint.serverUrl);
  save('node-backend', {identityOrigin});
  const forward =
    ({pageUrl, serverUrl}: Route): FetchHandler =>
    async (request) => {
      const {method} = request;
      const headers = new Headers(request.headers);
      headers.set(TRAINEE_HEADER, currentTrainee());
      const body = method === 'POST' ? {body: await request.text()} : {};
      return fetch(request.url.replace(pageUrl.href, serverUrl.href), {method, headers, ...body});
    };
  return {
    kind: 'node',
    id: crypto.randomUUID(),
    isNew: !stored.success,
    fetchEndpoint: forward(endpoint),
    fetchSite: forward(site),
    identityOrigin,
    createServiceRequest: serviceRequestFactory(endpoint.pageUrl, {app: APP_SECRET}),
    async lockTrainee(trainee) {
      await fetch(`${endpoint.serverUrl.href}/demo/lock/${trainee}`, {method: 'POST'});
    },
  };
}

async function isServerReady(serverUrl: URL): Promise<boolean> {
  const response = await fetch(`${serverUrl.href}/health/ready`);
  return response.ok && (response.headers.get('Content-Type') ?? '').includes('json');
}

async function startSession(serverUrl: URL): Promise<v.InferOutput<typeof SessionStart>> {
  const response = await fetch(`${serverUrl.href}/demo/restart`, {method: 'POST'});
  return v.parse(SessionStart, await response.json());
}
