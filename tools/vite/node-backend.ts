/**
 * Runs the demo's servers in Node for `npm start`: the reference endpoint on SQLite, the training
 * site's server, and the identity service on an origin of its own.
 *
 * The servers call each other directly. The page says who is signed in, so they are never deployed.
 */
import {randomBytes, randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import {Hono} from 'hono';
import type {Plugin, ViteDevServer} from 'vite';
import {accountIdOf} from '../../endpoint/account-id.ts';
import {createEndpoint, type EndpointOptions} from '../../endpoint/app.ts';
import {webCryptoEncryption} from '../../endpoint/crypto/encryption.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {bearerAuth} from '../../endpoint/auth.ts';
import {createIdentityService} from '../../demo/identity-service/server.ts';
import {APP_SECRET, TRAINEE_HEADER} from '../../demo/backend/node-backend.ts';
import type {CourseRecord} from '../../demo/site/course.ts';
import {createSiteServer} from '../../demo/site/server.ts';
import {lockedAccount, serviceRequestFactory, SITE_ID} from '../../demo/backend/backend.ts';
import {TRAINEE_IDS, TRAINEES, type TraineeId} from '../../demo/backend/fixtures.ts';

/** The paths of the servers, as the demo's page requests them. */
const PATHS = {endpoint: '/api/node', site: '/api/node-site', identity: '/api/identity'} as const;

/** The secrets of the endpoint's services. The page acts as the app's server, so it knows that one. */
const SECRETS = {app: APP_SECRET, site: randomUUID(), 'identity-service': randomUUID()} as const;

/**
 * Creates the plugin.
 *
 * @param folder keeps the database and the encryption key across restarts
 */
export function nodeBackend(folder: string): Plugin {
  return {
    name: 'node-backend',
    apply: 'serve',
    async configureServer(server) {
      const options = await createOptions(folder);
      const endpoint = createEndpoint(options);
      const requestAs = serviceRequestFactory(
        new URL(PATHS.endpoint, 'http://endpoint.test'),
        SECRETS,
      );
      const records = new Map<string, CourseRecord>();
      const identity = await serveIdentityService(server, (report) =>
        endpoint.request(requestAs('identity-service', 'POST', '/identity-reports', report)),
      );

      // Locks the account of a trainee, for scenarios that begin with a lock.
      endpoint.post('/demo/lock/:trainee', async (c) => {
        const accountId = accountIdOf({site: SITE_ID, subject: c.req.param('trainee')});
        await options.store.transaction(async (stored) => {
          const account = await stored.lockAccount(accountId);
          if (account) await stored.updateAccount(accountId, lockedAccount(account, Date.now()));
        });
        return c.body(null, 204);
      });
      endpoint.post('/demo/restart', (c) => {
        records.clear();
        return c.json({identityOrigin: identity});
      });

      const site = createSiteServer({
        basePath: PATHS.site,
        currentTrainee: (request) => signedIn(request) ?? '',
        fetchFromEndpoint: async (path) => endpoint.request(requestAs('site', 'GET', path)),
        getRecord: (trainee) => records.get(trainee),
        saveRecord: (trainee, record) => void records.set(trainee, record),
      });
      const servers = new Hono().route('/', site).route('/', endpoint);
      const listener = getRequestListener(servers.fetch, {overrideGlobalObjects: false});
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith(PATHS.endpoint)) return next();
        void listener(request, response);
      });
    },
  };
}

/** Serves the identity service's page and server on a port of its own; returns its origin. */
async function serveIdentityService(
  vite: ViteDevServer,
  report: Parameters<typeof createIdentityService>[0]['report'],
): Promise<string> {
  const service = createIdentityService({basePath: PATHS.identity, report, now: Date.now});
  const listener = getRequestListener(service.fetch, {overrideGlobalObjects: false});
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith(PATHS.identity)) void listener(request, response);
    else vite.middlewares(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  vite.httpServer?.once('close', () => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function createOptions(folder: string): Promise<EndpointOptions> {
  mkdirSync(folder, {recursive: true});
  const keyFile = join(folder, 'key');
  if (!existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32), {mode: 0o600});
  return {
    basePath: PATHS.endpoint,
    store: new SqlStore(openSqlite(join(folder, 'endpoint.db'))),
    encryption: await webCryptoEncryption(Uint8Array.from(readFileSync(keyFile))),
    authenticateTrainee(request) {
      const subject = signedIn(request);
      if (!subject) return {kind: 'anonymous'};
      return {
        kind: 'trainee',
        trainee: {subject, site: SITE_ID, identity: TRAINEES[subject].siteIdentity},
      };
    },
    authenticateService: bearerAuth({
      sites: {[SITE_ID]: SECRETS.site},
      app: SECRETS.app,
      identityService: SECRETS['identity-service'],
    }),
    now: Date.now,
  };
}

/** Returns the trainee in the demo's header; a real site has sessions. */
function signedIn(request: Request): TraineeId | undefined {
  return TRAINEE_IDS.find((one) => one === request.headers.get(TRAINEE_HEADER));
}
