/**
 * Every row that a network can play, on a real loopback server, on three kinds of page: one press
 * counts once, the code is kept until it is decided, and nothing is success that is not.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {buildScripts} from '../../tools/build/build.ts';
import type {Attempt} from '../../src/core/state.ts';
import {useBrowser} from '../harness/browsers.ts';
import {answer, FaultServer, type Fault, type Visit} from './fault-server.ts';
import {ANSWER_CASES} from './answer-cases.ts';
import {INPUT_CASES} from './input-cases.ts';
import {HOSTILE_CASES} from './hostile-cases.ts';
import {PAGE_CASES} from './page-cases.ts';
import {HAS_PROTOTYPE, PAGES, type PageContent} from './pages.ts';
import {PAGE_RESUME_CASES} from './page-resume-cases.ts';
import {NETWORK_CASES, type NetworkCase} from './network-cases.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import {Trainee} from './fault-page.ts';
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
  await server.starts();
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  await server.stops();
  await new Promise((resolve) => elsewhere.close(resolve));
});

for (const [name, kind] of Object.entries(PAGES)) {
  const skip = name.includes('prototype') && !HAS_PROTOTYPE && 'no prototype.js (libjs-prototype)';
  describe(`on ${name}`, {skip, concurrency: 4}, () => {
    for (const row of NETWORK_CASES) it(`${row.fault}: ${row.title}`, () => survives(row, kind));
    for (const scene of SCENES) it(`${scene.fault}: ${scene.title}`, () => isPlayed(scene, kind));
  });
}

/** One attempt, and what the network does to it. */
async function survives(row: NetworkCase, kind: Kind): Promise<void> {
  const arrival = server.visit({html: kind({})});
  const {visit} = arrival;
  visit.posts = row.fault === 'F12' ? [redirectElsewhere(row)] : [...(row.posts ?? [])];
  visit.gets = [...(row.gets ?? [])];
  const trainee = await Trainee.arrives(browser(), arrival);
  const code = row.isRight ? RIGHT : WRONG;
  await trainee.enters(code);
  await trainee.reaches(row.ends, row.notice);
  assert.deepEqual(trainee.complaints, []);
  expectKept(row, await trainee.attempt(), await trainee.code(), code);
  expectCounted(row, visit);
  assert.deepEqual(heardElsewhere, []);
  assert.equal(await trainee.page.evaluate(() => 'ran' in window), false);
  await trainee.leaves();
}

/** A scene that takes more than a network. */
async function isPlayed(scene: FaultCase, kind: Kind): Promise<void> {
  const {headers = {}, host = '127.0.0.1', complains} = scene;
  const {visit, url} = server.visit({html: kind(scene), headers});
  scene.before?.(visit);
  const trainee = await Trainee.arrives(browser(), {visit, url: url.replace('127.0.0.1', host)});
  await scene.run(trainee);
  assert.deepEqual(
    trainee.complaints.filter((line) => !complains?.test(line)),
    [],
  );
  assert.deepEqual(heardElsewhere, []);
  await trainee.leaves();
}

function redirectElsewhere({title}: NetworkCase): Fault {
  const {port} = elsewhere.address() as AddressInfo;
  return answer(Number(title.slice(0, 3)), '', {Location: `http://127.0.0.1:${port}/login`});
}

/** I2: the code stays until it is decided, and a wrong one stays to be mended. */
function expectKept({fault}: NetworkCase, attempt: Attempt, value: string | undefined, code: string): void {
  const isGone = attempt.is === 'verified' || attempt.is === 'locked';
  assert.equal(value, isGone ? undefined : code, `${fault}: the code is kept`);
  // F22: whatever a server says, 1 to 300 s.
  if (attempt.is === 'waiting') assert(attempt.seconds >= 1 && attempt.seconds <= 300);
}

/** I1: one press is one key, which counts once. */
function expectCounted({postCount, counted}: NetworkCase, visit: Visit): void {
  const keys = visit.seen
    .filter(({method}) => method === 'POST')
    .map(({headers}) => headers['idempotency-key']);
  assert.equal(keys.length, postCount, 'posts');
  assert.equal(new Set(keys).size, 1, 'keys');
  assert.equal(visit.endpoint.failures, counted, 'failures');
}
