/**
 * A training site for the guide's snippets: it serves one of them as its page, with the reference
 * endpoint behind it, and keeps the receipts' ids that the page hands in.
 */
import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import {Hono, type Context} from 'hono';
import {createEndpoint, endpointOf} from '../../../demo/endpoint/app.ts';
import {checkReceipt} from '../../../demo/endpoint/receipts.ts';
import {issue} from '../../../demo/endpoint/registrations.ts';
import {sealBy} from '../../../demo/endpoint/sealing.ts';
import {MemoryStore} from '../../../demo/endpoint/store/memory.ts';
import {codeAt} from '../../../demo/endpoint/totp.ts';

/** The trainee of every snippet. */
export const TRAINEE = {
  subject: 'hong',
  site: 'guide',
  identity: {name: '홍길동', phone: '01012345678'},
} as const;

/** The token that Spring and eGovFrame snippets must bring along. */
export const CSRF_TOKEN = 'token-of-this-session';

/** What the host serves. */
export interface Served {
  /** The page. */
  readonly page: string;
  /** Scripts by their paths. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Whether every post must bring {@link CSRF_TOKEN}. */
  readonly wantsToken?: boolean;
}

/** See the file's head. */
export interface Host {
  readonly url: string;
  /** The number that the trainee's phone shows. */
  readonly number: () => Promise<string>;
  /** The occasion that the endpoint confirms for the id that was handed in; waits for one. */
  readonly confirmed: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Serves a snippet's page. */
export async function hostOf({page, scripts, wantsToken = false}: Served): Promise<Host> {
  const app = new Hono();
  const store = new MemoryStore();
  const options = {
    basePath: '/api/motp',
    store,
    seal: await sealBy(crypto.getRandomValues(new Uint8Array(32))),
    whoAsks: () => ({is: 'trainee', trainee: TRAINEE}) as const,
    hasCsrfToken: (request: Request) =>
      !wantsToken || request.headers.get('X-CSRF-TOKEN') === CSRF_TOKEN,
    now: Date.now,
  };
  const endpoint = endpointOf(options);
  const {secret} = await issue(endpoint, TRAINEE.subject, TRAINEE.identity, 'app');
  const reference = createEndpoint(options);
  let handIn: ((id: string) => void) | undefined;
  const handedIn = new Promise<string>((resolve) => (handIn = resolve));

  app.get('/', (c) => c.html(page));
  for (const [path, script] of scripts) {
    app.get(path, (c) => c.body(script, 200, {'Content-Type': 'text/javascript'}));
  }
  app.all('/api/motp/*', (c) => reference.fetch(c.req.raw));
  app.all('/api/motp', (c) => reference.fetch(c.req.raw));
  app.post('/motp/verify.do', (c) => verifyDo(c, reference));
  app.post('/checks', async (c) => {
    const isJson = c.req.header('Content-Type')?.startsWith('application/json');
    const body: Record<string, unknown> = isJson ? await c.req.json() : await c.req.parseBody();
    if (wantsToken && body['_csrf'] !== CSRF_TOKEN) return c.text('no token', 403);
    const id = body['verificationId'] ?? body['motpId'];
    handIn?.(typeof id === 'string' ? id : '');
    return c.text('다음 화면');
  });

  const server = createAdaptorServer({fetch: app.fetch});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    number: () => codeAt(secret, Date.now()),
    async confirmed() {
      const id = await handedIn;
      for (const occasion of ['enrollment', 'lesson'] as const) {
        const asked = {subject: TRAINEE.subject, occasion, site: TRAINEE.site};
        const {code} = await checkReceipt(endpoint, id, asked, 'the site');
        if (code === 'valid') return occasion;
      }
      return `no receipt: ${id}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A controller of the *.do kind before the endpoint: a form in, `resultCode` out, always 200. */
async function verifyDo(c: Context, reference: Hono): Promise<Response> {
  const form = await c.req.parseBody();
  if (form['_csrf'] !== CSRF_TOKEN) return c.json({resultCode: 'E403'});
  const response = await reference.fetch(
    new Request(new URL('/api/motp', c.req.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
        'X-CSRF-TOKEN': CSRF_TOKEN,
      },
      body: JSON.stringify({v: 1, code: form['otpNo'], occasion: 'enrollment'}),
    }),
  );
  const {code, verificationId: authKey} = (await response.json()) as Record<string, unknown>;
  return c.json(code === 'verified' ? {resultCode: '0000', authKey} : {resultCode: 'E101'});
}
