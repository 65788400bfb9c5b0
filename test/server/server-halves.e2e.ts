/** The server halves: each passes the conformance check, and believes no browser. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {createAdaptorServer} from '@hono/node-server';
import {createEndpoint} from '../../endpoint/app.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {SECRETS, TestSite} from '../endpoint/harness/site.ts';
import {SERVER_HALVES, type Site} from './sites.ts';

/** The endpoint that all sites ask. */
let endpoint: TestSite;
let server: Server;
/** Whether a proxy answers in its place. */
let isDown = false;

before(async () => {
  endpoint = await TestSite.create(new MemoryStore(), {now: Date.now});
  endpoint.now = Date.now();
  const app = createEndpoint(endpoint.options);
  server = createAdaptorServer({
    fetch: (request) => (isDown ? new Response('<html>', {status: 502}) : app.fetch(request)),
  }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

after(() => {
  server.closeAllConnections();
  server.close();
});

for (const {file, missing, start} of SERVER_HALVES) {
  // In CI all of them must run.
  const skip = missing !== undefined && !process.env['CI'] && missing;
  describe(file, {skip}, () => {
    let site: Site;

    before(async () => {
      const {port} = server.address() as AddressInfo;
      site = await start({
        MOTP_ENDPOINT: `http://127.0.0.1:${port}/api/motp`,
        MOTP_SECRET: SECRETS.sites.institute,
      });
      await endpoint.register(file);
    });

    after(() => site.close());

    /** Signs a trainee in. @returns the cookie of the session */
    async function signIn(subject: string): Promise<string> {
      const response = await fetch(`${site.url}/login?subject=${encodeURIComponent(subject)}`);
      return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    }

    async function isVerified(cookie: string): Promise<string> {
      const response = await fetch(`${site.url}/verified`, {headers: {Cookie: cookie}});
      return (await response.text()).trim();
    }

    it('passes the conformance check, and knows in its session that the trainee is verified', async () => {
      const cookie = await signIn(file);
      assert.equal(await isVerified(cookie), 'false');
      const {code, printed} = await conformance(
        `${site.url}/motp`,
        '--header',
        `Cookie: ${cookie}`,
        '--secret',
        endpoint.secretOf(file),
        '--lock',
      );
      assert.equal(code, 0, printed);
      assert.match(printed, /\n\d\d passed, 0 failed, \d\d not asked\n$/);
      assert.equal(await isVerified(cookie), 'true');
      assert.equal(await isVerified(await signIn(file)), 'false');
    });

    it('takes the trainee from the session, not from a ticket of the page', async () => {
      const [cookie, ticket] = await Promise.all([signIn('nobody'), endpoint.issueTicket(file)]);
      const response = await fetch(`${site.url}/motp`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `"${'k'.repeat(22)}"`,
          Cookie: cookie,
        },
        body: JSON.stringify({ticket, v: 1, code: '000000', occasion: 'enrollment'}),
      });
      assert.equal((await response.json()).code, 'not-registered');
    });

    it('leaves the result unknown while the endpoint is down', async () => {
      const cookie = await signIn('nobody');
      isDown = true;
      try {
        const response = await fetch(`${site.url}/motp/status`, {headers: {Cookie: cookie}});
        assert.equal(response.status, 502);
        assert.equal(await response.text(), 'The verification endpoint did not answer.');
      } finally {
        isDown = false;
      }
    });
  });
}

/** Runs the conformance check as a command. @returns its output and its exit code */
function conformance(...args: readonly string[]): Promise<{code: number; printed: string}> {
  return new Promise((resolve) => {
    const command = ['command/motp-verify.ts', 'conformance', ...args];
    execFile(process.execPath, command, (error, printed, stderr) => {
      resolve({code: error ? Number(error.code) : 0, printed: printed + stderr});
    });
  });
}
