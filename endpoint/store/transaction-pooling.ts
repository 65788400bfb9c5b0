/** Finds out whether a pooler such as PgBouncer gives each transaction another connection of the server. */
import type {PoolClient} from 'pg';

/** How many connections hold a transaction while the first one is asked again. */
const HOLDERS = 3;

/**
 * Returns whether one connection has two processes of the server, or two connections have the same one.
 * Then the settings and the prepared statements of a session get lost. Holds a few connections open with
 * a transaction each, so that a pooler must give the first one another process.
 */
export async function poolsTransactions(connect: () => Promise<PoolClient>): Promise<boolean> {
  const clients: PoolClient[] = [];
  const release = (): void => clients.forEach((client) => client.release(true));
  try {
    const first = await connect();
    clients.push(first);
    const pids = [await pidOf(first)];
    for (let i = 0; i < HOLDERS; i++) {
      const holder = await connect().catch(() => undefined);
      // A pool of one connection can't tell, and neither can a server without a free one.
      if (!holder) break;
      clients.push(holder);
      await holder.query('BEGIN');
      pids.push(await pidOf(holder));
    }
    return (await pidOf(first)) !== pids[0] || new Set(pids).size < pids.length;
  } finally {
    release();
  }
}

async function pidOf(client: PoolClient): Promise<number> {
  const {rows} = await client.query<{pid: number}>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}
