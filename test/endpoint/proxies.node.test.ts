/** The configurations of docs/proxies.md, with TLS, in a real nginx and a real Apache. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {request} from 'node:https';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {
  APACHE_INSTALL_HINT,
  findOrInstallApache,
  startApache,
} from '../../tools/services/apache.ts';
import {freePort} from '../../tools/services/free-port.ts';
import {findOrInstallNginx, NGINX_INSTALL_HINT, startNginx} from '../../tools/services/nginx.ts';
import {EndpointService} from './harness/processes.ts';
import {SECRETS, WRONG_CODE} from './harness/site.ts';

/** The host of the documents' configurations. */
const HOST = 'www.example.kr';

/** A certificate for {@link HOST} and its key, as files. */
interface Certificate {
  readonly file: string;
  readonly key: string;
}

/** A proxy with the configuration of the document. */
interface Proxy {
  readonly name: 'nginx' | 'apache';
  readonly program: string | undefined;
  readonly hint: string;
  /** Starts it on a port. @returns a function that stops it */
  readonly start: (program: string, port: number, snippet: string) => Promise<() => Promise<void>>;
}

const PROXIES: readonly Proxy[] = [
  {
    name: 'nginx',
    program: findOrInstallNginx(),
    hint: NGINX_INSTALL_HINT,
    async start(program, port, snippet) {
      const proxy = await startNginx(program, snippet.replace('443', `127.0.0.1:${port}`), '');
      return proxy.stop;
    },
  },
  {
    name: 'apache',
    program: findOrInstallApache(),
    hint: APACHE_INSTALL_HINT,
    start: (program, port, snippet) =>
      startApache(program, port, snippet.replace('*:443', `127.0.0.1:${port}`)),
  },
];

for (const {name, program, hint, start} of PROXIES) {
  describe(`behind ${name} with TLS`, {skip: program === undefined && hint}, () => {
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-proxy-'));
    let service: EndpointService;
    let port: number;
    let certificate: Certificate;
    let ticket: string;
    let secret: string;
    let stop: () => Promise<void>;

    before(async () => {
      service = await EndpointService.create('SQLite', 2, {TRUSTED_PROXIES: '1'});
      secret = await service.register('hong');
      ticket = await service.issueTicket('hong');
      port = await freePort();
      certificate = createCertificate(folder);
      const [first = '', second = ''] = service.urls.map((url) => new URL(url).host);
      const snippet = snippetOf(name)
        .replaceAll('127.0.0.1:8787', first)
        .replaceAll('127.0.0.1:8788', second)
        .replace(/\S+\.pem/, certificate.file)
        .replace(/\S+\.key/, certificate.key);
      stop = await start(program ?? '', port, snippet);
    });

    after(async () => {
      await stop();
      await service.close();
      rmSync(folder, {recursive: true});
    });

    /** Posts an attempt as a page does. */
    function post(code: string, origin: string) {
      return send('POST', '', {
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `"${createIdempotencyKey()}"`,
          Origin: origin,
        },
        body: JSON.stringify({v: 1, code, occasion: 'exam', ticket}),
      });
    }

    /** Sends a request to the host of the certificate, which must be valid. */
    function send(
      method: string,
      path: string,
      {headers, body = ''}: {readonly headers: Record<string, string>; readonly body?: string},
    ): Promise<{status: number | undefined; caching: string | undefined; body: JsonBody}> {
      const address = {host: '127.0.0.1', port, servername: HOST, path: `/api/motp${path}`};
      const ca = readFileSync(certificate.file);
      return new Promise((resolve, reject) => {
        const sent = request(
          {...address, method, ca, headers: {Host: HOST, ...headers}},
          (response) => {
            let text = '';
            response.on('data', (part: Buffer) => (text += part.toString()));
            response.on('end', () => {
              const {statusCode: status, headers: received} = response;
              const json = JSON.parse(text) as JsonBody;
              resolve({status, caching: received['cache-control'], body: json});
            });
          },
        );
        sent.on('error', reject);
        sent.end(body);
      });
    }

    it('a page of the site is verified', async () => {
      const response = await post(await codeAt(secret, Date.now()), `https://${HOST}`);
      assert.deepEqual([response.status, response.body.code], [200, 'verified']);
      assert.equal(response.caching, 'no-store');
    });
    it('a refusal arrives as the endpoint has sent it', async () => {
      const response = await post(WRONG_CODE, `https://${HOST}`);
      assert.deepEqual([response.status, response.body.code], [422, 'code-mismatch']);
    });
    it('a page of another origin is refused', async () => {
      const response = await post(WRONG_CODE, 'https://evil.example');
      assert.deepEqual([response.status, response.body.code], [403, 'origin']);
    });
    it('the endpoint sees the address of the client', async () => {
      const headers = {Authorization: `Bearer ${SECRETS.sites.institute}`};
      const {body} = await send('GET', '/audit?subject=hong', {headers});
      assert.equal(body.lines?.at(-1)?.address, '127.0.0.1');
      const lines = service.processes.flatMap((one) => one.lines);
      assert(!lines.some((line) => line.includes('proxy-mismatch')));
    });
  });
}

/** The fields of responses that the tests read. */
interface JsonBody {
  readonly code: string;
  readonly lines?: readonly {readonly address?: string}[];
}

/** Creates a certificate that signs itself. */
function createCertificate(folder: string): Certificate {
  const [file, key] = [join(folder, 'cert.pem'), join(folder, 'cert.key')];
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const output = ['-nodes', '-days', '1', '-out', file, '-keyout', key];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', ...subject, ...output];
  execFileSync('openssl', args, {stdio: 'ignore'});
  return {file, key};
}

/** Returns the configuration that the document shows. */
function snippetOf(language: string): string {
  const text = readFileSync('docs/proxies.md', 'utf8');
  const snippet = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  assert(snippet);
  return snippet;
}
