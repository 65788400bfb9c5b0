/** Starts a training site on an HTTP server: a test's pages, the reference endpoint and one trainee. */
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import {Hono, type Env} from 'hono';
import {accountIdOf} from '../../endpoint/account-id.ts';
import {createEndpoint, createContext, type EndpointOptions} from '../../endpoint/app.ts';
import type {Identity} from '../../endpoint/identity.ts';
import {redeemReceipt} from '../../endpoint/receipts.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {NEW_ACCOUNT} from '../../endpoint/store/store.ts';
import {codeAt, newSecret} from '../../endpoint/verifier/totp.ts';
import type {Occasion} from '../../src/core/occasion.ts';
import {createRegistration, NO_ENCRYPTION} from './registration.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

/** A running site. Its endpoint is `/api/motp`. */
export interface TrainingSite {
  /** The URL of the site, with a trailing slash. */
  readonly url: string;
  /** The code that the trainee's app shows now. */
  readonly currentCode: () => Promise<string>;
  /** Redeems a receipt for an occasion as the site's server does; returns whether it is valid. */
  readonly redeemReceipt: (verificationId: string, occasion: Occasion) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Options of a site. */
export interface SiteOptions extends Pick<EndpointOptions, 'hasCsrfToken'> {
  /** The identity at the site and in the app. Without it, the endpoint compares no names. */
  readonly identity?: Identity;
}

/**
 * Starts a site.
 *
 * @param addPages adds the pages that the site serves next to its endpoint
 */
export async function startTrainingSite(
  addPages: (app: Hono) => void,
  {identity, ...options}: SiteOptions = {},
): Promise<TrainingSite> {
  const secret = newSecret();
  const account = {...NEW_ACCOUNT, registration: createRegistration(secret, identity)};
  const trainee = {subject: 'hong', site: 'test', identity};
  const all: EndpointOptions = {
    basePath: '/api/motp',
    store: new MemoryStore({accounts: [[accountIdOf(trainee), account]]}),
    encryption: NO_ENCRYPTION,
    authenticateTrainee: () => ({kind: 'trainee', trainee}),
    now: Date.now,
    ...options,
  };
  const app = new Hono();
  addPages(app);
  app.route('/', createEndpoint(all));
  const server = createAdaptorServer({fetch: app.fetch});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    currentCode: () => codeAt(secret, Date.now()),
    async redeemReceipt(verificationId, occasion) {
      const expected = {subject: trainee.subject, site: trainee.site, occasion};
      const {code} = await redeemReceipt(createContext(all), verificationId, expected, 'the site');
      return code === 'valid';
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Serves the files of a folder at the site's root; `/` is `index.html`. */
export function serveFolder<E extends Env>(app: Hono<E>, folder: string): void {
  app.get('/:path{[\\w./@-]*}', async (c, next) => {
    const path = c.req.param('path') || 'index.html';
    const type = TYPES[extname(path)];
    if (type === undefined) return next();
    return c.body(await readFile(join(folder, path)), {headers: {'Content-Type': type}});
  });
}
