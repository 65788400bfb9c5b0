/** A training site on a real HTTP server: a test's own pages, the reference endpoint, one trainee. */
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
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

/** See the file's head; the endpoint is `/api/motp`. */
export interface TrainingSite {
  /** With a slash at its end. */
  readonly url: string;
  /** What the trainee's app shows now. */
  readonly currentCode: () => Promise<string>;
  /** Whether the endpoint confirms a receipt for an occasion, as the site's server asks it: once. */
  readonly redeemReceipt: (verificationId: string, occasion: Occasion) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** What is special about a site. */
export interface SiteOptions extends Pick<EndpointOptions, 'hasCsrfToken'> {
  /** As registered at the site and in the app; without it names aren't compared. */
  readonly identity?: Identity;
}

/**
 * Opens a site.
 *
 * @param addPages adds what the site serves beside its endpoint
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
    store: new MemoryStore({accounts: [['hong', account]]}),
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
      const asked = {subject: trainee.subject, site: trainee.site, occasion};
      const {code} = await redeemReceipt(createContext(all), verificationId, asked, 'the site');
      return code === 'valid';
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Serves the files of a folder under the site's root; `/` is its `index.html`. */
export function serveFolder(app: Hono, folder: string): void {
  app.get('/:path{[\\w./@-]*}', async (c, next) => {
    const path = c.req.param('path') || 'index.html';
    const type = TYPES[extname(path)];
    if (type === undefined) return next();
    return c.body(await readFile(join(folder, path)), {headers: {'Content-Type': type}});
  });
}
