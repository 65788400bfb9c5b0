/** The endpoint as a Node server: listens on a port, connects a database, shuts down gracefully. */
import type {Server as HttpServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import type {Context} from 'hono';
import {createContext, createEndpoint, type EndpointOptions} from './app.ts';
import {bearerAuth} from './auth.ts';
import {clientAddress, type ProxyMismatch} from './client-address.ts';
import type {ServerConfig} from './config.ts';
import {errorOrigin, type Log} from './log.ts';
import {createMetrics, serveMetrics} from './metrics.ts';
import {createEncryption, openServerStore} from './open-store.ts';
import {Readiness} from './readiness.ts';
import {purge} from './retention.ts';
import type {SqlStore} from './store/sql.ts';
import {StoreError} from './store/store-error.ts';
import {ticketAuth} from './tickets.ts';
import {agencyVerifier} from './verifier/agency-verifier.ts';
import {findMatchingStepOnNode} from './verifier/totp-node.ts';
import {totpVerifier} from './verifier/totp-verifier.ts';

/** How long running requests may take after a SIGTERM, in ms. */
const DRAIN_TIMEOUT_MS = 9000;

/** How often old rows are deleted, in ms. */
const PURGE_INTERVAL_MS = 3_600_000;

/** A server that is listening. */
export interface RunningServer {
  /** The URL of the endpoint. */
  readonly address: string;
  /** Stops listening, finishes running requests, and closes the database. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server. It starts without its database too, and answers 503 until the database is up
 * (docs/faults.md, S3).
 *
 * @throws Error if the port can't be opened
 * @throws StoreError if the SQLite file can't be opened, or an operator must change something first
 */
export async function startServer(config: ServerConfig, write: Log): Promise<RunningServer> {
  const {host, port, basePath, database, agency} = config;
  const encryption = await createEncryption(config);
  const store = openServerStore(config, encryption);
  const metrics = createMetrics(() => store.load);
  const log: Log = (entry) => {
    metrics.observe(entry);
    write(entry);
  };
  await openStore(store, log);
  const readiness = new Readiness(store, log);
  const options: EndpointOptions = {
    basePath,
    store,
    encryption,
    now: Date.now,
    log,
    readiness,
    authenticateTrainee: ticketAuth({
      encryption,
      sites: Object.keys(config.secrets.sites),
      now: Date.now,
    }),
    authenticateService: bearerAuth(config.secrets),
    allowedOrigins: config.allowedOrigins,
    publicOrigin: config.publicOrigin,
    getClientAddress: createGetClientAddress(config.trustedProxies, log),
    rules: {graceMs: config.graceMs},
    limits: config.limits,
    verifier: agency
      ? agencyVerifier(agency, log)
      : totpVerifier(encryption, findMatchingStepOnNode),
  };
  const server = createAdaptorServer({fetch: createEndpoint(options).fetch}) as HttpServer;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const metricsServer =
    config.metricsPort === undefined
      ? undefined
      : await serveMetrics(metrics, config.metricsPort, config.metricsHost);
  const purgeTimer = setInterval(() => void runPurge(), PURGE_INTERVAL_MS);
  purgeTimer.unref();
  const address = formatAddress(server, basePath);
  const metricsAddress = metricsServer && formatAddress(metricsServer, '/metrics');
  log({event: 'listening', address, store: database.kind, ...(metricsAddress && {metricsAddress})});

  return {
    address,
    async stop() {
      readiness.stop();
      log({event: 'stopping'});
      clearInterval(purgeTimer);
      // Until a load balancer has noticed, it sends requests, which are still answered.
      if (config.stopDelayMs > 0) await pause(config.stopDelayMs);
      log({event: 'closed'});
      const drainTimeout = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
      // Closes each keep-alive connection after its response.
      const idleTimer = setInterval(() => server.closeIdleConnections(), 50);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(drainTimeout);
      clearInterval(idleTimer);
      await store.close();
      metricsServer?.closeAllConnections();
      metricsServer?.close();
      log({event: 'stopped'});
    },
  };

  async function runPurge(): Promise<void> {
    try {
      log({event: 'purged', deleted: await purge(createContext(options), config.retentionMs)});
    } catch (error) {
      log({event: 'purge-failed', origin: errorOrigin(error)});
    }
  }
}

/** Returns the URL of a path of a server that is listening. */
function formatAddress(server: HttpServer, path: string): string {
  const {address, port} = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}${path}`;
}

/**
 * Opens the store. Without its database the server starts too: the first request that reaches the
 * database opens the store then.
 *
 * @throws StoreError if an operator must change something first
 */
async function openStore(store: SqlStore, log: Log): Promise<void> {
  try {
    await store.open();
  } catch (error) {
    const isKnown = error instanceof StoreError;
    if (!isKnown || error.code === 'misconfigured') {
      await store.close();
      throw error;
    }
    const {code, reason, cause} = error;
    log({event: 'store-error', code, reason, origin: errorOrigin(cause)});
  }
}

/**
 * Returns a function that returns the client's address. It logs each mismatch between the header and
 * the configuration once, at the first request that shows it.
 */
function createGetClientAddress(trustedProxies: number, log: Log) {
  const logged = new Set<ProxyMismatch>();
  return (c: Context<{Bindings: HttpBindings}>, caller: 'page' | 'server'): string | undefined => {
    const peer = c.env.incoming.socket.remoteAddress;
    const header = c.req.header('X-Forwarded-For');
    const {address, mismatch} = clientAddress(header, peer, trustedProxies);
    // A server may call past the proxies, so its header says nothing about them.
    if (caller === 'page' && mismatch && !logged.has(mismatch)) {
      logged.add(mismatch);
      log({event: 'proxy-mismatch', reason: mismatch, trustedProxies, fix: PROXY_FIX});
    }
    return address;
  };
}

/** What an operator does about a mismatch. */
const PROXY_FIX =
  'Set TRUSTED_PROXIES to how many of your own proxies add to X-Forwarded-For, each exactly once.';
