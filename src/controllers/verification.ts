/**
 * Runs a verification: holds its state, and does what each state calls for — send, ask by key, wait
 * — until it leaves the state or the element leaves the page.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  INITIAL,
  isOpen,
  next,
  takesCode,
  type Attempt,
  type AttemptEvent,
  type NoCode,
  type Standing,
} from '../core/attempt.ts';
import type {Answer, AttemptKey, AttemptRequest} from '../core/contract.ts';
import {newAttemptKey} from '../transport/attempt-key.ts';
import {
  askAttempt,
  askStatus,
  postAttempt,
  type Endpoint,
  type Reply,
} from '../transport/exchange.ts';

/** What one attempt sends and where: taken when 인증하기 is pressed, and kept until it is decided. */
export interface Submission {
  readonly endpoint: Endpoint;
  readonly request: AttemptRequest;
}

/** Where to ask how things stand. */
export interface StatusSource {
  readonly endpoint: Endpoint;
  readonly url: URL;
}

/** Told after each change of state, once the new state is in force. */
export type OnChange = (after: Attempt, before: Attempt, event: AttemptEvent) => void;

/** The pauses before each time that the endpoint is asked by key, in ms. */
const ASKING_MS = [500, 1000, 2000, 4000] as const;

/** See the file's head. */
export class Verification implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: OnChange;
  #attempt: Attempt = INITIAL;
  #submission: Submission | undefined;
  #statusSource: StatusSource | undefined;
  /** Ends what the present state has begun. */
  #stay = new AbortController();
  /** Those who wait for the outcome of the request that is under way. */
  #waiting: ((attempt: Attempt) => void)[] = [];

  constructor(host: ReactiveControllerHost, onChange: OnChange) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The state in force. */
  get attempt(): Attempt {
    return this.#attempt;
  }

  /** The clock on which `waiting` ends, in ms. It only goes forward, whatever is done to the date. */
  now(): number {
    return performance.now();
  }

  /** Says beside the field why nothing was sent. */
  refuse(reading: NoCode): void {
    this.#happen({type: 'refused', reading});
  }

  /** Sends one attempt under a new key; while another is under way, does nothing. */
  submit(submission: Submission): void {
    if (!takesCode(this.#attempt)) return;
    this.#submission = submission;
    this.#happen({type: 'submitted', key: newAttemptKey()});
  }

  /** Asks once more what became of an undecided attempt. */
  ask(): void {
    this.#happen({type: 'asked'});
  }

  /** Starts anew; a lock stays. */
  reset(): void {
    this.#happen({type: 'reset'});
  }

  /** Takes over how things stand from attributes that the site's server has rendered. */
  inform(standing: Standing): void {
    this.#happen({type: 'informed', standing});
  }

  /** Where to ask for a lock now and, while locked, each time that the trainee comes back. */
  followStatus(source: StatusSource | undefined): void {
    this.#statusSource = source;
    void this.#askStatus(this.#stay.signal);
  }

  /** The state once nothing is under way any more. */
  settled(): Promise<Attempt> {
    if (!isOpen(this.#attempt)) return Promise.resolve(this.#attempt);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  hostConnected(): void {
    this.#stay = new AbortController();
    // Removed in mid-request and back again: whether that was counted must be asked, never guessed.
    if (isOpen(this.#attempt)) {
      this.#happen({type: 'lost', key: this.#attempt.key, doubt: 'network'});
    } else {
      this.#enter(this.#attempt);
    }
  }

  hostDisconnected(): void {
    this.#stay.abort();
  }

  #happen(event: AttemptEvent): void {
    const before = this.#attempt;
    const after = next(before, event);
    if (after === before) return;
    this.#attempt = after;
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#host.requestUpdate();
    this.#onChange(after, before, event);
    // A listener of the page may have moved things on already.
    if (this.#attempt !== after) return;
    this.#enter(after);
    if (isOpen(after)) return;
    // The code is not kept in memory for longer than it can still be needed.
    if (after.is !== 'undecided') this.#submission = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve(after);
  }

  #enter(attempt: Attempt): void {
    const {signal} = this.#stay;
    switch (attempt.is) {
      case 'sending':
        void this.#send(attempt.key, signal);
        break;
      case 'checking':
        void this.#askUntilKnown(attempt.key, signal);
        break;
      case 'waiting':
        void this.#countDown(attempt.until, signal);
        break;
      case 'locked':
        this.#askOnReturn(signal);
        break;
      default:
    }
  }

  async #send(key: AttemptKey, signal: AbortSignal): Promise<void> {
    if (!this.#submission) return;
    const {endpoint, request} = this.#submission;
    this.#settle(key, await postAttempt(endpoint, key, request, signal));
  }

  async #askUntilKnown(key: AttemptKey, signal: AbortSignal): Promise<void> {
    if (!this.#submission) return;
    for (const ms of ASKING_MS) {
      await pause(jittered(ms), signal);
      const reply = await askAttempt(this.#submission.endpoint, key, signal);
      if (reply.is === 'abandoned') return;
      const unfinished = reply.is === 'said' && reply.said.code === 'in-progress';
      if (!unfinished && (reply.is === 'said' || reply.is === 'turned-away')) {
        this.#settle(key, reply);
        return;
      }
    }
    this.#happen({type: 'gave-up', key});
  }

  #settle(key: AttemptKey, reply: Reply<Answer>): void {
    switch (reply.is) {
      case 'said':
        this.#happen({type: 'answered', key, answer: reply.said, at: this.now()});
        break;
      case 'unsure':
        this.#happen({type: 'lost', key, doubt: reply.doubt});
        break;
      case 'turned-away':
        this.#happen({type: 'turned-away', key});
        break;
      case 'offline':
        this.#happen({type: 'found-offline', key});
        break;
      case 'abandoned':
    }
  }

  async #countDown(until: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.now() < until) {
      await pause(Math.min(1000, until - this.now()), signal);
      this.#host.requestUpdate();
    }
    if (!signal.aborted) this.#happen({type: 'waited'});
  }

  /** The trainee who went to verify by phone comes back to this page: ask whether that unlocked. */
  #askOnReturn(signal: AbortSignal): void {
    const ask = (): void => void this.#askStatus(signal);
    window.addEventListener('focus', ask, {signal});
    window.addEventListener('pageshow', ask, {signal});
    document.addEventListener('visibilitychange', ask, {signal});
  }

  async #askStatus(signal: AbortSignal): Promise<void> {
    if (!this.#statusSource || signal.aborted || document.visibilityState === 'hidden') return;
    const {endpoint, url} = this.#statusSource;
    const reply = await askStatus(endpoint, url, signal);
    if (reply.is === 'said') this.inform(reply.said);
  }
}

/** ±20 %, so that a hall full of trainees doesn't ask in step after an outage. */
function jittered(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}

/** Resolves after `ms`, or at once when the signal aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
