/** The endpoint on Node: a port, a database, an orderly end. */
import type {Server as HttpServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import type {Context} from 'hono';
import {agencyVerifier} from './verifier/agency-verifier.ts';
import {createEndpoint, createContext, type EndpointOptions} from './app.ts';
import {errorOrigin, type Log} from './log.ts';
import {purge} from './retention.ts';
import {nodeEncryption} from './crypto/encryption-node.ts';
import type {ServerConfig} from './config.ts';
import {openPostgres} from './store/postgres.ts';
import {SqlStore} from './store/sql.ts';
import {openSqlite} from './store/sqlite.ts';
import {verifyTicket} from './tickets.ts';
import {bearerAuth} from './auth.ts';

/** How long requests that are under way may take when the server is to end, in ms. */
const DRAIN_TIMEOUT_MS = 9000;

/** How often what was kept long enough is ended, in ms. */
const PURGE_INTERVAL_MS = 3_600_000;

/** A server that runs. */
export interface RunningServer {
  readonly address: string;
  /** Takes nothing new, finishes what is under way, and lets go of the database. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server. A database that is down is no reason not to: it answers 503 until it is up.
 *
 * @throws Error where the port or the file is not to be had
 */
export async function startServer(settings: ServerConfig, log: Log): Promise<RunningServer> {
  const {host, port, basePath, database, agency} = settings;
  const store = new SqlStore(
    database.kind === 'postgres' ? openPostgres(database.url, database) : openSqlite(database.path),
  );
  const seal = nodeEncryption(settings.encryptionKey);
  const options: EndpointOptions = {
    basePath,
    store,
    encryption: seal,
    now: Date.now,
    log,
    authenticateTrainee: (_request, ticket) =>
      ticket === undefined ? {kind: 'anonymous'} : verifyTicket(ticket, Date.now(), seal),
    authenticateService: bearerAuth(settings.secrets),
    allowedOrigins: settings.allowedOrigins,
    getClientAddress: (c) => clientAddress(c, settings.trustedProxies),
    rules: {graceMs: settings.graceMs},
    limits: settings.limits,
    ...(agency && {verifier: agencyVerifier(agency, log)}),
  };
  const server = createAdaptorServer({fetch: createEndpoint(options).fetch}) as HttpServer;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const purging = setInterval(() => void purgeNow(), PURGE_INTERVAL_MS);
  purging.unref();
  const {port: bound} = server.address() as AddressInfo;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${bound}${basePath}`;
  log({event: 'listening', address, store: database.kind});

  return {
    address,
    async stop() {
      log({event: 'stopping'});
      clearInterval(purging);
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
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
      log({event: 'purged', ended: await purge(createContext(options), settings.retentionMs)});
    } catch (error) {
      log({event: 'store-error', trouble: 'purge', reason: errorOrigin(error)});
    }
  }
}

/**
 * Whence a request comes: the connection's other end or, behind our own proxies, what the outermost
 * of them saw. What stands further left in the header anybody can have written.
 */
function clientAddress(c: Context<{Bindings: HttpBindings}>, proxies: number): string | undefined {
  const seen = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => one.trim());
  return proxies > 0 ? seen.at(-proxies) : c.env.incoming.socket.remoteAddress;
}
