/** Endpoints that count wrongly, or lock wrongly. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer, Attempt} from '../small-rules.ts';
import {CASE, letOthersIn, ReadsBeforeItWrites, withBody, type EndpointMutant} from './mutant.ts';

/** Counting, locking and races. */
export const COUNTING: readonly EndpointMutant[] = [
  {
    fault: 'counts a wrong code twice',
    caughtBy: CASE.press,
    Endpoint: class extends SmallEndpoint {
      protected override count(account: Account): void {
        account.failures += 2;
      }
    },
  },
  {
    fault: 'counts a wrong code twice, and says so in the status alone',
    caughtBy: CASE.press,
    Endpoint: class extends SmallEndpoint {
      protected override wrong(account: Account): Answer {
        const answer = super.wrong(account);
        account.failures++;
        return answer;
      }
    },
  },
  {
    fault: 'locks at the fourth wrong code',
    caughtBy: CASE.early,
    Endpoint: class extends SmallEndpoint {
      protected override maxFailures(): number {
        return 4;
      }
    },
  },
  {
    fault: 'locks at the sixth wrong code',
    caughtBy: CASE.fifth,
    Endpoint: class extends SmallEndpoint {
      protected override maxFailures(): number {
        return 6;
      }
    },
  },
  {
    fault: 'answers the fifth wrong code as any other, and locks',
    caughtBy: CASE.fifth,
    Endpoint: class extends SmallEndpoint {
      protected override wrong(account: Account): Answer {
        this.count(account);
        if (this.isLocked(account)) account.lockedAt = this.now();
        return {status: 422, body: {code: 'code-mismatch', counted: true, ...this.fields(account)}};
      }
    },
  },
  {
    fault: 'says that the fifth wrong code is not counted',
    caughtBy: CASE.fifth,
    Endpoint: class extends SmallEndpoint {
      protected override locked(account: Account): Answer {
        return super.locked(account, false);
      }
    },
  },
  {
    fault: 'never locks',
    caughtBy: CASE.fifth,
    Endpoint: class extends SmallEndpoint {
      protected override isLocked(): boolean {
        return false;
      }
      protected override maxFailures(): number {
        return Infinity;
      }
    },
  },
  {
    fault: 'reads the failures long before it counts (CVE-2024-4629)',
    caughtBy: CASE.race,
    Endpoint: class extends ReadsBeforeItWrites {},
  },
  {
    fault: 'loses the counts of parallel wrong codes',
    caughtBy: CASE.race,
    Endpoint: class extends SmallEndpoint {
      protected override async decide(account: Account, attempt: Attempt): Promise<Answer> {
        const {failures} = account;
        await letOthersIn();
        if (failures >= 5) return this.locked(account, false);
        const step = await this.matchedStep(account, attempt.code);
        if (step === undefined) account.failures = failures;
        return this.answerTo(account, attempt, step);
      }
    },
  },
  {
    fault: 'evaluates a wrong code after the lock',
    caughtBy: CASE.afterLock,
    Endpoint: class extends SmallEndpoint {
      protected override async decide(account: Account, attempt: Attempt): Promise<Answer> {
        const step = await this.matchedStep(account, attempt.code);
        if (this.isLocked(account) && step === undefined) {
          return {
            status: 422,
            body: {code: 'code-mismatch', counted: false, ...this.fields(account)},
          };
        }
        return super.decide(account, attempt);
      }
    },
  },
  {
    fault: 'goes on counting after the lock',
    caughtBy: CASE.afterLock,
    Endpoint: class extends SmallEndpoint {
      protected override async decide(account: Account, attempt: Attempt): Promise<Answer> {
        if (this.isLocked(account)) this.count(account);
        return super.decide(account, attempt);
      }
    },
  },
  {
    fault: 'accepts a right code after the lock',
    caughtBy: CASE.rightAfterLock,
    Endpoint: class extends SmallEndpoint {
      protected override async decide(account: Account, attempt: Attempt): Promise<Answer> {
        const step = await this.matchedStep(account, attempt.code);
        if (step !== undefined) account.lockedAt = undefined;
        return step === undefined
          ? super.decide(account, attempt)
          : this.answerTo(account, attempt, step);
      }
    },
  },
  {
    fault: 'keeps the lock under the key of an attempt after it',
    caughtBy: CASE.afterLock,
    Endpoint: class extends SmallEndpoint {
      protected override isKept(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'says that a wrong code is not counted',
    caughtBy: CASE.press,
    Endpoint: class extends SmallEndpoint {
      protected override wrong(account: Account): Answer {
        return withBody(super.wrong(account), {counted: false});
      }
    },
  },
  {
    fault: 'says that a wrong code is counted, and counts nothing',
    caughtBy: CASE.press,
    Endpoint: class extends SmallEndpoint {
      protected override count(): void {}
    },
  },
  {
    fault: 'keeps the failures after a success',
    caughtBy: CASE.clears,
    Endpoint: class extends SmallEndpoint {
      protected override clear(): void {}
    },
  },
  {
    fault: 'says that a success clears the failures, and keeps them',
    caughtBy: CASE.clears,
    Endpoint: class extends SmallEndpoint {
      protected override verified(account: Account, attempt: Attempt, step: number): Answer {
        const {failures} = account;
        const answer = super.verified(account, attempt, step);
        account.failures = failures;
        return answer;
      }
    },
  },
];
