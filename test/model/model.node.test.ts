/**
 * Model-based tests: random commands against a small model of the endpoint. No attempt counts twice,
 * and no outcome is invented or lost (docs/requirements.md, invariants I1 to I4).
 *
 * `npm test` runs a thousand histories, `npm run test:stress -- model` a hundred thousand.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {isRight} from './model-endpoint.ts';
import {ModelWorld, type NetworkFault, type Command} from './model-world.ts';

const HISTORIES = Number(process.env['HISTORIES'] ?? 1000);

/** The faults to choose from. Faults that cause more trouble in combination occur more often. */
const NETWORK_FAULTS: readonly NetworkFault[] = [
  'none',
  'none',
  'none',
  'late delivery',
  'late delivery',
  'login page',
  'delivered twice',
  'response lost',
  'response truncated',
  'request lost',
  'proxy error',
  'login page',
  'no response',
  'late delivery',
];

const networkFaults = fc.array(fc.constantFrom(...NETWORK_FAULTS), {minLength: 1, maxLength: 6});
const code = fc.oneof(
  fc.constantFrom('900001', '900002'),
  fc.integer({min: 0, max: 9}).map((n) => `00000${n}`),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {weight: 4, arbitrary: code.map((digits) => ({type: 'submit' as const, code: digits}))},
  {weight: 4, arbitrary: networkFaults.map((faults) => ({type: 'inject faults' as const, faults}))},
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, 100, 600, 3000, 10_000, 12_000, 30_000)
      .map((ms) => ({type: 'advance' as const, ms})),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Command>(
      {type: 'recheck'},
      {type: 'reload'},
      {type: 'move'},
      {type: 'restore'},
      {type: 'reconnect'},
      {type: 'crash server'},
    ),
  },
);

/** Histories that failed once, or would fail after an easy mistake. */
const REGRESSIONS: [Command[]][] = [
  // The first request is delivered while the second gets a login page.
  [
    [
      {type: 'inject faults', faults: ['late delivery', 'none', 'login page']},
      {type: 'submit', code: '000001'},
      {type: 'advance', ms: 12_000},
    ],
  ],
  // The page reloads before the response.
  [
    [
      {type: 'inject faults', faults: ['response lost']},
      {type: 'submit', code: '000001'},
      {type: 'reload'},
    ],
  ],
  // The request is still under way when the lookup by key gets a login page, and then finds nothing.
  [
    [
      {type: 'inject faults', faults: ['late delivery', 'login page', 'none']},
      {type: 'submit', code: '000000'},
      {type: 'move'},
      {type: 'advance', ms: 10_000},
      {type: 'reconnect'},
    ],
  ],
];

describe(`${HISTORIES} random histories`, () => {
  it('count each attempt at most once and end with the endpoint’s result', async () => {
    const histories = fc.array(command, {minLength: 1, maxLength: 14});
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const world = new ModelWorld();
        for (const step of history) await world.run(step);
        await world.recover();
        expectInvariants(world);
        world.dispose();
      }),
      {numRuns: HISTORIES, seed: 20_261_123, examples: REGRESSIONS},
    );
  });
});

function expectInvariants({endpoint, keys, submissions, successes, state}: ModelWorld): void {
  // I1: one submission, one key, at most one evaluation.
  assert(keys.size <= submissions, `${keys.size} keys for ${submissions} submissions`);
  for (const [key, times] of endpoint.evaluations) assert.equal(times, 1, key);

  // I4: every success is a stored result of the endpoint, with the code it belongs to.
  const verified = [...endpoint.results.values()].filter(({body}) => body['code'] === 'verified');
  const receipts = verified.map(({body}) => body['verificationId']);
  for (const success of successes) {
    assert(receipts.includes(success), success);
    assert(isRight(success.slice('receipt-of-'.length)));
  }

  // I3: no stored success is lost.
  for (const receipt of receipts) assert(successes.includes(String(receipt)), String(receipt));

  // The displayed failure count is the endpoint's.
  const failures = 'failureCount' in state ? state.failureCount?.failures : 0;
  assert.equal(failures ?? 0, endpoint.failures);
  assert.equal(state.status === 'locked', endpoint.failures >= 5);
}
