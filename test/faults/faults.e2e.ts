/**
 * The faults of docs/faults.md, on an HTTP server and on three kinds of page. One submission counts
 * once, the code stays until it is decided, and there is no false success.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import type {VerificationState} from '../../src/core/state.ts';
import {useBrowser} from '../harness/browsers.ts';
import {TabPool, type Tab} from '../harness/tab-pool.ts';
import {respondWith, FaultServer, type Fault, type FaultSession} from './fault-server.ts';
import {ANSWER_CASES} from './answer-cases.ts';
import {INPUT_CASES} from './input-cases.ts';
import {HOSTILE_CASES} from './hostile-cases.ts';
import {PAGE_CASES} from './page-cases.ts';
import {HAS_PROTOTYPE_JS, PAGES, type PageContent} from './pages.ts';
import {PAGE_RESUME_CASES} from './page-resume-cases.ts';
import {NETWORK_CASES, type NetworkCase} from './network-cases.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import {FaultPage} from './fault-page.ts';
import {POPUP_CASES} from './popup-cases.ts';

/** Formats a page with the widget. */
type PageTemplate = (content: PageContent) => string;

const CASES = [
  ...INPUT_CASES,
  ...ANSWER_CASES,
  ...PAGE_RESUME_CASES,
  ...POPUP_CASES,
  ...PAGE_CASES,
  ...HOSTILE_CASES,
];

const server = new FaultServer();
/** The requests to another origin, which must get none. */
const otherOriginRequests: string[] = [];
const otherOrigin = createServer((request, response) => {
  otherOriginRequests.push(`${request.method} ${request.url}`);
  response.writeHead(200, {'Access-Control-Allow-Origin': '*'}).end('{"code": "verified"}');
});
const tabs = new TabPool(useBrowser('chromium', ['--host-resolver-rules=MAP *.test 127.0.0.1']));

before(async () => {
  await ensurePackage();
  await server.start();
  await new Promise<void>((resolve) => otherOrigin.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  await server.stop();
  await new Promise((resolve) => otherOrigin.close(resolve));
});

for (const [name, template] of Object.entries(PAGES)) {
  const skip =
    name.includes('prototype') && !HAS_PROTOTYPE_JS && 'no prototype.js (libjs-prototype)';
  describe(`on ${name}`, {skip, concurrency: 4}, () => {
    for (const one of NETWORK_CASES) {
      it(`${one.fault}: ${one.title}`, async (test) =>
        runNetworkCase(one, template, await tabs.take(test)));
    }
    for (const one of CASES) {
      it(`${one.fault}: ${one.title}`, async (test) =>
        runCase(one, template, await tabs.take(test)));
    }
  });
}

/** Submits one code while the network has a fault. */
async function runNetworkCase(
  networkCase: NetworkCase,
  template: PageTemplate,
  tab: Tab,
): Promise<void> {
  const arrival = server.openSession({html: template({})});
  const {session} = arrival;
  session.posts =
    networkCase.fault === 'F12'
      ? [redirectToOtherOrigin(networkCase)]
      : [...(networkCase.posts ?? [])];
  session.gets = [...(networkCase.gets ?? [])];
  const trainee = await FaultPage.open(tab, arrival);
  const code = networkCase.isRight ? RIGHT : WRONG;
  await trainee.enters(code);
  await trainee.reaches(networkCase.status, networkCase.notice);
  await expectConsole(trainee, networkCase);
  expectCode(networkCase, await trainee.state(), await trainee.code(), code);
  expectCounted(networkCase, session);
  assert.deepEqual(otherOriginRequests, []);
  assert.equal(await trainee.page.evaluate(() => 'ran' in window), false);
}

/** Runs a case that needs more than a network fault. */
async function runCase(faultCase: FaultCase, template: PageTemplate, tab: Tab): Promise<void> {
  const {headers = {}, host = '127.0.0.1'} = faultCase;
  const {session, url} = server.openSession({html: template(faultCase), headers});
  faultCase.prepare?.(session);
  const trainee = await FaultPage.open(tab, {session, url: url.replace('127.0.0.1', host)});
  await faultCase.run(trainee);
  await expectConsole(trainee, faultCase);
  assert.deepEqual(otherOriginRequests, []);
}

function redirectToOtherOrigin({title}: NetworkCase): Fault {
  const {port} = otherOrigin.address() as AddressInfo;
  return respondWith(Number(title.slice(0, 3)), '', {Location: `http://127.0.0.1:${port}/login`});
}

/**
 * Expects invariant I6: the widget prints nothing but the lines that explain responses. It loads the
 * explanations on demand.
 */
async function expectConsole(
  trainee: FaultPage,
  {lines = [], expectedErrors}: Pick<FaultCase, 'lines' | 'expectedErrors'>,
): Promise<void> {
  const printed = (): readonly string[] =>
    trainee.consoleErrors
      .filter((text) => !expectedErrors?.test(text))
      .map((text) => text.replace(/\(\/s\d+\//, '(/').replace(/attempts\/[\w-]+/, 'attempts/…'));
  await trainee.until(() => printed().length >= lines.length, 'the responses are explained');
  assert.deepEqual(printed(), lines);
}

/**
 * Expects invariant I2: the code stays until it is decided. A wrong code stays, so that the trainee can
 * correct it.
 */
function expectCode(
  {fault}: NetworkCase,
  state: VerificationState,
  value: string | undefined,
  code: string,
): void {
  const isGone = state.status === 'verified' || state.status === 'locked';
  assert.equal(value, isGone ? undefined : code, `${fault}: the code stays`);
  // F22: the wait is between 1 and 300 s, whatever the server sends.
  if (state.status === 'rate-limited') assert(state.seconds >= 1 && state.seconds <= 300);
}

/** Expects invariant I1: one submission has one key, which counts once. */
function expectCounted({postCount, failures}: NetworkCase, session: FaultSession): void {
  const keys = session.requests
    .filter(({method}) => method === 'POST')
    .map(({headers}) => headers['idempotency-key']);
  assert.equal(keys.length, postCount, 'posts');
  assert.equal(new Set(keys).size, 1, 'keys');
  assert.equal(session.endpoint.failures, failures, 'failures');
}
