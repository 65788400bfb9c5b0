/** Endpoints that mix up keys or trainees. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer, Attempt, StoredAttempt} from '../small-rules.ts';
import {CASE, ReadsBeforeItWrites, type EndpointMutant} from './mutant.ts';

/** Idempotency, and whose attempt it is. */
export const KEYS: readonly EndpointMutant[] = [
  {
    fault: 'ignores the key',
    caughtBy: CASE.sameKey,
    Endpoint: class extends SmallEndpoint {
      protected override attemptsOf(): Map<string, StoredAttempt> {
        return new Map();
      }
    },
  },
  {
    fault: 'decides parallel requests of one key twice',
    caughtBy: CASE.parallelKey,
    Endpoint: class extends ReadsBeforeItWrites {},
  },
  {
    fault: 'shares keys between trainees',
    caughtBy: CASE.keyOwner,
    Endpoint: class extends SmallEndpoint {
      readonly #attempts = new Map<string, StoredAttempt>();
      protected override attemptsOf(): Map<string, StoredAttempt> {
        return this.#attempts;
      }
    },
  },
  {
    fault: 'binds a key to the code alone',
    caughtBy: CASE.otherBody,
    Endpoint: class extends SmallEndpoint {
      protected override fingerprint({code}: Attempt): string {
        return code;
      }
    },
  },
  {
    fault: 'takes the code for the key',
    caughtBy: CASE.press,
    Endpoint: class extends SmallEndpoint {
      protected override decideOnce(account: Account, attempt: Attempt): Promise<Answer> {
        return super.decideOnce(account, {...attempt, key: attempt.code});
      }
    },
  },
  {
    fault: 'gives the first answer to any other code with its key',
    caughtBy: CASE.otherBody,
    Endpoint: class extends SmallEndpoint {
      protected override fingerprint(): string {
        return '';
      }
    },
  },
  {
    fault: 'keeps a refusal under its key',
    caughtBy: CASE.press,
    Endpoint: class extends SmallEndpoint {
      readonly #refused = new Set<string>();
      protected override refusal(code: string, status: number): Answer {
        if (code === 'invalid-request' && this.#key !== '') this.#refused.add(this.#key);
        return super.refusal(code, status);
      }
      protected override parseKey(header: string | null): string | undefined {
        const key = super.parseKey(header);
        this.#key = key ?? '';
        return key;
      }
      #key = '';
      protected override async decideOnce(account: Account, attempt: Attempt): Promise<Answer> {
        return this.#refused.has(attempt.key)
          ? this.refusal('key-reused', 422)
          : super.decideOnce(account, attempt);
      }
    },
  },
  {
    fault: 'does not say that an answer is replayed',
    caughtBy: CASE.sameKey,
    Endpoint: class extends SmallEndpoint {
      protected override async decideOnce(account: Account, attempt: Attempt): Promise<Answer> {
        const {status, body} = await super.decideOnce(account, attempt);
        return {status, body};
      }
    },
  },
  {
    fault: 'finds an outcome for a key that was never used',
    caughtBy: CASE.unknownKey,
    Endpoint: class extends SmallEndpoint {
      protected override outcome(account: Account, key: string): Answer {
        const found = this.attemptsOf(account).get(key)?.answer;
        return found ?? this.expired(account);
      }
    },
  },
  {
    fault: 'takes the trainee from the body',
    caughtBy: CASE.subject,
    Endpoint: class extends SmallEndpoint {
      protected override accountOf(
        account: Account,
        body: Readonly<Record<string, unknown>> | undefined,
      ): Account {
        return this.accounts.get(String(body?.['userId'])) ?? account;
      }
    },
  },
  {
    fault: 'takes the trainee from the URL',
    caughtBy: CASE.subject,
    Endpoint: class extends SmallEndpoint {
      protected override async route(request: Request): Promise<Answer> {
        const account = this.accounts.get(new URL(request.url).searchParams.get('userId') ?? '');
        const isSignedIn = request.headers.has('Cookie');
        return account && isSignedIn ? this.status(account) : super.route(request);
      }
    },
  },
];
