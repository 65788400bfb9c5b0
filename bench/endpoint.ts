/**
 * `npm run bench:endpoint`: measures verifications per second with their p50 and p99, at 1 to 128
 * connections and 1,000 to 1,000,000 accounts. Every attempt is a right code, so each is evaluated and
 * stored. The same run also measures a bare `UPDATE … RETURNING` on the same database and a bare HTTP request
 * to the same server. The last column is the CPU time of the client, which shares the machine.
 *
 *   --store sqlite|postgres   one store; both by default
 *   --accounts 1000,1000000   the numbers of accounts
 *   --connections 1,8,32,128  the numbers of connections
 *   --processes 1             how many endpoints share the database
 *   --seconds 5               the duration of each measurement
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {EndpointBench} from './bench.ts';
import {measureInTurn, type Throughput} from './throughput.ts';
import {POSTGRES_INSTALL_HINT, startPostgres} from '../tools/services/postgres.ts';

const {values} = parseArgs({
  options: {
    store: {type: 'string', default: 'sqlite,postgres'},
    accounts: {type: 'string', default: '1000,10000,100000,1000000'},
    connections: {type: 'string', default: '1,8,32,128'},
    processes: {type: 'string', default: '1'},
    seconds: {type: 'string', default: '5'},
  },
});
const numbers = (list: string) => list.split(',').map(Number);

console.log(
  '| store | accounts | connections | verified/s | p50 ms | p99 ms | bare UPDATE/s | share | bare HTTP/s | client µs |',
);
console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |');
for (const store of values.store.split(',')) {
  for (const accounts of numbers(values.accounts)) await measure(store, accounts);
}

async function measure(store: string, accounts: number): Promise<void> {
  const cluster = store === 'postgres' ? await startPostgres() : undefined;
  if (store === 'postgres' && !cluster) return console.log(POSTGRES_INSTALL_HINT);
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-bench-'));
  const database = cluster
    ? {DATABASE_URL: cluster.url, CONNECTIONS: '16'}
    : {SQLITE_FILE: join(folder, 'bench.db')};
  try {
    const bench = await EndpointBench.start(database, accounts, Number(values.processes));
    for (const connections of numbers(values.connections)) {
      const [bare, http, verified] = await measureInTurn(
        [
          bench.openUpdates(),
          await bench.openPings(connections),
          await bench.openVerifications(connections),
        ],
        connections,
        Number(values.seconds) * 1000,
      );
      if (bare && http && verified) print([store, accounts, connections], verified, bare, http);
    }
    await bench.close();
  } finally {
    cluster?.remove();
    rmSync(folder, {recursive: true});
  }
}

function print(
  size: readonly (string | number)[],
  {perSecond, p50, p99, callerUs}: Throughput,
  bare: Throughput,
  http: Throughput,
): void {
  const share = `${((perSecond / bare.perSecond) * 100).toFixed(0)} %`;
  const figures = [perSecond.toFixed(0), p50.toFixed(2), p99.toFixed(2), bare.perSecond.toFixed(0)];
  const comparison = [share, http.perSecond.toFixed(0), callerUs.toFixed(0)];
  console.log(`| ${[...size, ...figures, ...comparison].join(' | ')} |`);
}
