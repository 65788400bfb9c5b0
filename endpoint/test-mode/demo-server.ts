/**
 * The endpoint for trying out and for tests: in memory, on this machine only, with a registered trainee,
 * the number of the trainee's phone, and the test codes.
 */
import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import {createContext, createEndpoint, type EndpointOptions} from '../app.ts';
import {bearerAuth} from '../auth.ts';
import {webCryptoEncryption} from '../crypto/encryption.ts';
import {confirmRegistration, issueRegistration} from '../registrations.ts';
import {MemoryStore} from '../store/memory.ts';
import {ticketAuth} from '../tickets.ts';
import {codeAt, stepEndsInMs} from '../verifier/totp.ts';
import {totpVerifier} from '../verifier/totp-verifier.ts';
import {answerTestCodes, TEST_CODES, withTestCodes} from './test-codes.ts';

/** The site of the demo, and its trainee, who is registered. */
export const DEMO = {
  site: 'demo',
  /** The same at each start, because nothing but this machine reaches the demo. */
  secret: 'the-secret-of-the-demo-site-00001',
  subject: 'demo',
  identity: {name: '홍길동', phone: '01012345678'},
} as const;

const BASE_PATH = '/api/motp';

/** A running demo. */
export interface DemoServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Starts the demo on loopback. @param port 0 for any free one */
export async function startDemoServer(port: number): Promise<DemoServer> {
  const encryption = await webCryptoEncryption(crypto.getRandomValues(new Uint8Array(32)));
  const {site, secret: siteSecret, subject, identity} = DEMO;
  const authenticateByTicket = ticketAuth({encryption, sites: [site], now: Date.now});
  const options: EndpointOptions = {
    basePath: BASE_PATH,
    store: new MemoryStore(),
    encryption,
    now: Date.now,
    verifier: withTestCodes(totpVerifier(encryption)),
    authenticateTrainee: (request, ticket) =>
      ticket === undefined
        ? {kind: 'trainee', trainee: {subject, site, identity}}
        : authenticateByTicket(request, ticket),
    authenticateService: bearerAuth({sites: {[site]: siteSecret}}),
  };
  const context = createContext(options);
  const by = {by: 'demo'};
  const {secret, device} = await issueRegistration(context, {site, subject, identity}, by);
  const code = await codeAt(secret, Date.now());
  await confirmRegistration(context, {site, subject, device, code}, 60_000, by);
  const app = new Hono();
  app.get('/', (c) => c.html(PAGE));
  app.get('/phone', async (c) => {
    const at = Date.now();
    return c.json({code: await codeAt(secret, at), endsInMs: stepEndsInMs(at)});
  });
  const endpoint = createEndpoint(options);
  app.mount('/', (request, env) => endpoint.fetch(request, env as object));
  const server = createAdaptorServer({
    fetch: answerTestCodes((request, env) => app.fetch(request, env), Date.now, delay),
  }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What the demo prints at its start. */
export function describeDemo({origin}: DemoServer): string {
  const codes = Object.entries(TEST_CODES).map(([name, code]) => `  ${code}  ${name}`);
  return `The demo endpoint is at ${origin}${BASE_PATH} until you press Ctrl+C. It forgets everything then.

The trainee's phone:  ${origin}/
For your server:      MOTP_ENDPOINT=${origin}${BASE_PATH} MOTP_SECRET=${DEMO.secret}
                      The subject "${DEMO.subject}" is registered.
Without a ticket, every page of this origin is that trainee's.

Codes for tests:
${codes.join('\n')}`;
}

const PAGE = `<!doctype html>
<html lang="ko">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>mOTP</title>
  <p>mOTP 번호: <output></output></p>
  <script type="module">
    const output = document.querySelector('output');
    for (;;) {
      const {code, endsInMs} = await (await fetch('/phone')).json();
      output.textContent = code;
      await new Promise((resolve) => setTimeout(resolve, endsInMs));
    }
  </script>
</html>
`;
