/** Starts a temporary nginx with a configuration of the documents, for tests. */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findProgram, installPackages} from '../browsers.ts';
import {freePort} from './free-port.ts';
import {untilListening} from './proxy-process.ts';

/** How to install nginx by hand. */
export const NGINX_INSTALL_HINT = 'nginx was not found: install it, with nginx on the PATH.';

/** The path of Debian's package, which is not on every PATH. */
const DEBIAN_PATH = '/usr/sbin/nginx';

/** A running proxy. */
export interface Proxy {
  /** Its origin, such as `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Stops the proxy and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Finds nginx, or installs it on Debian for root. */
export function findOrInstallNginx(): string | undefined {
  if (findNginx() === undefined) installPackages(['nginx-light']);
  return findNginx();
}

function findNginx(): string | undefined {
  return findProgram('nginx') ?? (existsSync(DEBIAN_PATH) ? DEBIAN_PATH : undefined);
}

/**
 * Starts nginx on loopback.
 *
 * @param http what stands in its block `http`, before the server
 * @param server what stands in its block `server`, after `listen`
 */
export async function startNginx(program: string, http: string, server: string): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const lines = [
    'daemon off;',
    `pid ${folder}/nginx.pid;`,
    'error_log stderr;',
    'worker_processes 1;',
    'events {}',
    `http { access_log off; ${paths.join(' ')}`,
    http,
    `server { listen 127.0.0.1:${port};`,
    server,
    '} }',
  ];
  writeFileSync(file, lines.join('\n'));
  const child = spawn(program, ['-e', 'stderr', '-p', folder, '-c', file], {stdio: 'ignore'});
  const stop = await untilListening('nginx', child, port, folder);
  return {origin: `http://127.0.0.1:${port}`, stop};
}
