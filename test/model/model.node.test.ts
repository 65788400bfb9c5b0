/**
 * Random histories of one account, against a small model of the endpoint: whatever is sent, dropped,
 * doubled, delayed, killed, reloaded and asked, no press counts twice and no outcome is made up.
 * A thousand in `npm test`; all by `npm run test:stress -- model`.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {isRight} from './model-endpoint.ts';
import {ModelWorld, type NetworkFault, type Command} from './model-world.ts';

const HISTORIES = Number(process.env['HISTORIES'] ?? 1000);

/** Those from which trouble comes in company stand here more than once. */
const NETWORK_FAULTS: readonly NetworkFault[] = [
  'delivered',
  'delivered',
  'delivered',
  'late',
  'late',
  'turned away',
  'doubled',
  'answer lost',
  'answer broken',
  'lost',
  'refused by a proxy',
  'turned away',
  'hangs',
  'late',
];

const fates = fc.array(fc.constantFrom(...NETWORK_FAULTS), {minLength: 1, maxLength: 6});
const code = fc.oneof(
  fc.constantFrom('900001', '900002'),
  fc.integer({min: 0, max: 9}).map((n) => `00000${n}`),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {weight: 4, arbitrary: code.map((typed) => ({is: 'press' as const, code: typed}))},
  {weight: 4, arbitrary: fates.map((some) => ({is: 'fates' as const, fates: some}))},
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, 100, 600, 3000, 10_000, 12_000, 30_000)
      .map((ms) => ({is: 'pass' as const, ms})),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Command>(
      {is: 'ask'},
      {is: 'reload'},
      {is: 'move'},
      {is: 'history'},
      {is: 'network'},
      {is: 'server dies'},
    ),
  },
);

/** Histories that were lost once, or would be by an easy mistake. */
const REGRESSIONS: [Command[]][] = [
  // The first request arrives while the second one is turned away.
  [
    [
      {is: 'fates', fates: ['late', 'delivered', 'turned away']},
      {is: 'press', code: '000001'},
      {is: 'pass', ms: 12_000},
    ],
  ],
  // The page goes while its request is being answered.
  [[{is: 'fates', fates: ['answer lost']}, {is: 'press', code: '000001'}, {is: 'reload'}]],
];

describe(`${HISTORIES} random histories`, () => {
  it('count each press at most once, and end with what the endpoint has kept', async () => {
    const histories = fc.array(command, {minLength: 1, maxLength: 14});
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const world = new ModelWorld();
        for (const one of history) await world.run(one);
        await world.recover();
        expectNothingLost(world);
        world.dispose();
      }),
      {numRuns: HISTORIES, seed: 20_261_123, examples: REGRESSIONS},
    );
  });
});

function expectNothingLost({endpoint, keys, presses, successes, attempt}: ModelWorld): void {
  // I1: one press, one key, at most one evaluation.
  assert(keys.size <= presses, `${keys.size} keys for ${presses} presses`);
  for (const [key, times] of endpoint.evaluations) assert.equal(times, 1, key);

  // I4: no success but those that the endpoint has kept, each under its own code.
  const verified = [...endpoint.results.values()].filter(({body}) => body['code'] === 'verified');
  const receipts = verified.map(({body}) => body['verificationId']);
  for (const success of successes) {
    assert(receipts.includes(success), success);
    assert(isRight(success.slice('receipt-of-'.length)));
  }

  // I3: none of them is lost either.
  for (const receipt of receipts) assert(successes.includes(String(receipt)), String(receipt));

  // The count that is shown is the endpoint's.
  const tries = 'failureCount' in attempt ? attempt.failureCount?.failures : 0;
  assert.equal(tries ?? 0, endpoint.failures);
  assert.equal(attempt.status === 'locked', endpoint.failures >= 5);
}
