/**
 * Starts a temporary PostgreSQL for tests and benchmarks, in a folder of its own on a free port.
 *
 * `node tools/services/postgres.ts --install` installs it on Debian, for root.
 */
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, globSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {installPackages, findProgram} from '../browsers.ts';
import {freePort} from './free-port.ts';

/** A running database cluster. */
export interface Cluster {
  /** The `postgres://` address of its one database. */
  readonly url: string;
  /** Restarts the cluster; `immediate` simulates a crash. */
  readonly restart: (how: 'fast' | 'immediate') => Promise<void>;
  /** Stops the cluster, for tests without a database. */
  readonly stop: () => void;
  readonly start: () => void;
  /** Stops the cluster and removes its files. */
  readonly remove: () => void;
}

/** How to install PostgreSQL by hand. */
export const POSTGRES_INSTALL_HINT =
  'PostgreSQL was not found: install it, with initdb and pg_ctl on the PATH or in /usr/lib/postgresql.';

/** Folders of the programs on Debian and with Homebrew, which are not on the PATH. */
const PROGRAM_FOLDERS = ['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql*/bin'];

/** Finds the folder of the programs; an empty string means the PATH. */
export function findPostgres(): string | undefined {
  const folder = globSync(PROGRAM_FOLDERS).toSorted().at(-1);
  if (folder !== undefined) return folder;
  return findProgram('initdb') && findProgram('pg_ctl') ? '' : undefined;
}

/**
 * Installs PostgreSQL from Debian's packages.
 *
 * @returns `false` if this is not Debian or the user is not root
 * @throws Error if the installation fails
 */
export function installPostgres(): boolean {
  return installPackages(['postgresql']);
}

/**
 * Starts a cluster with the durability settings of production.
 *
 * @returns `undefined` if PostgreSQL is missing and cannot be installed
 */
export async function startPostgres(): Promise<Cluster | undefined> {
  if (findPostgres() === undefined) installPostgres();
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-postgres-'));
  const port = await freePort();
  changeOwner(folder);
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]): void => {
    runAsDatabaseUser(join(programs, program), args, folder);
  };
  run('initdb', '-D', data, '-U', 'motp', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
  const control = (...args: string[]) => run('pg_ctl', '-D', data, '-w', ...args);
  const start = () => control('start', '-o', options, '-l', join(folder, 'log'));
  start();
  return {
    url: `postgres://motp@127.0.0.1:${port}/postgres`,
    async restart(how) {
      const log = ['-o', options, '-l', join(folder, 'log')];
      const args = ['-D', data, '-w', 'restart', '-m', how, ...log];
      // The process that sends the load goes on meanwhile.
      const [command, rest] = asDatabaseUser(join(programs, 'pg_ctl'), args);
      const child = spawn(command, rest, {cwd: folder, stdio: 'ignore'});
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) throw new Error(`pg_ctl restart exited with ${code}.`);
    },
    stop: () => control('stop', '-m', 'immediate'),
    start,
    remove() {
      try {
        control('stop', '-m', 'immediate');
      } catch {
        // The cluster was already stopped.
      }
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** Runs a program; root runs it as Debian's user `postgres`, since PostgreSQL refuses root. */
function runAsDatabaseUser(program: string, args: readonly string[], cwd: string): void {
  const [command, rest] = asDatabaseUser(program, args);
  execFileSync(command, rest, {stdio: ['ignore', 'ignore', 'pipe'], cwd});
}

function asDatabaseUser(
  program: string,
  args: readonly string[],
): readonly [command: string, args: readonly string[]] {
  const isRoot = process.getuid?.() === 0;
  return isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];
}

function changeOwner(folder: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, idOfUser('-u'), idOfUser('-g'));
}

function idOfUser(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}));
}

if (import.meta.main && process.argv.includes('--install')) {
  if (findPostgres() === undefined) installPostgres();
  console.log(findPostgres() ?? POSTGRES_INSTALL_HINT);
}
