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
  type Obstacle,
  type Standing,
} from '../core/attempt.ts';
import type {Answer, AttemptKey, AttemptRequest, Status} from '../core/contract.ts';
import {ServerClock} from '../core/server-clock.ts';
import {newAttemptKey} from '../transport/attempt-key.ts';
import {BROWSER, childOf, type Environment} from '../transport/environment.ts';
import {Exchange, type Endpoint, type Reply} from '../transport/exchange.ts';

/** What one attempt sends and where: taken when 인증하기 is pressed, and kept until it is decided. */
export interface Submission {
  readonly endpoint: Endpoint;
  readonly request: AttemptRequest;
}

/** Where to ask how things stand. */
export interface StatusSource {
  readonly endpoint: Endpoint;
  /** Where the site says so; otherwise the contract's place, which is asked only while locked. */
  readonly url: URL | undefined;
}

/** Told after each change of state, once the new state is in force. */
export type OnChange = (after: Attempt, before: Attempt, event: AttemptEvent) => void;

/** For how long a used code may still be what the phone shows, in ms (manual: 60초). */
const CODE_LIFE_MS = 60_000;

/** The pauses before each time that the endpoint is asked by key, in ms. */
const PAUSES_MS = [500, 1000, 2000, 4000] as const;

/** After so long, in ms, asking is left to the trainee. */
const ASKING_MS = 15_000;

/** What the state and the connection have begun ends with them: nothing is left behind. */
const ENDED = AbortSignal.abort();

