/** Starts a temporary Apache with a configuration of the documents, for tests. */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findProgram, installPackages} from '../browsers.ts';
import {untilListening} from './proxy-process.ts';

/** How to install Apache by hand. */
export const APACHE_INSTALL_HINT = 'Apache was not found: install it, with apache2 on the PATH.';

/** The path of Debian's package, which is not on every PATH. */
const DEBIAN_PATH = '/usr/sbin/apache2';

const MODULE_FOLDER = '/usr/lib/apache2/modules';

const MODULES = ['mpm_event', 'authz_core', 'socache_shmcb', 'ssl', 'proxy', 'proxy_http'];

/** Finds Apache with Debian's modules, or installs it on Debian for root: without a service. */
export function findOrInstallApache(): string | undefined {
  if (findApache() === undefined) installPackages(['apache2-bin']);
  return findApache();
}

function findApache(): string | undefined {
  const program = findProgram('apache2') ?? (existsSync(DEBIAN_PATH) ? DEBIAN_PATH : undefined);
  return existsSync(MODULE_FOLDER) ? program : undefined;
}

/**
 * Starts Apache on loopback.
 *
 * @param hosts its virtual hosts, on the port
 * @returns a function that stops it and removes its files
 */
export async function startApache(
  program: string,
  port: number,
  hosts: string,
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-apache-'));
  const file = join(folder, 'apache.conf');
  const lines = [
    `ServerRoot ${folder}`,
    'ServerName localhost',
    `Listen 127.0.0.1:${port} https`,
    `PidFile ${folder}/pid`,
    `ErrorLog ${folder}/errors`,
    'User www-data',
    ...MODULES.map((name) => `LoadModule ${name}_module ${MODULE_FOLDER}/mod_${name}.so`),
    hosts,
  ];
  writeFileSync(file, lines.join('\n'));
  const child = spawn(program, ['-f', file, '-DFOREGROUND'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return untilListening('Apache', child, port, folder);
}
