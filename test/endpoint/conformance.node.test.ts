/** The conformance check, against endpoints with known behavior. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {writeFileSync} from 'node:fs';
import {describe, it, type TestContext} from 'node:test';
import {createAdaptorServer} from '@hono/node-server';
import {createEndpoint} from '../../endpoint/app.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {TestSite} from './harness/site.ts';
import {newSqlitePath} from './harness/stores.ts';
import {RFC_SECRET} from '../harness/rfc6238.ts';

/** Runs the check as a command. @returns its output and its exit code */
function conformance(...args: readonly string[]): Promise<{code: number; printed: string}> {
  return new Promise((resolve) => {
    const file = ['command/motp-verify.ts', 'conformance'];
    execFile(process.execPath, [...file, ...args], (error, printed, stderr) => {
      resolve({code: error ? Number(error.code) : 0, printed: printed + stderr});
    });
  });
}

async function serve(t: TestContext, server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the conformance check', () => {
  it('passes every case of the reference endpoint', async (t) => {
    const site = await TestSite.create(new MemoryStore());
    const {fetch} = createEndpoint({...site.options, now: Date.now});
    const url = await serve(t, createAdaptorServer({fetch}) as ReturnType<typeof createServer>);
    site.now = Date.now();
    await site.register('hong');
    // Written with `=`: a ticket can start with a hyphen.
    const ticket = `--ticket=${await site.issueTicket('hong')}`;
    const who = [ticket, '--secret', site.secretOf('hong')];
    const {code, printed} = await conformance(`${url}/api/motp`, ...who, '--lock');
    assert.equal(code, 0, printed);
    assert.match(printed, /\n\d\d passed, 0 failed, 0 skipped\n$/);
  });
  it('names the failed case of an endpoint that ignores the idempotency key', async (t) => {
    const site = await TestSite.create(new MemoryStore());
    const {fetch} = createEndpoint({...site.options, now: Date.now});
    const forgetful = (request: Request): Response | Promise<Response> => {
      const headers = new Headers(request.headers);
      if (headers.has('Idempotency-Key'))
        headers.set('Idempotency-Key', `"${'k'.repeat(22)}${++n}"`);
      return fetch(new Request(request, {headers}));
    };
    let n = 0;
    const server = createAdaptorServer({fetch: forgetful});
    const url = await serve(t, server as ReturnType<typeof createServer>);
    site.now = Date.now();
    await site.register('hong');
    const {code, printed} = await conformance(
      `${url}/api/motp`,
      `--ticket=${await site.issueTicket('hong')}`,
    );
    assert.equal(code, 1);
    assert.match(printed, /✘ {2}the same key gets the same response, and is counted once/);
    assert.match(printed, /✔ {2}a wrong code is counted/);
    assert.match(printed, /– {2}a code counts once: requires --secret/);
  });
  it('reads a legacy endpoint by its map: form fields, another charset, always 200', async (t) => {
    const map = newSqlitePath();
    const values = {
      '0000': 'verified',
      E101: 'code-mismatch',
      E102: 'invalid-request',
      E103: 'locked',
    };
    writeFileSync(
      map,
      JSON.stringify({code: 'resultCode', failures: 'failCnt', id: 'authKey', values}),
    );
    let failed = 0;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const fields = new URLSearchParams(Buffer.concat(chunks).toString());
        const code = fields.get('motpNo') ?? '';
        if (fields.get('_csrf') !== 'a=b' || fields.getAll('unit').join() !== '1,2')
          return response.writeHead(403).end();
        if (request.headers.cookie !== 'JSESSIONID=1')
          return response.end('<script>login()</script>');
        const send = (resultCode: string) =>
          response.end(JSON.stringify({resultCode, failCnt: String(failed), authKey: 'A1'}));
        if (!/^\d{6}$/.test(code)) return send('E102');
        if (failed >= 5) return send('E103');
        if (code === (await codeAt(RFC_SECRET, Date.now()))) return send('0000');
        failed++;
        return send(failed >= 5 ? 'E103' : 'E101');
      });
    });
    const url = await serve(t, server);
    const how = ['--map', map, '--format', 'form', '--code-field', 'motpNo', '--charset', 'euc-kr'];
    const who = ['--header', 'Cookie: JSESSIONID=1', '--secret', RFC_SECRET, '--lock'];
    const hidden = ['_csrf=a=b', 'unit=1', 'unit=2'].flatMap((field) => ['--field', field]);
    const {code, printed} = await conformance(`${url}/motp.do`, ...how, ...hidden, ...who);
    assert.equal(code, 0, printed);
    assert.match(printed, /\n5 passed, 0 failed, 0 skipped\n$/);
  });
  it('prints its usage', async () => {
    const {code, printed} = await conformance('no-url');
    assert.equal(code, 2);
    assert.match(printed, /^Usage: npx motp-verify conformance URL/);
  });
  it('names every option in its usage', async () => {
    const {code, printed} = await conformance('--help');
    assert.equal(code, 0);
    const options = [
      'header',
      'ticket',
      'secret',
      'lock',
      'map',
      'format',
      'code-field',
      'field',
      'charset',
    ];
    const missing = options.filter((name) => !printed.includes(`\n  --${name} `));
    assert.deepEqual(missing, []);
  });
  it('refuses a format that it does not know, and a field that no form sends', async () => {
    const url = 'http://127.0.0.1:1/motp';
    for (const [options, line] of [
      [['--format', 'xml'], '--format is “xml”. Use json or form.\n'],
      [['--field', 'unit=1'], '--field names a form field. Use it with --format form.\n'],
      [['--format', 'form', '--field', 'unit'], '--field is “unit”. Write name=value.\n'],
    ] as const) {
      assert.deepEqual(await conformance(url, ...options), {code: 2, printed: line});
    }
  });
});