/** See the file's head. */
export class Verification implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: OnChange;
  readonly #environment: Environment;
  readonly #serverClock: ServerClock;
  #attempt: Attempt = INITIAL;
  /** When a code was last accepted, and when the phone shows the next, in ms of {@link now}. */
  #used: {readonly at: number; readonly nextCodeAt: number | undefined} = {
    at: Number.NEGATIVE_INFINITY,
    nextCodeAt: undefined,
  };
  #submission: Submission | undefined;
  /** How many there have been. */
  #submissions = 0;
  #statusSource: StatusSource | undefined;
  /** Lasts while the element is in a page. */
  #connection = childOf(ENDED);
  /** Lasts while the present state is in force. */
  #stay = childOf(ENDED);
  /** Those who wait for the outcome of the request that is under way. */
  #waiting: ((attempt: Attempt) => void)[] = [];

  constructor(host: ReactiveControllerHost, onChange: OnChange, environment = BROWSER) {
    this.#host = host;
    this.#onChange = onChange;
    this.#environment = environment;
    this.#serverClock = new ServerClock(environment.now);
    host.addController(this);
  }

  /** The state in force. */
  get attempt(): Attempt {
    return this.#attempt;
  }

  /** The clock on which `waiting` and a step end, in ms. */
  now(): number {
    return this.#environment.now();
  }

  /** The endpoint's time in ms since the epoch, where one of its answers has said it. */
  serverNow(): number | undefined {
    return this.#serverClock.now();
  }

  /** When the phone shows its next code, in ms of {@link now}; only where the endpoint says so. */
  get stepEndsAt(): number | undefined {
    return this.#serverClock.stepEndsAt;
  }

  /** How long a step of the phone is, in ms; only where the endpoint says so. */
  get stepLengthMs(): number | undefined {
    return this.#serverClock.stepLengthMs;
  }

  /** Says beside the field why nothing was sent, or not taken into it. */
  refuse(why: Obstacle): void {
    this.#happen({type: 'refused', why});
  }

  /** The trainee goes on typing: what was said about that is settled. */
  edit(): void {
    this.#happen({type: 'edited'});
  }

  /** Sends one attempt under a new key; does nothing where the state or the page takes none. */
  submit(submission: Submission): void {
    if (!takesCode(this.#attempt) || this.#connection.signal.aborted) return;
    this.#submission = submission;
    this.#submissions++;
    this.#happen({type: 'submitted', key: newAttemptKey()});
  }

  /** Asks once more what became of an undecided attempt. */
  ask(): void {
    this.#happen({type: 'asked'});
  }

  /** Starts anew; a lock, and what is not settled yet, stay. */
  reset(): void {
    const {at, nextCodeAt} = this.#used;
    const now = this.now();
    // O5: a check right after another needs a new code; long after, the phone shows one anyway.
    const isSoon = now < (nextCodeAt ?? at + CODE_LIFE_MS);
    this.#happen({type: 'reset', nextCode: isSoon ? {until: nextCodeAt} : undefined});
  }

  /** Takes over how things stand from attributes that the site's server has rendered. */
  inform(standing: Standing): void {
    this.#happen({type: 'informed', standing});
  }

  /** Where to ask for a lock: at the start where the site says so, and while locked. */
  followStatus(source: StatusSource): void {
    this.#statusSource = source;
    if (source.url) void this.askStatus();
  }

  /** Asks now how things stand. */
  async askStatus(): Promise<void> {
    const {signal} = this.#connection;
    if (!this.#statusSource || signal.aborted) return;
    const {endpoint, url} = this.#statusSource;
    const submissions = this.#submissions;
    const reply = this.#heard(
      await new Exchange(endpoint, this.#environment, signal).askStatus(url),
    );
    // What was said before an attempt is no news after it.
    if (reply.is === 'said' && submissions === this.#submissions) this.inform(reply.said);
  }

  /** The state once nothing is under way any more, or the element has left the page. */
  settled(): Promise<Attempt> {
    if (!isOpen(this.#attempt)) return Promise.resolve(this.#attempt);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    // Removed in mid-request and back again: whether that was counted must be asked, never guessed.
    if (isOpen(this.#attempt)) {
      this.#happen({type: 'lost', key: this.#attempt.key, doubt: 'network'});
    } else {
      this.#enter(this.#attempt);
    }
    if (this.#statusSource?.url) void this.askStatus();
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#release();
  }

  #happen(event: AttemptEvent): void {
    const before = this.#attempt;
    const after = next(before, event);
    if (after === before) return;
    this.#attempt = after;
    if (after.is === 'verified') this.#used = {at: this.now(), nextCodeAt: this.stepEndsAt};
    this.#stay.abort();
    this.#host.requestUpdate();
    this.#onChange(after, before, event);
    // A listener of the page may have moved things on already.
    if (this.#attempt !== after) return;
    this.#enter(after);
    if (isOpen(after)) return;
    // The code is not kept in memory for longer than it can still be needed.
    if (after.is !== 'undecided') this.#submission = undefined;
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve(this.#attempt);
  }

  #enter(attempt: Attempt): void {
    this.#stay = childOf(this.#connection.signal);
    const {signal} = this.#stay;
    if (signal.aborted) return;
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
    const exchange = new Exchange(endpoint, this.#environment, signal);
    this.#settle(key, this.#heard(await exchange.post(key, request)));
  }

  async #askUntilKnown(key: AttemptKey, signal: AbortSignal): Promise<void> {
    if (!this.#submission) return;
    const {endpoint} = this.#submission;
    const {now, pause, random} = this.#environment;
    const end = now() + ASKING_MS;
    for (const pauseMs of PAUSES_MS) {
      // ±20 %, so that a hall full of trainees doesn't ask in step after an outage.
      const ms = pauseMs * (0.8 + 0.4 * random());
      if (now() + ms >= end) break;
      await pause(ms, signal);
      if (signal.aborted) return;
      const timeoutMs = Math.min(endpoint.timeoutMs, end - now());
      const exchange = new Exchange({...endpoint, timeoutMs}, this.#environment, signal);
      const reply = this.#heard(await exchange.ask(key));
      if (reply.is === 'said' || reply.is === 'turned-away') this.#settle(key, reply);
      if (signal.aborted) return;
    }
    this.#happen({type: 'gave-up', key});
  }

  /** Sets the endpoint's clock by whatever it says, on whichever occasion. */
  #heard<Said extends Answer | Status>(reply: Reply<Said>): Reply<Said> {
    if (reply.is === 'said') {
      this.#serverClock.set(reply.said, reply.at);
      this.#host.requestUpdate();
    }
    return reply;
  }

  #settle(key: AttemptKey, reply: Reply<Answer>): void {
    switch (reply.is) {
      case 'said':
        this.#happen({type: 'answered', key, answer: reply.said, at: reply.at});
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
    const {now, pause} = this.#environment;
    while (!signal.aborted && now() < until) {
      await pause(Math.min(1000, until - now()), signal);
      this.#host.requestUpdate();
    }
    if (!signal.aborted) this.#happen({type: 'waited'});
  }

  /** The trainee who went to verify by phone comes back to this page: ask whether that unlocked. */
  #askOnReturn(signal: AbortSignal): void {
    const ask = (): void => {
      if (document.visibilityState === 'visible') void this.askStatus();
    };
    window.addEventListener('focus', ask, {signal});
    window.addEventListener('pageshow', ask, {signal});
    document.addEventListener('visibilitychange', ask, {signal});
  }
}
