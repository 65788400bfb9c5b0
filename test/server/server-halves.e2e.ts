/** The server halves and the demo: each passes the conformance check, and the halves believe no browser. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {createAdaptorServer} from '@hono/node-server';
import {createEndpoint} from '../../endpoint/app.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {HONG, SECRETS, TestSite} from '../endpoint/harness/site.ts';
import {startServerProcess, type ServerProcess} from '../harness/server-process.ts';
import {SERVER_HALVES} from './sites.ts';

/** The verification endpoint of one site, over HTTP. */
class EndpointOfSite {
  readonly trainees: TestSite;
  readonly url: string;
  /** Whether a proxy answers in its place. */
  isDown = false;
  readonly #server: Server;

  private constructor(trainees: TestSite, server: Server) {
    this.trainees = trainees;
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/motp`;
  }

  /** Starts an endpoint with the machine's clock. */
  static async start(): Promise<EndpointOfSite> {
    const trainees = await TestSite.create(new MemoryStore(), {now: Date.now});
    const app = createEndpoint(trainees.options);
    const server = createAdaptorServer({
      fetch: (request) =>
        endpoint.isDown ? new Response('<html>', {status: 502}) : app.fetch(request),
    }) as Server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = new EndpointOfSite(trainees, server);
    return endpoint;
  }

  /** Registers the app of a trainee. @returns its seed, in base32 */
  async register(subject: string): Promise<string> {
    const {trainees} = this;
    // The code that confirms the registration is of now.
    trainees.now = Date.now();
    const issued = await trainees.issueRegistration(subject, HONG);
    const {body} = await trainees.confirmRegistration(subject, issued);
    assert.equal(body.code, 'registered', JSON.stringify(body));
    return String(issued.body['secret']);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

// The check waits for the next codes: the halves wait at the same time.
describe('a server half', {concurrency: true}, () => {
  for (const {file, endpoint: address, status, attempts, missing, start} of SERVER_HALVES) {
    // In CI all of them must run.
    const skip = missing !== undefined && !process.env['CI'] && missing;
    describe(file, {skip, concurrency: 1}, () => {
      let endpoint: EndpointOfSite;
      let site: ServerProcess;

      before(async () => {
        endpoint = await EndpointOfSite.start();
        site = await start({MOTP_ENDPOINT: endpoint.url, MOTP_SECRET: SECRETS.sites.institute});
      });

      after(async () => {
        await site.close();
        endpoint.close();
      });

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
        const [secret, otherSecret] = [
          await endpoint.register('hong'),
          await endpoint.register('kim'),
        ];
        const [cookie, otherCookie] = [await signIn('hong'), await signIn('kim')];
        assert.equal(await isVerified(cookie), 'false');
        const {code, printed} = await conformance(
          site.url + address,
          ...(attempts === undefined
            ? []
            : ['--status-url', site.url + status, '--attempts-url', site.url + attempts]),
          '--subject',
          'hong',
          '--header',
          `Cookie: ${cookie}`,
          '--secret',
          secret,
          '--other-header',
          `Cookie: ${otherCookie}`,
          '--other-secret',
          otherSecret,
          '--lock',
        );
        assert.equal(code, 0, printed);
        assert.match(printed, /\n\d\d passed, 0 failed, \d not asked\n$/);
        assert.equal(await isVerified(cookie), 'true');
        assert.equal(await isVerified(await signIn('hong')), 'false');
      });

      it('takes the trainee from the session, not from a ticket of the page', async () => {
        await endpoint.register('lee');
        const [cookie, ticket] = await Promise.all([
          signIn('nobody'),
          endpoint.trainees.issueTicket('lee'),
        ]);
        const response = await fetch(site.url + address, {
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
        endpoint.isDown = true;
        try {
          const response = await fetch(site.url + status, {headers: {Cookie: cookie}});
          assert.equal(response.status, 502);
          assert.equal(await response.text(), 'The verification endpoint did not answer.');
        } finally {
          endpoint.isDown = false;
        }
      });
    });
  }

  it('the demo of the endpoint passes the conformance check that it prints, with its ticket', async () => {
    const command = ['command/motp-verify.ts', 'demo', '--port', '0'];
    // The last line.
    const line = /^npx .* http:\/\/127\.0\.0\.1:(\d+)\S* --site-secret /;
    const demo = await startServerProcess(process.execPath, command, {line});
    try {
      const [, args = ''] =
        demo.printed.join('\n').match(/^npx motp-verify conformance (.* --ticket=.*)$/m) ?? [];
      const {code, printed} = await conformance(...args.split(' '));
      assert.equal(code, 0, printed);
      // With a right code, it asks more than without.
      assert.match(printed, /✔ {2}the code of the app is verified/);
    } finally {
      await demo.close();
    }
  });
});

/** Runs the conformance check as a command. @returns its output and its exit code */
function conformance(...args: readonly string[]): Promise<{code: number; printed: string}> {
  return new Promise((resolve) => {
    const command = ['command/motp-verify.ts', 'conformance', ...args];
    execFile(process.execPath, command, (error, printed, stderr) => {
      resolve({code: error ? Number(error.code) : 0, printed: printed + stderr});
    });
  });
}
