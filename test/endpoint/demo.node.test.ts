/** The demo endpoint: a trainee and a phone are ready, and the test codes do what they say. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DEMO, startDemoServer, type DemoServer} from '../../endpoint/test-mode/demo-server.ts';
import {answerTestCodes, SLOW_MS, TEST_CODES} from '../../endpoint/test-mode/test-codes.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {TestSite} from './harness/site.ts';

let demo: DemoServer;
const url = (): string => `${demo.origin}/api/motp`;

before(async () => {
  demo = await startDemoServer(0);
});
after(() => demo.stop());

function post(code: string, key: string = createIdempotencyKey()): Promise<Response> {
  return fetch(url(), {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`},
    body: JSON.stringify({v: 1, code, occasion: 'lesson', unit: 9}),
  });
}

async function codeOf(response: Promise<Response>): Promise<string> {
  return ((await (await response).json()) as {code: string}).code;
}

describe('the demo endpoint', () => {
  it('verifies the code on the phone', async () => {
    const phone = (await (await fetch(`${demo.origin}/phone`)).json()) as {code: string};
    assert.match(phone.code, /^\d{6}$/);
    // The registration has used the code of this step up for nothing but itself.
    assert.match(await codeOf(post(phone.code)), /^(?:verified|code-replayed)$/);
  });

  it('verifies the test code as often as it is sent, with a receipt that the site can check', async () => {
    await codeOf(post(TEST_CODES.verified));
    const {code, verificationId} = (await (await post(TEST_CODES.verified)).json()) as {
      code: string;
      verificationId: string;
    };
    assert.equal(code, 'verified');
    const query = `subject=${DEMO.subject}&occasion=lesson`;
    const receipt = await fetch(`${url()}/verifications/${verificationId}?${query}`, {
      headers: {Authorization: `Bearer ${DEMO.secret}`},
    });
    assert.equal(receipt.status, 200);
  });

  it('refuses the wrong code without end, and never locks', async () => {
    for (let n = 0; n < 6; n++) assert.equal(await codeOf(post(TEST_CODES.wrong)), 'code-mismatch');
    assert.equal(await codeOf(post(TEST_CODES.verified)), 'verified');
  });

  it('answers locked and expired', async () => {
    assert.equal(await codeOf(post(TEST_CODES.locked)), 'locked');
    assert.equal(await codeOf(post(TEST_CODES.expired)), 'code-expired');
    assert.equal(await codeOf(fetch(`${url()}/status`)), 'ready');
  });

  it('loses the response of an attempt that it has verified', async () => {
    const key = createIdempotencyKey();
    await assert.rejects(post(TEST_CODES.lost, key));
    assert.equal(await codeOf(fetch(`${url()}/attempts/${key}`)), 'verified');
  });

  it('takes longer than the widget waits', async () => {
    const waits: number[] = [];
    const handle = answerTestCodes(
      () => Response.json({code: 'verified'}),
      Date.now,
      (ms) => Promise.resolve(waits.push(ms)),
    );
    const body = JSON.stringify({code: TEST_CODES.slow});
    await handle(new Request('http://demo.example/', {method: 'POST', body}), {} as never);
    assert.deepEqual(waits, [SLOW_MS]);
  });
});

describe('an endpoint that was not started for tests', () => {
  it('knows no test code', async () => {
    const site = await TestSite.create(new MemoryStore());
    await site.register('hong');
    const {body} = await site.attempt('hong', TEST_CODES.verified);
    assert.equal(body.code, 'code-mismatch');
  });
});
