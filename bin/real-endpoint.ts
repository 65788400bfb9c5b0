/**
 * Serves the reference endpoint on SQLite beside the demo's pages, for its switch "real server":
 * `npm start` and nothing else. The page says who is signed in; nothing of it is built or deployed.
 */
import {randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import type {Plugin} from 'vite';
import {createEndpoint, type EndpointOptions} from '../demo/endpoint/app.ts';
import {sealBy} from '../demo/endpoint/sealing.ts';
import {SqlStore} from '../demo/endpoint/store/sql.ts';
import {openSqlite} from '../demo/endpoint/store/sqlite.ts';
import {knowing} from '../demo/endpoint/trainee.ts';
import {SECRETS} from '../demo/real-system.ts';
import {lockedAt} from '../demo/system.ts';
import {TRAINEE_IDS, TRAINEES} from '../demo/trainees.ts';

/** Where the demo's page finds it, below the page's own folder. */
export const REAL_ENDPOINT = 'api/real';

/** See the file's head. `folder` keeps database and key over a restart. */
export function realEndpoint(folder: string): Plugin {
  return {
    name: 'real-endpoint',
    apply: 'serve',
    async configureServer(server) {
      const options = await optionsIn(folder);
      const app = createEndpoint(options);
      // A trainee who has failed five times, to begin with.
      app.post('/demo/lock/:trainee', async (c) => {
        const subject = c.req.param('trainee');
        await options.store.transaction(async (records) => {
          const account = await records.lockAccount(subject);
          if (account) await records.putAccount(subject, lockedAt(account, Date.now()));
        });
        return c.body(null, 204);
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
    whoAsks(request) {
      const subject = TRAINEE_IDS.find((one) => one === request.headers.get('Demo-Trainee'));
      if (!subject) return {is: 'nobody'};
      return {is: 'trainee', trainee: {subject, site: 'demo', identity: TRAINEES[subject].atSite}};
    },
    whoCalls: knowing({
      sites: {demo: SECRETS.site},
      app: SECRETS.app,
      identityService: SECRETS['identity-service'],
    }),
    now: Date.now,
  };
}
