/**
 * A throw-away PostgreSQL for tests and benchmarks: found on this machine or, on Debian as root,
 * installed; started in a folder of its own on a free port of loopback, and removed afterwards.
 *
 * `node tools/services/postgres.ts --install` installs it where that is possible.
 */
import {execFileSync} from 'node:child_process';
import {chownSync, globSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {installPackages, findProgram} from '../browsers.ts';

/** A running cluster. */
export interface Cluster {
  /** The `postgres://` address of its one database. */
  readonly url: string;
  /** How it is now: `immediate` is as if it had crashed. */
  readonly restart: (how: 'fast' | 'immediate') => void;
  /** Stops it; a test takes the database away. */
  readonly stop: () => void;
  readonly start: () => void;
  /** Stops it and removes everything. */
  readonly remove: () => void;
}

/** What a person should do where it is missing and can't be installed from here. */
export const POSTGRES_INSTALL_HINT =
  'PostgreSQL was not found: install it, with initdb and pg_ctl on the PATH or in /usr/lib/postgresql.';

/** Where Debian and Homebrew keep the programs that are not on the PATH. */
const PROGRAM_FOLDERS = ['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql*/bin'];

/** The folder of its programs, or `undefined` where it is not installed. */
export function findPostgres(): string | undefined {
  const folder = globSync(PROGRAM_FOLDERS).toSorted().at(-1);
  if (folder !== undefined) return folder;
  return findProgram('initdb') && findProgram('pg_ctl') ? '' : undefined;
}

/**
 * Installs it from Debian's packages, without the cluster that those would start.
 *
 * @returns whether Debian's packages could be asked for
 * @throws Error where the installation fails
 */
export function installPostgres(): boolean {
  return installPackages(['postgresql']);
}

/**
 * Starts a cluster, durable as one in production.
 *
 * @returns `undefined` where there is no PostgreSQL and none can be installed
 */
export async function startPostgres(): Promise<Cluster | undefined> {
  if (findPostgres() === undefined) installPostgres();
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-postgres-'));
  const port = await freePort();
  giveAway(folder);
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]): void => {
    asUser(join(programs, program), args, folder);
  };
  run('initdb', '-D', data, '-U', 'motp', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
  const control = (...args: string[]) => run('pg_ctl', '-D', data, '-w', ...args);
  const start = () => control('start', '-o', options, '-l', join(folder, 'log'));
  start();
  return {
    url: `postgres://motp@127.0.0.1:${port}/postgres`,
    restart: (how) => control('restart', '-m', how, '-o', options, '-l', join(folder, 'log')),
    stop: () => control('stop', '-m', 'immediate'),
    start,
    remove() {
      try {
        control('stop', '-m', 'immediate');
      } catch {
        // It was stopped before.
      }
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** PostgreSQL refuses to run as root: then Debian's own user for it does. */
function asUser(program: string, args: readonly string[], cwd: string): void {
  const isRoot = process.getuid?.() === 0;
  const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', program] : [program];
  execFileSync(command, [...rest, ...args], {stdio: ['ignore', 'ignore', 'pipe'], cwd});
}

function giveAway(folder: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, idOfUser('-u'), idOfUser('-g'));
}

function idOfUser(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

if (import.meta.main && process.argv.includes('--install')) {
  if (findPostgres() === undefined) installPostgres();
  console.log(findPostgres() ?? POSTGRES_INSTALL_HINT);
}
