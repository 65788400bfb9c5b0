/**
 * Runs a verification: holds its state, and does what each state calls for — send, ask by key, wait
 * — until it leaves the state or the element leaves the page.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  INITIAL,
  isOpen,
  takesCode,
  type Attempt,
  type AttemptEvent,
  type Obstacle,
  type Standing,
} from '../../core/state.ts';
import type {Code} from '../../core/code.ts';
import type {Answer, Status} from '../../core/contract.ts';
import {next} from '../../core/transition.ts';
import {ServerClock} from '../../core/server-clock.ts';
import {newAttemptKey} from '../../transport/idempotency-key.ts';
import {changeBetween, type Check} from '../../transport/verification-context.ts';
import {Courier, type Errand} from '../../transport/attempt-runner.ts';
import {BROWSER, childOf, type Environment} from '../../transport/platform.ts';
import type {Reply} from '../../transport/endpoint-client.ts';
import {checkName} from '../../transport/pending-keys.ts';
import type {Return} from '../page-lifecycle-controller.ts';
import {StatusQuestion} from './status-query.ts';
import {UsedCode} from './code-reuse.ts';

/** Told after each change of state, once the new state is in force. */
export type OnChange = (after: Attempt, before: Attempt, event: AttemptEvent) => void;

/** What the state and the connection have begun ends with them: nothing is left behind. */
const ENDED = AbortSignal.abort();

/** See the file's head. */
export class Verification implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: OnChange;
  readonly #environment: Environment;
  readonly #serverClock: ServerClock;
  readonly #status: StatusQuestion;
  readonly #courier: Courier;
  #attempt: Attempt = INITIAL;
  readonly #used = new UsedCode();
  #check: Check | undefined;
  #errand: Errand | undefined;
  /** Counts what makes old news of everything that was asked before. */
  #epoch = 0;
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
    this.#status = new StatusQuestion(environment);
    this.#courier = new Courier(environment, {
      happen: (event) => this.#happen(event),
      hear: (said, at) => this.#hear(said, at),
    });
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
  submit(check: Check, code: Code): void {
    if (!takesCode(this.#attempt) || this.#connection.signal.aborted) return;
    const key = newAttemptKey();
    this.#errand = {check, key, request: {v: 1, code, ...check.asked}};
    this.#epoch++;
    if (check.endpoint.hasKeys) this.#environment.keys.keep(checkName(check), key);
    this.#happen({type: 'submitted', key});
  }

  /** Asks once more what became of an undecided attempt. */
  ask(): void {
    this.#happen({type: 'asked'});
  }

  /** Starts anew; a lock, and what is not settled yet, stay. */
  reset(): void {
    this.#happen({type: 'reset', nextCode: this.#used.nextCode(this.now())});
  }

  /** Takes over how things stand from attributes that the site's server has rendered. */
  inform(standing: Standing): void {
    this.#happen({type: 'informed', standing});
  }

  /**
   * Follows what the page wants verified. What is under way for another check or another trainee is
   * shown no more; its key is kept, for when the page comes back to it.
   */
  follow(check: Check): void {
    const before = this.#check;
    this.#check = check;
    const change = before && changeBetween(before, check);
    if (change === 'trainee' || change === 'check') {
      this.#epoch++;
      this.#errand = undefined;
      this.#happen({type: 'superseded', by: change, nextCode: this.#used.nextCode(this.now())});
    }
    if (!before || change) this.#begin();
  }

  /** The trainee is back at the page. */
  resume({by, hasSlept}: Return): void {
    if (hasSlept) this.#serverClock.forget();
    const attempt = this.#attempt;
    if (by === 'network') this.#happen({type: 'reconnected'});
    if (by === 'history' && attempt.is === 'verified') {
      // Success of long ago is shown only where the endpoint can be asked for it (F31).
      if (this.#errand?.check.endpoint.hasKeys) {
        this.#happen({type: 'recalled', key: this.#errand.key});
      } else {
        this.reset();
      }
    } else if (by === 'history' && isOpen(attempt)) {
      this.#happen({type: 'lost', key: attempt.key, doubt: 'network'});
    } else if (by !== 'focus' && attempt.is === 'undecided') {
      this.#happen({type: 'asked', unbidden: true});
    }
    const isWorthAsking = by !== 'focus' || hasSlept;
    if (attempt.is === 'locked' || (isWorthAsking && this.#check?.statusUrl)) {
      void this.askStatus();
    }
  }

  /** Asks now how things stand. */
  async askStatus(): Promise<void> {
    const check = this.#check;
    const {signal} = this.#connection;
    if (!check || signal.aborted) return;
    const epoch = this.#epoch;
    const onReply = (reply: Reply<Status>): void => {
      if (reply.is !== 'said') return;
      this.#hear(reply.said, reply.at);
      // What was said before an attempt, or of another trainee, is no news after it.
      if (epoch === this.#epoch) this.inform(reply.said);
    };
    await this.#status.ask({check, signal, onReply});
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
    this.#begin();
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#release();
  }

  /** At the start, and wherever the page begins to want something else. */
  #begin(): void {
    if (!this.#check || this.#connection.signal.aborted) return;
    const check = this.#check;
    if (check.statusUrl) void this.askStatus();
    const {keys} = this.#environment;
    const key = check.endpoint.hasKeys ? keys.find(checkName(check)) : undefined;
    if (key === undefined || this.#attempt.is !== 'ready') return;
    this.#errand = {check, key, request: undefined};
    this.#epoch++;
    this.#happen({type: 'recalled', key});
  }

  #happen(event: AttemptEvent): void {
    const before = this.#attempt;
    const after = next(before, event);
    if (after === before) return;
    this.#attempt = after;
    if (after.is === 'verified') this.#used.note(this.now(), this.stepEndsAt);
    this.#stay.abort();
    if (!isOpen(after) && after.is !== 'undecided') this.#decided();
    this.#host.requestUpdate();
    this.#onChange(after, before, event);
    // A listener of the page may have moved things on already.
    if (this.#attempt !== after) return;
    this.#enter(after);
    if (!isOpen(after)) this.#release();
  }

  /** The code and the key are not kept for longer than they can still be needed. */
  #decided(): void {
    if (!this.#errand) return;
    this.#environment.keys.forget(checkName(this.#errand.check));
    this.#errand = {...this.#errand, request: undefined};
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve(this.#attempt);
  }

  #enter(attempt: Attempt): void {
    this.#stay = childOf(this.#connection.signal);
    const {signal} = this.#stay;
    if (signal.aborted) return;
    if (attempt.is === 'waiting') void this.#countDown(attempt.until, signal);
    if (isOpen(attempt) && this.#errand) void this.#courier.carry(attempt, this.#errand, signal);
  }

  /** Sets the endpoint's clock by whatever it says, on whichever occasion. */
  #hear(said: Answer | Status, at: number): void {
    this.#serverClock.set(said, at);
    this.#host.requestUpdate();
  }

  async #countDown(until: number, signal: AbortSignal): Promise<void> {
    const {now, pause} = this.#environment;
    while (!signal.aborted && now() < until) {
      await pause(Math.min(1000, until - now()), signal);
      this.#host.requestUpdate();
    }
    if (!signal.aborted) this.#happen({type: 'waited'});
  }
}
