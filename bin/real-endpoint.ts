/**
 * Serves the reference endpoint on SQLite beside the demo's pages, for its switch "real server":
 * `npm start` and nothing else. One trainee, who is signed in; nothing of it is built or deployed.
 */
import {randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import type {Plugin} from 'vite';
import {createEndpoint, endpointOf, type EndpointOptions} from '../demo/endpoint/app.ts';
import {identityReported} from '../demo/endpoint/identity-reports.ts';
import {issue} from '../demo/endpoint/registrations.ts';
import {sealBy} from '../demo/endpoint/sealing.ts';
import {SqlStore} from '../demo/endpoint/store/sql.ts';
import {openSqlite} from '../demo/endpoint/store/sqlite.ts';

/** Where the demo's page finds it, below the page's own folder. */
export const REAL_ENDPOINT = 'api/real';

const TRAINEE = {
  subject: 'hong',
  site: 'demo',
  identity: {name: '홍길동', phone: '01012345678'},
} as const;

/** See the file's head. `folder` keeps database and key over a restart. */
export function realEndpoint(folder: string): Plugin {
  return {
    name: 'real-endpoint',
    apply: 'serve',
    async configureServer(server) {
      const options = await optionsIn(folder);
      const endpoint = endpointOf(options);
      const app = createEndpoint(options);
      // What app and identity service say server to server, the demo's page says in their place.
      app.post('/demo/registrations', async (c) =>
        c.json(await issue(endpoint, TRAINEE.subject, TRAINEE.identity, 'app')),
      );
      app.post('/demo/identity-reports', async (c) => {
        const report = {
          subject: TRAINEE.subject,
          method: 'phone-identity',
          transactionId: crypto.randomUUID(),
          ...TRAINEE.identity,
          verifiedAt: Date.now(),
        } as const;
        return c.json({code: await identityReported(endpoint, report)});
      });
      const listener = getRequestListener(app.fetch, {overrideGlobalObjects: false});
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith(`/${REAL_ENDPOINT}`)) return next();
        void listener(request, response);
      });
    },
  };
}

async function optionsIn(folder: string): Promise<EndpointOptions> {
  mkdirSync(folder, {recursive: true});
  const keyFile = join(folder, 'key');
  if (!existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32), {mode: 0o600});
  return {
    basePath: `/${REAL_ENDPOINT}`,
    store: new SqlStore(openSqlite(join(folder, 'endpoint.db'))),
    seal: await sealBy(Uint8Array.from(readFileSync(keyFile))),
    whoAsks: () => ({is: 'trainee', trainee: TRAINEE}),
    now: Date.now,
  };
}
