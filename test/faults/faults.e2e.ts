/**
 * Every row that a network can play, on a real loopback server, on three kinds of page: one press
 * counts once, the code is kept until it is decided, and nothing is success that is not.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {buildScripts} from '../../tools/build/build.ts';
import type {VerificationState} from '../../src/core/state.ts';
import {useBrowser} from '../harness/browsers.ts';
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

/** A page of a kind, with the widget in it. */
type Kind = (holding: PageContent) => string;

const SCENES = [
  ...INPUT_CASES,
  ...ANSWER_CASES,
  ...PAGE_RESUME_CASES,
  ...POPUP_CASES,
  ...PAGE_CASES,
  ...HOSTILE_CASES,
];

const server = new FaultServer();
/** Another origin, which must see nothing. */
const heardElsewhere: string[] = [];
const elsewhere = createServer((request, response) => {
  heardElsewhere.push(`${request.method} ${request.url}`);
  response.writeHead(200, {'Access-Control-Allow-Origin': '*'}).end('{"code": "verified"}');
});
const browser = useBrowser('chromium', ['--host-resolver-rules=MAP *.test 127.0.0.1']);

before(async () => {
  await buildScripts();
  await server.start();
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  await server.stop();
  await new Promise((resolve) => elsewhere.close(resolve));
});

for (const [name, kind] of Object.entries(PAGES)) {
  const skip =
    name.includes('prototype') && !HAS_PROTOTYPE_JS && 'no prototype.js (libjs-prototype)';
  describe(`on ${name}`, {skip, concurrency: 4}, () => {
    for (const row of NETWORK_CASES) it(`${row.fault}: ${row.title}`, () => survives(row, kind));
    for (const scene of SCENES) it(`${scene.fault}: ${scene.title}`, () => isPlayed(scene, kind));
  });
}

/** One attempt, and what the network does to it. */
async function survives(row: NetworkCase, kind: Kind): Promise<void> {
  const arrival = server.openSession({html: kind({})});
  const {session} = arrival;
  session.posts = row.fault === 'F12' ? [redirectElsewhere(row)] : [...(row.posts ?? [])];
  session.gets = [...(row.gets ?? [])];
  const trainee = await FaultPage.open(browser(), arrival);
  const code = row.isRight ? RIGHT : WRONG;
  await trainee.enters(code);
  await trainee.reaches(row.status, row.notice);
  assert.deepEqual(trainee.consoleErrors, []);
  expectKept(row, await trainee.state(), await trainee.code(), code);
  expectCounted(row, session);
  assert.deepEqual(heardElsewhere, []);
  assert.equal(await trainee.page.evaluate(() => 'ran' in window), false);
  await trainee.close();
}

/** A scene that takes more than a network. */
async function isPlayed(scene: FaultCase, kind: Kind): Promise<void> {
  const {headers = {}, host = '127.0.0.1', expectedErrors} = scene;
  const {session, url} = server.openSession({html: kind(scene), headers});
  scene.prepare?.(session);
  const trainee = await FaultPage.open(browser(), {session, url: url.replace('127.0.0.1', host)});
  await scene.run(trainee);
  assert.deepEqual(
    trainee.consoleErrors.filter((line) => !expectedErrors?.test(line)),
    [],
  );
  assert.deepEqual(heardElsewhere, []);
  await trainee.close();
}

function redirectElsewhere({title}: NetworkCase): Fault {
  const {port} = elsewhere.address() as AddressInfo;
  return respondWith(Number(title.slice(0, 3)), '', {Location: `http://127.0.0.1:${port}/login`});
}

/** I2: the code stays until it is decided, and a wrong one stays to be mended. */
function expectKept(
  {fault}: NetworkCase,
  attempt: VerificationState,
  value: string | undefined,
  code: string,
): void {
  const isGone = attempt.status === 'verified' || attempt.status === 'locked';
  assert.equal(value, isGone ? undefined : code, `${fault}: the code is kept`);
  // F22: whatever a server says, 1 to 300 s.
  if (attempt.status === 'rate-limited') assert(attempt.seconds >= 1 && attempt.seconds <= 300);
}

/** I1: one press is one key, which counts once. */
function expectCounted({postCount, failures}: NetworkCase, session: FaultSession): void {
  const keys = session.requests
    .filter(({method}) => method === 'POST')
    .map(({headers}) => headers['idempotency-key']);
  assert.equal(keys.length, postCount, 'posts');
  assert.equal(new Set(keys).size, 1, 'keys');
  assert.equal(session.endpoint.failures, failures, 'failures');
}
