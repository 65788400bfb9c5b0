/** The verification system of the demo, on the server that `npm start` runs. */
import type {System} from './system.ts';

/** Where the phone keeps its seed over a reload, as an app would. */
const KEPT_AS = 'motp-verify-demo-phone';

/**
 * Reaches the server's system, where the trainee registers anew at the first time.
 *
 * @param basePath the endpoint's path on this origin
 * @param pagePath the path that the page asks, which the worker hands on
 * @returns `undefined` where no server runs: the built demo is static files
 */
export async function reachSystem(basePath: string, pagePath: string): Promise<System | undefined> {
  if (!(await isServed(basePath))) return undefined;
  let secret = sessionStorage.getItem(KEPT_AS) ?? '';
  const tell = async (what: string): Promise<{readonly secret?: string}> => {
    const response = await fetch(`${basePath}/demo/${what}`, {method: 'POST'});
    return response.json() as Promise<{readonly secret?: string}>;
  };
  const registeredAnew = async (): Promise<void> => {
    secret = (await tell('registrations')).secret ?? '';
    sessionStorage.setItem(KEPT_AS, secret);
  };
  if (!secret) await registeredAnew();
  return {
    async serve(request) {
      const {method, headers} = request;
      const body = method === 'POST' ? {body: await request.text()} : {};
      return fetch(request.url.replace(pagePath, basePath), {method, headers, ...body});
    },
    id: crypto.randomUUID(),
    secret: () => secret,
    identityVerified: async () => void (await tell('identity-reports')),
    registeredAnew,
  };
}

async function isServed(basePath: string): Promise<boolean> {
  const response = await fetch(`${basePath}/health/ready`);
  return response.ok && (response.headers.get('Content-Type') ?? '').includes('json');
}

/** The phone forgets its seed: the next start registers anew. */
export function forgetPhone(): void {
  sessionStorage.removeItem(KEPT_AS);
}
