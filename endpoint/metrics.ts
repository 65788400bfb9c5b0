/** Metrics for Prometheus, on a port of their own: nothing of them is for the internet. */
import {createServer, type Server} from 'node:http';
import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';
import type {Log, LogEntry} from './log.ts';
import type {DatabaseLoad} from './store/database.ts';

/** The upper bounds of the durations, in s: an attempt takes some ms, an agency up to 10 s. */
const DURATION_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The route of attempts in the log. */
const ATTEMPT_ROUTE = '/';

/** The metrics of one server. */
export interface Metrics {
  /** Counts an entry of the log, which has all that is counted and no personal data. */
  readonly observe: Log;
  /** Returns the metrics as text, and its content type. */
  readonly render: () => Promise<{readonly text: string; readonly type: string}>;
}

/** Creates the metrics of a server. @param getLoad returns the present load of its database */
export function createMetrics(getLoad: () => DatabaseLoad): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({register: registry});
  const attempts = new Counter({
    name: 'motp_attempts_total',
    help: 'Attempts by the code of their response.',
    labelNames: ['code'] as const,
    registers,
  });
  const locks = new Counter({
    name: 'motp_locks_total',
    help: 'Accounts that were locked.',
    registers,
  });
  const durations = new Histogram({
    name: 'motp_request_duration_seconds',
    help: 'Requests by route and status, with their duration.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: DURATION_BUCKETS,
    registers,
  });
  const limits = new Counter({
    name: 'motp_limits_total',
    help: 'Requests beyond a limit: of account or address (rate), of a site, of wrong secrets.',
    labelNames: ['limit'] as const,
    registers,
  });
  const storeErrors = new Counter({
    name: 'motp_store_errors_total',
    help: 'Failures of the database by reason.',
    labelNames: ['reason'] as const,
    registers,
  });
  const agencyErrors = new Counter({
    name: 'motp_agency_errors_total',
    help: 'Requests to the agency without a usable response.',
    registers,
  });
  const isReady = new Gauge({
    name: 'motp_ready',
    help: '1 if the last check of readiness succeeded.',
    registers,
  });
  isReady.set(1);
  void new Gauge({
    name: 'motp_database_connections',
    help: 'The load of the database: connections in use and idle, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      for (const [state, count] of Object.entries(getLoad())) this.set({state}, count);
    },
  });
  return {
    observe(entry: LogEntry) {
      switch (entry.event) {
        case 'request': {
          const {method, route, status, code, ms, isNewLock} = entry;
          durations.observe({method, route, status}, ms / 1000);
          if (method === 'POST' && route === ATTEMPT_ROUTE) attempts.inc({code});
          if (isNewLock) locks.inc();
          if (code === 'rate-limited') limits.inc({limit: 'rate'});
          return;
        }
        case 'site-limit-exceeded':
          return limits.inc({limit: 'site'});
        case 'secret-refused':
          return limits.inc({limit: 'secret'});
        case 'store-error':
          return storeErrors.inc({reason: entry.reason});
        case 'agency-error':
          return agencyErrors.inc();
        case 'ready':
          return isReady.set(1);
        case 'not-ready':
          return isReady.set(0);
        default:
      }
    },
    render: async () => ({text: await registry.metrics(), type: registry.contentType}),
  };
}

/** Serves `GET /metrics`. @throws Error if the port can't be opened */
export async function serveMetrics(
  {render}: Pick<Metrics, 'render'>,
  port: number,
  host: string,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    render().then(
      ({text, type}) => response.writeHead(200, {'Content-Type': type}).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
