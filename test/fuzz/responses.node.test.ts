/**
 * Fuzzed responses to the endpoint client, without a page. No response causes an exception, an
 * unhandled rejection or a false success.
 *
 * `npm test` uses twenty thousand responses, `npm run test:stress -- fuzz` a million.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AttemptResponse, IdempotencyKey} from '../../src/core/contract.ts';
import {AGENCY_RESPONSE_MAP} from '../../src/transport/agency-response-map.ts';
import type {Platform} from '../../src/transport/platform.ts';
import {
  EndpointClient,
  type EndpointConfig,
  type EndpointResult,
} from '../../src/transport/endpoint-client.ts';
import {PendingKeys} from '../../src/transport/pending-keys.ts';
import {CONTRACT_ENDPOINT} from '../harness/verification-context.ts';
import {fuzzResponse, type FuzzedResponse} from './fuzz-response.ts';

const RESPONSES = Number(process.env['RESPONSES'] ?? 20_000);

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const legacyEndpoint: EndpointConfig = {
  ...CONTRACT_ENDPOINT,
  wireFormat: {
    format: 'form',
    codeField: 'motpNo',
    responseMap: {
      ...AGENCY_RESPONSE_MAP,
      values: {...AGENCY_RESPONSE_MAP.values, ready: 'ready'},
      id: 'verificationId',
    },
    charset: 'euc-kr',
    hasIdempotencyKeys: true,
    adapter: undefined,
  },
};

/** Posts an attempt to an endpoint that sends one fuzzed response. */
function postAttempt(
  config: EndpointConfig,
  {status, headers, bytes}: FuzzedResponse,
): Promise<EndpointResult<AttemptResponse>> {
  const platform: Platform = {
    fetch: async () => new Response(bytes, {status, headers}),
    isOnline: () => true,
    now: () => 0,
    random: () => 0.5,
    importLegacyCodec: () => import('../../src/transport/legacy-codec.ts'),
    delay: (_ms, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    pendingKeys: new PendingKeys(
      () => {
        throw new Error('no storage');
      },
      () => 0,
    ),
  };
  const client = new EndpointClient(config, platform, new AbortController().signal);
  return client.post(key, {v: 1, code: '123456', occasion: 'exam'});
}

/** Waits for the next task, in which Node can collect weakly held objects. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isVerified(reply: EndpointResult<AttemptResponse>): boolean {
  return reply.kind === 'ok' && reply.response.code === 'verified';
}

describe(`${RESPONSES} fuzzed responses`, () => {
  const rejections: unknown[] = [];
  process.on('unhandledRejection', (reason) => rejections.push(reason));

  it('are successes exactly if they are valid success responses', async () => {
    let successes = 0;
    for (let seed = 0; seed < RESPONSES; seed++) {
      const response = fuzzResponse(seed);
      if (seed % 1000 === 0) await nextTask();
      const reply = await postAttempt(CONTRACT_ENDPOINT, response);
      if (isVerified(reply)) successes++;
      if (isVerified(reply) !== response.isSuccess) {
        assert.fail(
          `Seed ${seed}: ${JSON.stringify(reply)} of ${new TextDecoder().decode(response.bytes)}`,
        );
      }
    }
    assert(successes > 0);
    assert.deepEqual(rejections, []);
  });

  it('are never a success for a response map that names none of their values', async () => {
    for (let seed = 0; seed < RESPONSES / 4; seed++) {
      if (seed % 1000 === 0) await nextTask();
      assert(!isVerified(await postAttempt(legacyEndpoint, fuzzResponse(seed))), `Seed ${seed}`);
    }
    assert.deepEqual(rejections, []);
  });

  it('are no success because of properties of Object.prototype', async () => {
    Object.assign(Object.prototype, {code: 'verified', verificationId: 'A-1', status: 200});
    try {
      for (let seed = 0; seed < RESPONSES / 4; seed++) {
        const response = fuzzResponse(seed);
        if (seed % 1000 === 0) await nextTask();
        if (!response.isSuccess)
          assert(!isVerified(await postAttempt(CONTRACT_ENDPOINT, response)), `Seed ${seed}`);
      }
    } finally {
      for (const name of ['code', 'verificationId', 'status']) {
        Reflect.deleteProperty(Object.prototype, name);
      }
    }
    assert.deepEqual(rejections, []);
  });
});
