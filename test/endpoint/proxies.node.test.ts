/** The configurations of docs/proxies.md, in a real nginx and a real Apache in front of the endpoint. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startDemoServer, type DemoServer} from '../../endpoint/test-mode/demo-server.ts';
import {TEST_CODES} from '../../endpoint/test-mode/test-codes.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {findProgram} from '../../tools/browsers.ts';
import {freePort} from '../../tools/services/free-port.ts';

/** A proxy: its program, and its configuration around the snippet of the document. */
interface Proxy {
  readonly name: 'nginx' | 'apache';
  readonly program: string | undefined;
  readonly configure: (snippet: string, port: number, folder: string) => string;
  readonly args: (file: string, folder: string) => readonly string[];
}

const MODULES = '/usr/lib/apache2/modules';

const PROXIES: readonly Proxy[] = [
  {
    name: 'nginx',
    program: findProgram('nginx') ?? findProgram('/usr/sbin/nginx'),
    configure: (snippet, port, folder) => `
daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
  server { listen 127.0.0.1:${port}; ${snippet} }
}`,
    args: (file) => ['-e', 'stderr', '-c', file],
  },
  {
    name: 'apache',
    program: findProgram('apache2') ?? findProgram('/usr/sbin/apache2'),
    configure: (snippet, port, folder) => `
ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
User www-data
${['mpm_event', 'authz_core', 'proxy', 'proxy_http'].map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${snippet}`,
    args: (file) => ['-f', file, '-DFOREGROUND'],
  },
];

for (const {name, program, configure, args} of PROXIES) {
  const skip = program === undefined && `${name} was not found.`;
  describe(`behind ${name}`, {skip}, () => {
    let demo: DemoServer;
    let origin: string;
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-proxy-'));
    let stop: () => Promise<unknown>;

    before(async () => {
      demo = await startDemoServer(0);
      const port = await freePort();
      const endpointPort = new URL(demo.origin).port;
      const snippet = snippetOf(name).replaceAll(':8787', `:${endpointPort}`);
      const file = join(folder, 'conf');
      mkdirSync(join(folder, 'logs'));
      writeFileSync(file, configure(snippet, port, folder));
      const child = spawn(program ?? '', args(file, folder), {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      stop = () => {
        const ended = once(child, 'exit');
        child.kill();
        return ended;
      };
      origin = `http://127.0.0.1:${port}`;
      while (child.exitCode === null && !(await canConnect(`${origin}/api/motp/status`)));
    });

    after(async () => {
      await stop();
      await demo.stop();
      rmSync(folder, {recursive: true, force: true});
    });

    function post(code: string, from: string): Promise<Response> {
      return fetch(`${origin}/api/motp`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `"${createIdempotencyKey()}"`,
          Origin: from,
        },
        body: JSON.stringify({v: 1, code, occasion: 'exam'}),
      });
    }

    it('a page of the site is verified', async () => {
      const response = await post(TEST_CODES.verified, origin);
      assert.equal(((await response.json()) as {code: string}).code, 'verified');
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
    });

    it('a refusal arrives as the endpoint has sent it', async () => {
      const response = await post(TEST_CODES.wrong, origin);
      assert.equal(response.status, 422);
      assert.equal(((await response.json()) as {code: string}).code, 'code-mismatch');
    });

    it('a page of another origin is refused', async () => {
      const response = await post(TEST_CODES.verified, 'https://evil.example');
      assert.equal(((await response.json()) as {code: string}).code, 'origin');
    });
  });
}

/** Returns the configuration that the document shows. */
function snippetOf(language: string): string {
  const text = readFileSync('docs/proxies.md', 'utf8');
  const snippet = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  assert(snippet);
  return snippet;
}

function canConnect(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}
