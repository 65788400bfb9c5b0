/** Counting and idempotency: each press counts once, however often its request arrives. */
import {OUTCOMES, show, type Check, type ConformanceCase, type Outcome} from '../check.ts';
import {isMarkedAsReplay, type Exchange} from '../endpoint.ts';
import {named} from '../telltales.ts';
import type {Trainee} from '../trainee.ts';

/** How many requests of one key are sent at once. */
const PARALLEL = 8;

/** The cases of keys: four wrong codes of the first trainee, and two of the second. */
export const KEY_CASES: readonly ConformanceCase[] = [
  {
    name: 'each press with a wrong code is counted once',
    async run(check) {
      const {first} = check;
      const [key, code] = [first.newKey(), first.wrongCode()];
      await check.attempt(first, code.slice(1), OUTCOMES.invalid, {key, what: 'five digits'});
      // A refusal is not kept under its key.
      const headers = {'Content-Type': 'application/json; charset=utf-8'};
      await check.attempt(first, code, OUTCOMES.mismatch, {key, headers, fields: {unit: 9999}});
      await check.expectFailures(first, 'a wrong code');
      await check.attempt(first, code, OUTCOMES.mismatch, {what: 'the same code, pressed again'});
      await check.expectFailures(first, 'two presses');
    },
  },
  {
    name: 'the same key gets the same answer, and is counted once',
    async run(check) {
      const {first} = check;
      const [key, code] = [first.newKey(), first.wrongCode()];
      const answer = await check.attempt(first, code, OUTCOMES.mismatch, {key});
      check.expect(!isMarkedAsReplay(answer), 'the first answer is marked as replayed');
      for (let i = 0; i < 2; i++) {
        check.expectReplay(answer, await first.attempt(code, {key}), 'the same request again');
      }
      check.expectReplay(answer, await first.outcome(key), 'the outcome by key');
      await check.expectFailures(first, 'the same request three times');
    },
  },
  {
    name: 'parallel requests of one key are decided once',
    async run(check) {
      const {first} = check;
      const [key, code] = [first.newKey(), first.wrongCode()];
      await expectOneDecision(check, first, key, code, () => [OUTCOMES.mismatch]);
      first.decided = {key, code};
    },
  },
  {
    name: 'a used key with another code or unit is refused',
    async run(check) {
      const {first} = check;
      const {key, code} = first.decided;
      const others = [
        ['another code', first.wrongCode(), {}],
        ['another unit', code, {unit: 7}],
      ] as const;
      for (const [what, other, fields] of others) {
        await check.attempt(first, other, OUTCOMES.keyReused, {
          key,
          fields,
          what: `the key with ${what}`,
        });
      }
      await check.expectFailures(first, 'a used key with another body');
    },
  },
  {
    name: 'a key belongs to one trainee',
    needs: ['other'],
    async run(check) {
      const {first, second} = check;
      const {key} = first.decided;
      const {body} = await second.outcome(key);
      const isUnknown = body['code'] === 'attempt-unknown';
      check.expect(isUnknown, `the outcome of another trainee’s key: code ${show(body['code'])}`);
      const what = 'another trainee’s key';
      const own = await check.attempt(second, second.wrongCode(), OUTCOMES.mismatch, {key, what});
      check.expect(!isMarkedAsReplay(own), 'the answer is another trainee’s');
      await check.expectFailures(first, 'its key was used by another trainee');
      await check.expectFailures(second, 'a wrong code with another trainee’s key');
    },
  },
  {
    name: 'the trainee is the session’s, whatever the request names',
    needs: ['other', 'subject'],
    async run(check) {
      const {first, second} = check;
      const fields = named(first.options.subject ?? '');
      // A stricter endpoint may refuse fields that the contract does not have.
      const allowed = [OUTCOMES.mismatch, OUTCOMES.invalid];
      await check.attempt(second, second.wrongCode(), allowed, {fields});
      await check.expectFailures(first, 'an attempt of another trainee that names this one');
      await check.expectFailures(second, 'an attempt that names another trainee');
      const {body} = await second.other('GET', `/status?${new URLSearchParams(fields)}`);
      const failures = body['failures'];
      const isOwn = typeof failures !== 'number' || failures === second.failures;
      check.expect(isOwn, `the status with another trainee’s name: failures ${show(failures)}`);
    },
  },
];

/**
 * Sends an attempt many times at once under one key, and expects one decision.
 *
 * @returns the decision; `undefined` if there is none
 */
export async function expectOneDecision(
  check: Check,
  trainee: Trainee,
  key: string,
  code: string,
  allowed: (decision: Exchange) => readonly Outcome[],
): Promise<Exchange | undefined> {
  const requests = Array.from({length: PARALLEL}, () => trainee.attempt(code, {key}));
  const answers = await Promise.all(requests);
  const decisions = answers.filter(({headers}) => !headers.has('Idempotency-Replayed'));
  // A decision whose answer got lost comes as a replay.
  const decision = decisions[0] ?? answers.find(({isRepeated}) => isRepeated);
  if (!decision) {
    check.fail('every answer is marked as replayed');
    return undefined;
  }
  check.compare(trainee, decision, allowed(decision));
  check.expect(decisions.length <= 1, `${decisions.length} of ${PARALLEL} requests were decided`);
  for (const answer of answers) {
    if (answer !== decision)
      check.expectReplay(decision, answer, 'the same request at the same time');
  }
  check.expectReplay(decision, await trainee.outcome(key), 'the outcome by key');
  await check.expectFailures(trainee, `${PARALLEL} requests of one key`);
  return decision;
}
