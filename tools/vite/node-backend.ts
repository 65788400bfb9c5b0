/**
 * The servers behind the demo's switch "real server", for `npm start` and nothing else: the reference
 * endpoint on SQLite, the training site's server, and the identity service at an origin of its own.
 * They speak to each other from server to server. The page says who is signed in; nothing of it is
 * built or deployed.
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

/** Where the demo's page finds endpoint, site and the identity service, below its own folder. */
const PATHS = {endpoint: '/api/node', site: '/api/node-site', identity: '/api/identity'} as const;

/** By which the endpoint knows the app's server, which the page plays, and the others, which it can't. */
const SECRETS = {app: APP_SECRET, site: randomUUID(), 'identity-service': randomUUID()} as const;

/** See the file's head. `folder` keeps database and key over a restart. */
export function nodeBackend(folder: string): Plugin {
  return {
    name: 'node-backend',
    apply: 'serve',
    async configureServer(server) {
      const options = await optionsIn(folder);
      const endpoint = createEndpoint(options);
      const requestAs = serviceRequestFactory(
        new URL(PATHS.endpoint, 'http://endpoint.test'),
        SECRETS,
      );
      const records = new Map<string, CourseRecord>();
      const identity = await identityAt(server, (report) =>
        endpoint.request(requestAs('identity-service', 'POST', '/identity-reports', report)),
      );

      // A trainee who has failed five times, to begin with.
      endpoint.post('/demo/lock/:trainee', async (c) => {
        const subject = c.req.param('trainee');
        await options.store.transaction(async (stored) => {
          const account = await stored.lockAccount(subject);
          if (account) await stored.updateAccount(subject, lockedAccount(account, Date.now()));
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
      const both = new Hono().route('/', site).route('/', endpoint);
      const listener = getRequestListener(both.fetch, {overrideGlobalObjects: false});
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith(PATHS.endpoint)) return next();
        void listener(request, response);
      });
    },
  };
}

/** Serves the identity service's page and its server on a port of its own; gives back its origin. */
async function identityAt(
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

async function optionsIn(folder: string): Promise<EndpointOptions> {
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

/** Whom the demo's page plays; a site has sessions. */
function signedIn(request: Request): TraineeId | undefined {
  return TRAINEE_IDS.find((one) => one === request.headers.get(TRAINEE_HEADER));
}
