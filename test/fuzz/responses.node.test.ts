/**
 * Fuzzed answers through one whole exchange, without a page: nothing throws, nothing is rejected and
 * left, nothing is success that does not say so. A share in `npm test`; all by `npm run test:stress -- answers`.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AttemptResponse, IdempotencyKey} from '../../src/core/contract.ts';
import {AGENCY_RESPONSE_MAP} from '../../src/transport/agency-response-map.ts';
import {CONTRACT_CODEC} from '../../src/transport/codec.ts';
import type {Platform} from '../../src/transport/platform.ts';
import {
  EndpointClient,
  type EndpointConfig,
  type EndpointResult,
} from '../../src/transport/endpoint-client.ts';
import {PendingKeys} from '../../src/transport/pending-keys.ts';
import {legacyCodec} from '../../src/transport/legacy-codec.ts';
import {fuzzedAnswer, type FuzzedAnswer} from './answer-bytes.ts';

const ANSWERS = Number(process.env['ANSWERS'] ?? 20_000);

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const endpoint: EndpointConfig = {
  url: new URL('https://site.example/motp'),
  credentials: 'same-origin',
  timeoutMs: 10_000,
  hasIdempotencyKeys: true,
  loadCodec: () => CONTRACT_CODEC,
  csrfTokens: () => ({headers: {}, fields: {}}),
};
const mapped: EndpointConfig = {
  ...endpoint,
  loadCodec: () =>
    legacyCodec({
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
    }),
};

/** What comes of one answer. */
function heard(
  spoken: EndpointConfig,
  {status, headers, bytes}: FuzzedAnswer,
): Promise<EndpointResult<AttemptResponse>> {
  const environment: Platform = {
    fetch: async () => new Response(bytes, {status, headers}),
    isOnline: () => true,
    now: () => 0,
    random: () => 0.5,
    delay: (_ms, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    pendingKeys: new PendingKeys(
      () => {
        throw new Error('none');
      },
      () => 0,
    ),
  };
  const exchange = new EndpointClient(spoken, environment, new AbortController().signal);
  return exchange.post(key, {v: 1, code: '123456', occasion: 'exam'});
}

/** Lets Node collect what is weakly held, which it does between tasks alone. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isVerified(reply: EndpointResult<AttemptResponse>): boolean {
  return reply.kind === 'ok' && reply.response.code === 'verified';
}

describe(`${ANSWERS} fuzzed answers`, () => {
  const strays: unknown[] = [];
  process.on('unhandledRejection', (reason) => strays.push(reason));

  it('make no false success, and none is missed', async () => {
    let successes = 0;
    for (let seed = 0; seed < ANSWERS; seed++) {
      const answer = fuzzedAnswer(seed);
      if (seed % 1000 === 0) await breath();
      const reply = await heard(endpoint, answer);
      if (isVerified(reply)) successes++;
      if (isVerified(reply) !== answer.isSuccess) {
        assert.fail(
          `Seed ${seed}: ${JSON.stringify(reply)} of ${new TextDecoder().decode(answer.bytes)}`,
        );
      }
    }
    assert(successes > 0);
    assert.deepEqual(strays, []);
  });

  it('mean no success to a legacy map that names none of them', async () => {
    for (let seed = 0; seed < ANSWERS / 4; seed++) {
      if (seed % 1000 === 0) await breath();
      assert(!isVerified(await heard(mapped, fuzzedAnswer(seed))), `Seed ${seed}`);
    }
    assert.deepEqual(strays, []);
  });

  it('make no success out of nothing on a page that has polluted every object', async () => {
    Object.assign(Object.prototype, {code: 'verified', verificationId: 'A-1', status: 200});
    try {
      for (let seed = 0; seed < ANSWERS / 4; seed++) {
        const answer = fuzzedAnswer(seed);
        if (seed % 1000 === 0) await breath();
        if (!answer.isSuccess) assert(!isVerified(await heard(endpoint, answer)), `Seed ${seed}`);
      }
    } finally {
      for (const name of ['code', 'verificationId', 'status']) {
        Reflect.deleteProperty(Object.prototype, name);
      }
    }
    assert.deepEqual(strays, []);
  });
});
