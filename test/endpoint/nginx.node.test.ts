/** A real nginx in front of the endpoint: with a plain `proxy_pass`, and after a kill. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it, type TestContext} from 'node:test';
import {findOrInstallNginx, NGINX_INSTALL_HINT, startNginx} from '../../tools/services/nginx.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {EndpointService, waitForEvent} from './harness/processes.ts';
import {SECRETS, WRONG_CODE} from './harness/site.ts';

const PAGE_ORIGIN = 'https://www.example.kr';

const program = findOrInstallNginx();

/** The configuration of the document. */
const [, SNIPPET = ''] = /```nginx\n([^]*?)```/.exec(readFileSync('docs/proxies.md', 'utf8')) ?? [];

/** Returns the block of the configuration that begins with a text, up to its closing brace. */
function blockOf(start: string): string {
  const lines = SNIPPET.split('\n');
  const first = lines.findIndex((line) => line.trim().startsWith(start));
  const indent = /^ */.exec(lines[first] ?? '')?.[0] ?? '';
  const last = lines.findIndex((line, i) => i > first && line === `${indent}}`);
  assert(first >= 0 && last > first, `${start} is not in the configuration`);
  return lines.slice(first, last + 1).join('\n');
}

/** Posts a wrong code as a page does, through the proxy. */
async function post(
  origin: string,
  ticket: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{readonly status: number; readonly code: string}> {
  const response = await fetch(`${origin}/api/motp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${createIdempotencyKey()}"`,
      Origin: PAGE_ORIGIN,
      ...headers,
    },
    body: JSON.stringify({v: 1, code: WRONG_CODE, occasion: 'exam', ticket}),
  });
  const {code} = (await response.json()) as {readonly code: string};
  return {status: response.status, code};
}

/** Starts an endpoint behind a plain `proxy_pass`, which sends a `Host` of its own. */
async function startBehind(t: TestContext, settings: NodeJS.ProcessEnv) {
  const service = await EndpointService.create('SQLite', 1, settings);
  t.after(() => service.close());
  const {host} = new URL(service.urls[0] ?? '');
  const location = blockOf('location /api/motp')
    .replace(/.*\bHost\b.*\n/, '')
    .replace('http://motp', `http://${host}`);
  const proxy = await startNginx(program ?? '', '', location);
  t.after(() => proxy.stop());
  await service.register('hong');
  return {service, origin: proxy.origin, ticket: await service.issueTicket('hong')};
}

describe('nginx with a plain proxy_pass', {skip: program ? false : NGINX_INSTALL_HINT}, () => {
  it('passes the posts of the pages of PUBLIC_ORIGIN, and of no other', async (t) => {
    const settings = {PUBLIC_ORIGIN: PAGE_ORIGIN, TRUSTED_PROXIES: '1'};
    const {origin, ticket, service} = await startBehind(t, settings);
    assert.deepEqual(await post(origin, ticket), {status: 422, code: 'code-mismatch'});
    const evil = await post(origin, ticket, {Origin: 'https://evil.example'});
    assert.deepEqual(evil, {status: 403, code: 'origin'});
    assert(!service.processes[0]?.lines.some((line) => line.includes('proxy-mismatch')));
  });
  it('shows in the log that PUBLIC_ORIGIN or TRUSTED_PROXIES is missing', async (t) => {
    const {origin, ticket, service} = await startBehind(t, {});
    assert.deepEqual(await post(origin, ticket), {status: 403, code: 'origin'});
    const [one] = service.processes;
    assert(one);
    for (const event of ['origin-refused', 'proxy-mismatch']) await waitForEvent(one, event);
  });
  it('passes the true address of a client that forges another one', async (t) => {
    const settings = {PUBLIC_ORIGIN: PAGE_ORIGIN, TRUSTED_PROXIES: '1'};
    const {origin, ticket} = await startBehind(t, settings);
    await post(origin, ticket, {'X-Forwarded-For': '203.0.113.9'});
    const response = await fetch(`${origin}/api/motp/audit?subject=hong`, {
      headers: {Authorization: `Bearer ${SECRETS.sites.institute}`},
    });
    const {lines} = (await response.json()) as {
      readonly lines: readonly {readonly address?: string}[];
    };
    assert.equal(lines.at(-1)?.address, '127.0.0.1');
  });
});

describe('nginx in front of two processes', {skip: program ? false : NGINX_INSTALL_HINT}, () => {
  it('sends an attempt to the other one after a kill, and none is lost or counted twice', async (t) => {
    const service = await EndpointService.create('SQLite', 2, {
      PUBLIC_ORIGIN: PAGE_ORIGIN,
      TRUSTED_PROXIES: '1',
    });
    t.after(() => service.close());
    const hosts = service.urls.map((url) => new URL(url).host);
    const upstream = blockOf('upstream motp')
      .replace('127.0.0.1:8787', hosts[0] ?? '')
      .replace('127.0.0.1:8788', hosts[1] ?? '');
    const proxy = await startNginx(program ?? '', upstream, blockOf('location /api/motp'));
    t.after(() => proxy.stop());
    const trainees = ['a', 'b', 'c', 'd', 'e', 'f'];
    const tickets: string[] = [];
    for (const subject of trainees) {
      await service.register(subject);
      tickets.push(await service.issueTicket(subject));
    }
    const first = await Promise.all(tickets.map((ticket) => post(proxy.origin, ticket)));
    const [killed] = service.processes;
    assert(killed);
    await service.stopProcess(killed, 'SIGKILL');
    const second = await Promise.all(tickets.map((ticket) => post(proxy.origin, ticket)));
    for (const {code} of [...first, ...second]) assert.equal(code, 'code-mismatch');
    for (const subject of trainees) {
      const response = await fetch(`${proxy.origin}/api/motp/audit?subject=${subject}`, {
        headers: {Authorization: `Bearer ${SECRETS.sites.institute}`},
      });
      const {lines} = (await response.json()) as {
        readonly lines: readonly {readonly counted?: boolean}[];
      };
      assert.equal(lines.filter(({counted}) => counted).length, 2);
    }
  });
});
