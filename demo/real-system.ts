/** The verification system of the demo on the server that `npm start` runs. */
import {keep, kept} from './kept.ts';
import {requestsOf, type System} from './system.ts';
import type {TraineeId} from './trainees.ts';

/** By which the server of `npm start`, and none other, knows its callers. */
export const SECRETS = {
  site: 'demo-site',
  app: 'demo-app',
  'identity-service': 'demo-identity-service',
} as const;

/**
 * Reaches the server's system.
 *
 * @param there the endpoint's address on that server
 * @param here the address that the page asks, which the worker hands on
 * @returns `undefined` where no server runs: the built demo is static files
 */
export async function reachSystem(
  there: URL,
  here: URL,
  signedIn: () => TraineeId,
): Promise<System | undefined> {
  if (!(await isServed(there))) return undefined;
  const isNew = kept('real') === undefined;
  keep('real', {});
  const send = async (request: Request): Promise<Response> => {
    const {method, headers: asked} = request;
    const headers = new Headers(asked);
    headers.set('Demo-Trainee', signedIn());
    const body = method === 'POST' ? {body: await request.text()} : {};
    return fetch(request.url.replace(here.href, there.href), {method, headers, ...body});
  };
  return {
    id: crypto.randomUUID(),
    isReal: true,
    isNew,
    serve: send,
    requestAs: requestsOf(here, SECRETS),
    async lock(trainee) {
      await fetch(`${there.href}/demo/lock/${trainee}`, {method: 'POST'});
    },
  };
}

async function isServed(there: URL): Promise<boolean> {
  const response = await fetch(`${there.href}/health/ready`);
  return response.ok && (response.headers.get('Content-Type') ?? '').includes('json');
}
