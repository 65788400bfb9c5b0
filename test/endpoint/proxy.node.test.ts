/** The endpoint behind proxies: the origin of pages, and the addresses of clients. */
import assert from 'node:assert/strict';
import {createServer, request as sendRequest, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import {clientAddress} from '../../endpoint/client-address.ts';
import {parseServerConfig} from '../../endpoint/config.ts';
import type {LogEntry} from '../../endpoint/log.ts';
import {startServer} from '../../endpoint/server.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {SECRETS, TestSite, WRONG_CODE} from './harness/site.ts';
import {newSqlitePath} from './harness/stores.ts';

const PUBLIC_ORIGIN = 'https://www.example.kr';

/** Starts a server behind a proxy, and returns what a test needs. */
async function startBehindProxy(t: TestContext, settings: NodeJS.ProcessEnv) {
  const entries: LogEntry[] = [];
  const result = parseServerConfig({
    ENCRYPTION_KEY: '07'.repeat(32),
    SQLITE_FILE: newSqlitePath(),
    SITES: `institute=${SECRETS.sites.institute}`,
    PORT: '0',
    ...settings,
  });
  assert(result.kind === 'valid');
  const server = await startServer(result.config, (entry) => entries.push(entry));
  t.after(() => server.stop());
  const proxy = await startProxy(Number(new URL(server.address).port));
  t.after(() => proxy.close());
  const {port} = proxy.address() as AddressInfo;
  const site = `Bearer ${SECRETS.sites.institute}`;
  const {ticket} = await post(
    port,
    '/tickets',
    {subject: 'hong', occasion: 'exam'},
    {
      Authorization: site,
    },
  );
  const attempt = (headers: Record<string, string> = {}, page: {ticket?: unknown} = {ticket}) =>
    post(port, '', {v: 1, code: WRONG_CODE, occasion: 'exam', ...page}, headers);
  return {attempt, entries};
}

/** Starts a proxy as nginx is with a plain `proxy_pass`: it changes `Host`, and adds the client. */
async function startProxy(port: number): Promise<Server> {
  const proxy = createServer((incoming, outgoing) => {
    const headers = {...incoming.headers, host: `127.0.0.1:${port}`, connection: 'close'};
    const {url: path = '', method = ''} = incoming;
    const upstream = sendRequest({port, path, method, headers, host: '127.0.0.1'}, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

/** Posts JSON as a browser does. @returns the body of the response */
function post(port: number, path: string, body: object, headers: Record<string, string>) {
  return new Promise<Record<string, unknown>>((resolve, reject) => {
    const options = {
      method: 'POST',
      port,
      path: `/api/motp${path}`,
      host: '127.0.0.1',
      agent: false,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${createIdempotencyKey()}"`,
        Host: new URL(PUBLIC_ORIGIN).host,
        ...headers,
      },
    };
    const sent = sendRequest(options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

describe('a page behind a proxy that changes Host', () => {
  it('is accepted with PUBLIC_ORIGIN, and any other is refused', async (t) => {
    const {attempt} = await startBehindProxy(t, {PUBLIC_ORIGIN});
    assert.equal((await attempt({Origin: PUBLIC_ORIGIN}))['code'], 'not-registered');
    for (const origin of ['http://www.example.kr', 'https://evil.example', 'null']) {
      assert.equal((await attempt({Origin: origin}))['code'], 'origin');
    }
  });
  it('is refused without it, which the log explains once', async (t) => {
    const {attempt, entries} = await startBehindProxy(t, {});
    for (let i = 0; i < 3; i++) {
      assert.equal((await attempt({Origin: PUBLIC_ORIGIN}))['code'], 'origin');
    }
    const refused = entries.filter(({event}) => event === 'origin-refused');
    assert.equal(refused.length, 1);
    assert.match(JSON.stringify(refused), /set PUBLIC_ORIGIN/);
  });
  it('can be one of ALLOWED_ORIGINS besides PUBLIC_ORIGIN', async () => {
    const site = await TestSite.create(new MemoryStore(), {
      publicOrigin: PUBLIC_ORIGIN,
      allowedOrigins: ['https://m.example.kr'],
    });
    const ticket = await site.issueTicket('hong');
    const from = async (origin: string) =>
      (await site.post({code: WRONG_CODE, ticket}, undefined, {Origin: origin})).body.code;
    assert.equal(await from(PUBLIC_ORIGIN), 'not-registered');
    assert.equal(await from('https://m.example.kr'), 'not-registered');
    assert.equal(await from('http://localhost'), 'origin');
  });
});

describe('the proxies of a request', () => {
  for (const [trusted, reason, headers] of [
    [0, 'unexpected-header', ['192.0.2.1', '192.0.2.2']],
    [2, 'fewer-hops', ['192.0.2.1', '192.0.2.2', '']],
    [1, 'invalid-address', ['unknown', '_hidden', '999.1.1.1']],
    [1, 'more-hops', ['192.0.2.1, 10.0.0.1', '192.0.2.2, 10.0.0.1']],
  ] as const) {
    it(`are logged once as ${reason} with TRUSTED_PROXIES=${trusted}, and limited`, async (t) => {
      const {attempt, entries} = await startBehindProxy(t, {
        TRUSTED_PROXIES: String(trusted),
        REQUESTS_PER_ADDRESS: '3',
      });
      const codes: unknown[] = [];
      for (let i = 0; i < 6; i++) {
        const header = headers[i % headers.length] ?? '';
        codes.push((await attempt({'X-Forwarded-For': header}, {}))['code']);
      }
      // All of them come from one address, so its budget is soon used up.
      assert.deepEqual(codes.slice(-3), Array(3).fill('rate-limited'));
      const found = entries.filter((entry) => entry.event === 'proxy-mismatch');
      assert.deepEqual(new Set(found.map((entry) => entry.reason)), new Set([reason]));
      assert.equal(found.length, 1);
      assert.match(found[0]?.fix ?? '', /^Set TRUSTED_PROXIES to/);
    });
  }
  it('are not logged where the header is as configured', async (t) => {
    const {attempt, entries} = await startBehindProxy(t, {TRUSTED_PROXIES: '1'});
    for (const client of ['192.0.2.1', '192.0.2.1:4711', '203.0.113.9, 192.0.2.1']) {
      assert.equal((await attempt({'X-Forwarded-For': client}))['code'], 'not-registered');
    }
    // The ticket was requested without the header: routes for servers are not limited by address.
    assert(!entries.some(({event}) => event === 'proxy-mismatch'));
  });
});

describe('the address of a client', () => {
  const PEER = '10.0.0.9';
  for (const [header, trusted, address] of [
    [undefined, 0, PEER],
    ['192.0.2.1', 0, PEER],
    ['192.0.2.1', 1, '192.0.2.1'],
    ['192.0.2.1:4711', 1, '192.0.2.1'],
    ['[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['[2001:db8::1]', 1, '2001:db8::1'],
    ['2001:db8::1', 1, '2001:db8::1'],
    ['203.0.113.9, 192.0.2.1', 1, '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1, 10.0.0.1', 2, '192.0.2.1'],
    ['192.0.2.1', 2, PEER],
    ['', 1, PEER],
    [undefined, 1, PEER],
    ['unknown', 1, PEER],
    ['192.0.2.256', 1, PEER],
    ['192.0.2', 1, PEER],
    ['192.0.2.1.', 1, PEER],
  ] as const) {
    it(`is ${address} for “${header}” with ${trusted} trusted proxies`, () => {
      assert.equal(clientAddress(header, PEER, trusted).address, address);
    });
  }
});
