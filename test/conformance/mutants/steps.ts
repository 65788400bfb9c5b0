/** Endpoints that accept a code of the wrong time, or twice. */
import {stepAt} from '../../../endpoint/verifier/totp.ts';
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer, Attempt} from '../small-rules.ts';
import {CASE, withBody, type EndpointMutant} from './mutant.ts';

/** Time steps. */
export const STEPS: readonly EndpointMutant[] = [
  {
    fault: 'accepts a used code again',
    caughtBy: CASE.once,
    Endpoint: class extends SmallEndpoint {
      protected override isUsed(): boolean {
        return false;
      }
    },
  },
  {
    fault: 'accepts a used code again in its grace period',
    caughtBy: CASE.usedLater,
    Endpoint: class extends SmallEndpoint {
      protected override isUsed(account: Account, step: number): boolean {
        return super.isUsed(account, step) && step === stepAt(this.now());
      }
    },
  },
  {
    fault: 'accepts the code of the step before twice',
    caughtBy: CASE.stepBefore,
    Endpoint: class extends SmallEndpoint {
      protected override isUsed(account: Account, step: number): boolean {
        return super.isUsed(account, step) && step === stepAt(this.now());
      }
    },
  },
  {
    fault: 'accepts the code before one that was used',
    caughtBy: CASE.once,
    Endpoint: class extends SmallEndpoint {
      protected override answerTo(
        account: Account,
        attempt: Attempt,
        step: number | undefined,
      ): Answer {
        if (step !== undefined && step < account.lastStep && this.isAccepted(step)) {
          return this.verified(account, attempt, step);
        }
        return super.answerTo(account, attempt, step);
      }
      protected override isAccepted(step: number): boolean {
        return step >= stepAt(this.now()) - 1;
      }
    },
  },
  {
    fault: 'accepts the next code',
    caughtBy: CASE.future,
    Endpoint: class extends SmallEndpoint {
      protected override futureSteps(): number {
        return 1;
      }
    },
  },
  {
    fault: 'accepts the code after the next one',
    caughtBy: CASE.future,
    Endpoint: class extends SmallEndpoint {
      protected override futureSteps(): number {
        return 2;
      }
    },
  },
  {
    fault: 'accepts a code of three steps back',
    caughtBy: CASE.expired,
    Endpoint: class extends SmallEndpoint {
      protected override isAccepted(step: number): boolean {
        return step >= stepAt(this.now()) - 3;
      }
    },
  },
  {
    fault: 'counts an expired code',
    caughtBy: CASE.expired,
    Endpoint: class extends SmallEndpoint {
      protected override expired(account: Account): Answer {
        this.count(account);
        return withBody(super.expired(account), {counted: true});
      }
    },
  },
  {
    fault: 'counts an expired code in silence',
    caughtBy: CASE.expired,
    Endpoint: class extends SmallEndpoint {
      protected override expired(account: Account): Answer {
        const answer = super.expired(account);
        this.count(account);
        return answer;
      }
    },
  },
  {
    fault: 'takes an expired code for a wrong one',
    caughtBy: CASE.expired,
    Endpoint: class extends SmallEndpoint {
      protected override expired(account: Account): Answer {
        return this.wrong(account);
      }
    },
  },
  {
    fault: 'says that a code of eleven steps back has expired',
    caughtBy: CASE.eleven,
    Endpoint: class extends SmallEndpoint {
      protected override recognizedSteps(): number {
        return 11;
      }
    },
  },
];
