/** The lock (manual: 5회 이상 틀린경우), at the end: it leaves the trainees locked. */
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import {OUTCOMES, show, type Check, type ConformanceCase} from '../check.ts';
import type {Trainee} from '../trainee.ts';

/** How many wrong codes are sent at once: more than an endpoint that counts late lets through. */
const PARALLEL = 20;

/** The cases of the lock. */
export const LOCK_CASES: readonly ConformanceCase[] = [
  {
    name: 'fewer than five wrong codes lock nobody',
    async run(check) {
      for (const earlyLock of check.earlyLocks) check.fail(earlyLock);
    },
  },
  {
    name: 'the fifth wrong code locks, and neither the fourth nor the sixth',
    needs: ['lock'],
    async run(check) {
      const {first} = check;
      for (let left = MAX_FAILURES - (first.failures ?? 0); left > 1; left--) {
        await check.attempt(first, first.wrongCode(), OUTCOMES.mismatch, {
          what: `${left} tries are left`,
        });
      }
      const key = first.newKey();
      const code = first.wrongCode();
      const fifth = await check.attempt(first, code, OUTCOMES.locks, {
        key,
        what: 'the fifth wrong code',
      });
      check.expectReplay(fifth, await first.attempt(code, {key}), 'the fifth wrong code again');
      await expectLocked(check, first);
    },
  },
  {
    name: 'a wrong code after the lock is not evaluated',
    needs: ['lock'],
    async run(check) {
      const {first} = check;
      const key = first.newKey();
      for (let i = 0; i < 2; i++) {
        await check.attempt(first, first.wrongCode(), OUTCOMES.locked, i === 0 ? {key} : {});
      }
      const {body} = await first.outcome(key);
      const isUnknown = body['code'] === 'attempt-unknown';
      check.expect(isUnknown, `the lock is kept under the key: code ${show(body['code'])}`);
      await expectLocked(check, first);
    },
  },
  {
    name: 'a right code after the lock is not accepted',
    needs: ['lock', 'secret'],
    async run(check) {
      await expectRightCodeRefused(check, check.first);
    },
  },
  {
    name: 'parallel wrong codes are counted exactly, and lock at the fifth',
    needs: ['lock', 'other'],
    async run(check) {
      const {second} = check;
      const tries = MAX_FAILURES - (second.failures ?? 0);
      const requests = Array.from({length: PARALLEL}, () => second.attempt(second.wrongCode()));
      const answers = await Promise.all(requests);
      const evaluated = answers.filter(({body}) => body['code'] !== 'locked').length;
      const counted = answers.filter(({body}) => body['counted'] === true).length;
      const locking = answers.filter(
        ({body}) => body['code'] === 'locked' && body['counted'] === true,
      );
      check.expect(
        evaluated === tries - 1,
        `${evaluated} wrong codes were evaluated before the lock instead of ${tries - 1}`,
      );
      check.expect(counted === tries, `${counted} were counted instead of ${tries}`);
      check.expect(locking.length === 1, `${locking.length} of them locked instead of one`);
      const failures = answers
        .map(({body}) => body['failures'])
        .filter((said) => typeof said === 'number');
      const most = Math.max(...failures);
      check.expect(
        failures.length === 0 || most === MAX_FAILURES,
        `failures ${most} instead of ${MAX_FAILURES}`,
      );
      second.failures = MAX_FAILURES;
      await expectLocked(check, second);
      await check.attempt(second, second.wrongCode(), OUTCOMES.locked, {what: 'one more'});
    },
  },
  {
    name: 'a right code after a lock by parallel wrong codes is not accepted',
    needs: ['lock', 'other', 'other-secret'],
    async run(check) {
      await expectRightCodeRefused(check, check.second);
    },
  },
];

async function expectRightCodeRefused(check: Check, trainee: Trainee): Promise<void> {
  // A used code would be refused for another reason.
  await check.awaitUnusedStep(trainee, 4);
  await check.attempt(trainee, trainee.codeOf(trainee.step()), OUTCOMES.locked);
  await expectLocked(check, trainee);
}

async function expectLocked(check: Check, trainee: Trainee): Promise<void> {
  const {status, body} = await trainee.status();
  if (status === 404) return;
  check.expect(body['code'] === 'locked', `the status is ${show(body['code'])} instead of locked`);
  await check.expectFailures(trainee, 'the lock');
}
