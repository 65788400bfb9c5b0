/** The endpoint on Node: a port, a database, an orderly end. */
import type {Server as HttpServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import type {Context} from 'hono';
import {agencyAuthority} from './verifier/agency-verifier.ts';
import {createEndpoint, endpointOf, type EndpointOptions} from './app.ts';
import {reasonOf, type Log} from './log.ts';
import {purge} from './retention.ts';
import {nodeSealBy} from './crypto/encryption-node.ts';
import type {Settings} from './config.ts';
import {openPostgres} from './store/postgres.ts';
import {SqlStore} from './store/sql.ts';
import {openSqlite} from './store/sqlite.ts';
import {holderOf} from './tickets.ts';
import {knowing} from './auth.ts';

/** How long requests that are under way may take when the server is to end, in ms. */
const DRAIN_MS = 9000;

/** How often what was kept long enough is ended, in ms. */
const PURGE_MS = 3_600_000;

/** A server that runs. */
export interface Server {
  readonly address: string;
  /** Takes nothing new, finishes what is under way, and lets go of the database. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server. A database that is down is no reason not to: it answers 503 until it is up.
 *
 * @throws Error where the port or the file is not to be had
 */
export async function startServer(settings: Settings, log: Log): Promise<Server> {
  const {host, port, basePath, database, agency} = settings;
  const store = new SqlStore(
    database.is === 'postgres' ? openPostgres(database.url, database) : openSqlite(database.path),
  );
  const seal = nodeSealBy(settings.sealKey);
  const options: EndpointOptions = {
    basePath,
    store,
    seal,
    now: Date.now,
    log,
    whoAsks: (_request, ticket) =>
      ticket === undefined ? {is: 'nobody'} : holderOf(ticket, Date.now(), seal),
    whoCalls: knowing(settings.secrets),
    origins: settings.origins,
    addressOf: (c) => addressOf(c, settings.proxies),
    rules: {graceMs: settings.graceMs},
    limits: settings.limits,
    ...(agency && {authority: agencyAuthority(agency, log)}),
  };
  const server = createAdaptorServer({fetch: createEndpoint(options).fetch}) as HttpServer;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const purging = setInterval(() => void purgeNow(), PURGE_MS);
  purging.unref();
  const {port: bound} = server.address() as AddressInfo;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${bound}${basePath}`;
  log({event: 'listening', address, store: database.is});

  return {
    address,
    async stop() {
      log({event: 'stopping'});
      clearInterval(purging);
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      // A connection that has had its answer is not kept for another request.
      const draining = setInterval(() => server.closeIdleConnections(), 50);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(late);
      clearInterval(draining);
      await store.close();
      log({event: 'stopped'});
    },
  };

  async function purgeNow(): Promise<void> {
    try {
      log({event: 'purged', ended: await purge(endpointOf(options), settings.keptMs)});
    } catch (error) {
      log({event: 'store-trouble', trouble: 'purge', reason: reasonOf(error)});
    }
  }
}

/**
 * Whence a request comes: the connection's other end or, behind our own proxies, what the outermost
 * of them saw. What stands further left in the header anybody can have written.
 */
function addressOf(c: Context<{Bindings: HttpBindings}>, proxies: number): string | undefined {
  const seen = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => one.trim());
  return proxies > 0 ? seen.at(-proxies) : c.env.incoming.socket.remoteAddress;
}
