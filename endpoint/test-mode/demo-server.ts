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
import {issueTicket, ticketAuth, TICKET_LIFETIME_MS} from '../tickets.ts';
import {codeAt, stepEndsInMs} from '../verifier/totp.ts';
import {totpVerifier} from '../verifier/totp-verifier.ts';
import {answerTestCodes, TEST_CODES, withTestCodes} from './test-codes.ts';

/** The site of the demo, and its trainee, who is registered. */
export const DEMO = {
  site: 'demo',
  /** The same at each start, because nothing but this machine reaches the demo. */
  secret: 'the-secret-of-the-demo-site-00001',
  subject: 'demo',
  /** Another registered trainee, for the conformance check. */
  otherSubject: 'other',
  identity: {name: '홍길동', phone: '01012345678'},
} as const;

const BASE_PATH = '/api/motp';

/** The same endpoint for whoever has no session: without a ticket, nobody is signed in. */
const TICKET_PATH = '/with-ticket/api/motp';

/** The occasion of the printed ticket. */
const OCCASION = 'enrollment';

/** A running demo. */
export interface DemoServer {
  readonly origin: string;
  /** A ticket of the trainee for {@link OCCASION}, valid for four hours. */
  readonly ticket: string;
  /** The seeds of the apps of the trainee and of the other one, in base32. */
  readonly seeds: readonly [string, string];
  readonly stop: () => Promise<void>;
}

/** Starts the demo on loopback. @param port 0 for any free one */
export async function startDemoServer(port: number): Promise<DemoServer> {
  const encryption = await webCryptoEncryption(crypto.getRandomValues(new Uint8Array(32)));
  const {site, secret: siteSecret, subject, otherSubject, identity} = DEMO;
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
  const register = async (trainee: string): Promise<string> => {
    const by = {by: 'demo'};
    const owner = {site, subject: trainee, identity};
    const {secret, device} = await issueRegistration(context, owner, by);
    const code = await codeAt(secret, Date.now());
    await confirmRegistration(context, {site, subject: trainee, device, code}, 60_000, by);
    return secret;
  };
  const seeds = [await register(subject), await register(otherSubject)] as const;
  const owner = {site, subject, identity, occasion: OCCASION} as const;
  const issued = await issueTicket(owner, Date.now() + TICKET_LIFETIME_MS, encryption);
  if (!issued) throw new Error('The ticket is too long.');
  const app = new Hono();
  app.get('/', (c) => c.html(PAGE));
  app.get('/phone', async (c) => {
    const at = Date.now();
    return c.json({code: await codeAt(seeds[0], at), endsInMs: stepEndsInMs(at)});
  });
  const byTicket = createEndpoint({
    ...options,
    basePath: TICKET_PATH,
    authenticateTrainee: authenticateByTicket,
  });
  const endpoint = createEndpoint(options);
  app.mount('/', (request, env) => {
    const {pathname} = new URL(request.url);
    const mounted = pathname.startsWith(TICKET_PATH) ? byTicket : endpoint;
    return mounted.fetch(request, env as object);
  });
  const server = createAdaptorServer({
    fetch: answerTestCodes((request, env) => app.fetch(request, env), Date.now, delay),
  }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ticket: issued.ticket,
    seeds,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * Formats what the demo prints at its start. The commands have no single quotes, which Windows' cmd does not know.
 * A ticket can start with a hyphen, so its option has a `=`.
 */
export function describeDemo({origin, ticket, seeds: [seed, otherSeed]}: DemoServer): string {
  const {secret, subject, otherSubject} = DEMO;
  const url = origin + BASE_PATH;
  const codes = Object.entries(TEST_CODES).map(([name, code]) => `  ${code}  ${name}`);
  const body = JSON.stringify({v: 1, code: TEST_CODES.verified, occasion: OCCASION, ticket});
  const query = `subject=${subject}&occasion=${OCCASION}`;
  return `The demo endpoint is at ${url} until you press Ctrl+C. It forgets everything then.

The trainee's phone:  ${origin}/
For your server:      MOTP_ENDPOINT=${url} MOTP_SECRET=${secret}
                      The subject "${subject}" is registered.
Without a ticket, every page of this origin is that trainee's. At ${origin}${TICKET_PATH}, nobody is
signed in without one.

Codes for tests:
${codes.join('\n')}

A ticket of the trainee, for "${OCCASION}" and four hours:
${ticket}

A first attempt:
curl ${url} -H "Content-Type: application/json" -H "Idempotency-Key: \\"${crypto.randomUUID()}\\"" -d ${JSON.stringify(body)}

The check of its receipt by your server, once. ID is the verificationId of the answer:
curl -H "Authorization: Bearer ${secret}" "${url}/verifications/ID?${query}"

The conformance check of this endpoint, with the ticket:
npx motp-verify conformance ${origin}${TICKET_PATH} --ticket=${ticket} --secret ${seed}
With both trainees, it asks for nearly everything:
npx motp-verify conformance ${origin}${TICKET_PATH} --site-secret ${secret} --subject ${subject} --secret ${seed} --other-subject ${otherSubject} --other-secret ${otherSeed}`;
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
