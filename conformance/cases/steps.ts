/** Time steps: which codes are accepted, and that each is accepted once. */
import {OUTCOMES, type Check, type ConformanceCase, type Outcome} from '../check.ts';
import type {Exchange} from '../endpoint.ts';
import {stepAt} from '../totp.ts';
import type {Trainee} from '../trainee.ts';
import {expectOneDecision} from './keys.ts';

/** How many steps back a code is expired rather than wrong. */
const RECOGNIZED_STEPS = 10;

/** The cases before the first success: nothing here is counted. */
const BEFORE_SUCCESS: readonly ConformanceCase[] = [
  {
    name: 'a code of two to ten steps back has expired, and is not counted',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      for (let back = 2; back <= RECOGNIZED_STEPS; back++) {
        await check.awaitStep(2);
        const what = `the code of ${back} steps back`;
        const answer = await attemptOfStep(check, first, first.step() - back, what);
        if (answer.body['code'] !== 'code-expired') break;
        await check.expectFailures(first, what);
      }
    },
  },
  {
    name: 'the code of the app is verified, once for parallel requests of one key',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      await check.awaitUnusedStep(first, 20);
      const step = first.step();
      const [key, code] = [first.newKey(), first.codeOf(step)];
      await expectOneDecision(check, first, key, code, ({sentAt, answeredAt}) =>
        allowedOf(step, sentAt, answeredAt),
      );
      first.decided = {key, code};
      first.usedStep = step;
    },
  },
  {
    name: 'a success sets the failures to 0',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      await check.expectFailures(first, 'a success');
      // The fourth wrong code was before the success: the next one would lock.
      await check.attempt(first, first.wrongCode(), OUTCOMES.mismatch);
      await check.expectFailures(first, 'a success and a wrong code');
    },
  },
  {
    name: 'a code is accepted once',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      await attemptOfUsedStep(check, first, first.usedStep, 'the same code again');
      await attemptOfUsedStep(check, first, first.usedStep - 1, 'the code before it');
      await check.expectFailures(first, 'used codes');
    },
  },
  {
    name: 'a code of the future is wrong',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      await check.awaitStep(4);
      const step = first.step();
      await attemptOfStep(check, first, step + 2, 'the code after the next one');
      await attemptOfStep(check, first, step + 1, 'the next code');
      await check.expectFailures(first, 'codes of the future');
    },
  },
  {
    name: 'a code of eleven steps back is wrong',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      await check.awaitStep(2);
      const step = first.step() - RECOGNIZED_STEPS - 1;
      await attemptOfStep(check, first, step, 'the code of eleven steps back');
      await check.expectFailures(first, 'a code of eleven steps back');
    },
  },
];

/** The cases of the step after a success: they wait for it. */
const IN_NEXT_STEP: readonly ConformanceCase[] = [
  {
    name: 'a used code is not accepted in the next step either',
    needs: ['secret'],
    async run(check) {
      const {first} = check;
      if (first.step() <= first.usedStep) await check.awaitNextStep();
      await attemptOfUsedStep(check, first, first.usedStep, 'a used code, in the grace period');
      await check.expectFailures(first, 'a used code in the next step');
    },
  },
  {
    name: 'the code of the step before is accepted once, if at all',
    needs: ['other', 'other-secret'],
    async run(check) {
      const {second} = check;
      await check.awaitStep(4);
      const step = second.step() - 1;
      await attemptOfStep(check, second, step, 'the code of the step before');
      await attemptOfUsedStep(check, second, step, 'the same code again');
      await check.expectFailures(second, 'the code of the step before');
    },
  },
];

/** The cases of time steps. */
export const STEP_CASES: readonly ConformanceCase[] = [...BEFORE_SUCCESS, ...IN_NEXT_STEP];

/** Sends the code of a step that was never used. */
async function attemptOfStep(
  check: Check,
  trainee: Trainee,
  step: number,
  what: string,
): Promise<Exchange> {
  const exchange = await trainee.attempt(trainee.codeOf(step));
  check.compare(trainee, exchange, allowedOf(step, exchange.sentAt, exchange.answeredAt), what);
  if (exchange.body['code'] === 'verified') trainee.usedStep = step;
  return exchange;
}

/** Sends the code of a step that was used, or that is older than one that was. */
async function attemptOfUsedStep(
  check: Check,
  trainee: Trainee,
  step: number,
  what: string,
): Promise<void> {
  const exchange = await trainee.attempt(trainee.codeOf(step));
  const isPresent = stepAt(exchange.sentAt) === step && stepAt(exchange.answeredAt) === step;
  // A used code has expired as well, once its step is over.
  const allowed = isPresent ? [OUTCOMES.replayed] : [OUTCOMES.replayed, OUTCOMES.expired];
  check.compare(trainee, exchange, allowed, what);
}

/** Returns the outcomes of a step's code that was evaluated between two times, in ms since the epoch. */
export function allowedOf(step: number, from: number, to: number): readonly Outcome[] {
  const outcomes = new Set<Outcome>();
  for (let present = stepAt(from); present <= stepAt(to); present++) {
    for (const outcome of outcomesOf(step - present)) outcomes.add(outcome);
  }
  return [...outcomes];
}

/** Returns the outcomes of a code, by its distance from the present step. */
function outcomesOf(offset: number): readonly Outcome[] {
  if (offset > 0 || offset < -RECOGNIZED_STEPS) return [OUTCOMES.mismatch];
  if (offset === 0) return [OUTCOMES.verified];
  // A site may configure the grace period, in which the step before is accepted.
  return offset === -1 ? [OUTCOMES.verified, OUTCOMES.expired] : [OUTCOMES.expired];
}
