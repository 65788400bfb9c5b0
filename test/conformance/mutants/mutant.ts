/** What a mutant of the small endpoint is: one rule broken, and the case of the kit that must name it. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer, AnswerBody, Attempt} from '../small-rules.ts';

/** A wrong endpoint. */
export interface EndpointMutant {
  /** What is wrong, as a sentence without its subject: the endpoint. */
  readonly fault: string;
  /** The name of the case that catches it. */
  readonly caughtBy: string;
  readonly Endpoint: new (now: () => number) => SmallEndpoint;
}

/** The names of the cases that catch mutants. */
export const CASE = {
  press: 'each press with a wrong code is counted once',
  sameKey: 'the same key gets the same answer, and is counted once',
  parallelKey: 'parallel requests of one key are decided once',
  otherBody: 'a used key with another code or unit is refused',
  keyOwner: 'a key belongs to one trainee',
  subject: 'the trainee is the session’s, whatever the request names',
  expired: 'a code of two to ten steps back has expired, and is not counted',
  success: 'the code of the app is verified, once for parallel requests of one key',
  clears: 'a success sets the failures to 0',
  once: 'a code is accepted once',
  future: 'a code of the future is wrong',
  eleven: 'a code of eleven steps back is wrong',
  usedLater: 'a used code is not accepted in the next step either',
  stepBefore: 'the code of the step before is accepted once, if at all',
  guess: 'a receipt can’t be guessed',
  receiptOwner: 'a receipt is only for its trainee and its occasion',
  receiptSite: 'a receipt is only for its site',
  receiptOnce: 'a receipt is redeemed once',
  servers: 'a stranger can’t use the routes for servers',
  ticket: 'a ticket is for one occasion, until the site revokes it',
  early: 'fewer than five wrong codes lock nobody',
  fifth: 'the fifth wrong code locks, and neither the fourth nor the sixth',
  afterLock: 'a wrong code after the lock is not evaluated',
  rightAfterLock: 'a right code after the lock is not accepted',
  race: 'parallel wrong codes are counted exactly, and lock at the fifth',
  registered: 'nothing tells a stranger who is registered',
  signedOut: 'a trainee who is not signed in is refused',
  origin: 'a page of another origin is refused',
  nullOrigin: 'a page without an origin of its own (Origin: null) is refused',
  ownOrigin: 'the site’s own page is not refused for its origin',
  csrf: 'an attempt without the page’s CSRF token is refused',
  cors: 'no answer lets a foreign page read it',
  get: 'a GET evaluates and counts nothing',
  method: 'any other method is refused',
  digits: 'a code that is not exactly six ASCII digits is refused, and not trimmed',
  occasion: 'an occasion that the contract does not have is refused',
  unit: 'a unit that is not a whole number from 1 to 9999 is refused',
  body: 'a body that is not an attempt of the contract is refused',
  large: 'a body of more than 1 KiB is refused',
  type: 'a content type other than JSON is refused',
  key: 'an attempt without a valid key is refused',
  pair: 'every answer has a code of the contract, with its status',
  fields: 'every answer has its fields, each as in the schemas',
  headers: 'every answer is JSON, or a problem, and is neither stored nor sniffed',
  clock: 'the server’s clock is right to 5 s',
  unknownKey: 'an unused key is unknown',
} as const;

/** Lets other requests come between, as the time of a database does. */
export async function letOthersIn(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Keeps an account's earlier failures while another request counts: reads, waits, writes. */
export class ReadsBeforeItWrites extends SmallEndpoint {
  protected override async decide(account: Account, attempt: Attempt): Promise<Answer> {
    if (this.isLocked(account)) return this.locked(account, false);
    const step = await this.matchedStep(account, attempt.code);
    await letOthersIn();
    return this.answerTo(account, attempt, step);
  }
}

/** Answers with other fields. */
export function withBody(answer: Answer, more: Partial<AnswerBody>): Answer {
  return {...answer, body: {...answer.body, ...more}};
}
