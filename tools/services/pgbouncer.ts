/** Starts a temporary PgBouncer in front of a PostgreSQL, for tests. */
import {spawn} from 'node:child_process';
import {chmodSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findProgram, installPackages} from '../browsers.ts';
import {freePort} from './free-port.ts';
import {untilListening} from './proxy-process.ts';

/** How to install PgBouncer by hand. */
export const PGBOUNCER_INSTALL_HINT =
  'PgBouncer was not found: install it, with pgbouncer on the PATH.';

/** A running pooler. */
export interface Pooler {
  /** The `postgres://` address of the database behind it. */
  readonly url: string;
  /** Stops the pooler and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Finds PgBouncer, or installs it on Debian for root. */
export function findOrInstallPgBouncer(): string | undefined {
  if (!findProgram('pgbouncer')) installPackages(['pgbouncer']);
  return findProgram('pgbouncer');
}

/** Starts a pooler in front of the database of a `postgres://` URL. */
export async function startPgBouncer(
  databaseUrl: string,
  poolMode: 'session' | 'transaction',
): Promise<Pooler> {
  const {hostname, port: databasePort, pathname, username} = new URL(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-pgbouncer-'));
  // PgBouncer refuses root, and its user must read the file.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const settings = [
    '[databases]',
    `* = host=${hostname} port=${databasePort} user=${username}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${poolMode}`,
  ];
  writeFileSync(file, settings.join('\n'));
  const isRoot = process.getuid?.() === 0;
  const [command, ...args] = [
    ...(isRoot ? ['runuser', '-u', 'postgres', '--'] : []),
    'pgbouncer',
    '-q',
    file,
  ];
  const child = spawn(command, args, {stdio: 'ignore'});
  const stop = await untilListening('PgBouncer', child, port, folder);
  return {url: `postgres://${username}@127.0.0.1:${port}${pathname}`, stop};
}
