/**
 * Runs a verification: holds its state, and does what each state calls for — send, ask by key, wait
 * — until it leaves the state or the element leaves the page.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  INITIAL_STATE,
  isPending,
  canSubmit,
  type VerificationState,
  type VerificationEvent,
  type SubmitError,
  type AccountStatus,
} from '../../core/state.ts';
import type {Code} from '../../core/code.ts';
import type {AttemptResponse, StatusResponse} from '../../core/contract.ts';
import {transition} from '../../core/transition.ts';
import {ServerClock} from '../../core/server-clock.ts';
import {createIdempotencyKey} from '../../transport/idempotency-key.ts';
import {contextChange, type VerificationContext} from '../../transport/verification-context.ts';
import {AttemptRunner, type PendingAttempt} from '../../transport/attempt-runner.ts';
import {linkedAbortController} from '../../transport/abort.ts';
import {browserPlatform, type Platform} from '../../transport/platform.ts';
import type {EndpointResult} from '../../transport/endpoint-client.ts';
import {storageKeyFor} from '../../transport/pending-keys.ts';
import type {PageResume} from '../page-lifecycle-controller.ts';
import {StatusQuery} from './status-query.ts';
import {CodeReuse} from './code-reuse.ts';

/** Told after each change of state, once the new state is in force. */
export type OnChange = (
  after: VerificationState,
  before: VerificationState,
  event: VerificationEvent,
) => void;

/** What the state and the connection have begun ends with them: nothing is left behind. */
const ENDED = AbortSignal.abort();

/** See the file's head. */
export class VerificationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: OnChange;
  readonly #platform: Platform;
  readonly #serverClock: ServerClock;
  readonly #statusQuery: StatusQuery;
  readonly #runner: AttemptRunner;
  #state: VerificationState = INITIAL_STATE;
  readonly #codeReuse = new CodeReuse();
  #context: VerificationContext | undefined;
  #pending: PendingAttempt | undefined;
  /** Counts what makes old news of everything that was asked before. */
  #generation = 0;
  /** Lasts while the element is in a page. */
  #connection = linkedAbortController(ENDED);
  /** Lasts while the present state is in force. */
  #stateAbort = linkedAbortController(ENDED);
  /** Those who wait for the outcome of the request that is under way. */
  #settleResolvers: ((state: VerificationState) => void)[] = [];

  constructor(host: ReactiveControllerHost, onChange: OnChange, platform = browserPlatform) {
    this.#host = host;
    this.#onChange = onChange;
    this.#platform = platform;
    this.#serverClock = new ServerClock(platform.now);
    this.#statusQuery = new StatusQuery(platform);
    this.#runner = new AttemptRunner(platform, {
      onEvent: (event) => this.#dispatch(event),
      onResponse: (body, at) => this.#syncClock(body, at),
    });
    host.addController(this);
  }

  /** The state in force. */
  get state(): VerificationState {
    return this.#state;
  }

  /** The clock on which `waiting` and a step end, in ms. */
  now(): number {
    return this.#platform.now();
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
  reject(why: SubmitError): void {
    this.#dispatch({type: 'refused', error: why});
  }

  /** The trainee goes on typing: what was said about that is settled. */
  onEdit(): void {
    this.#dispatch({type: 'edited'});
  }

  /** Sends one attempt under a new key; does nothing where the state or the page takes none. */
  submit(context: VerificationContext, code: Code): void {
    if (!canSubmit(this.#state) || this.#connection.signal.aborted) return;
    const key = createIdempotencyKey();
    this.#pending = {context, key, request: {v: 1, code, ...context.requestContext}};
    this.#generation++;
    if (context.endpoint.hasIdempotencyKeys)
      this.#platform.pendingKeys.save(storageKeyFor(context), key);
    this.#dispatch({type: 'submitted', key});
  }

  /** Asks once more what became of an undecided attempt. */
  recheck(): void {
    this.#dispatch({type: 'recheck'});
  }

  /** Starts anew; a lock, and what is not settled yet, stay. */
  reset(): void {
    this.#dispatch({type: 'reset', nextCode: this.#codeReuse.nextCode(this.now())});
  }

  /** Takes over how things stand from attributes that the site's server has rendered. */
  applyStatus(accountStatus: AccountStatus): void {
    this.#dispatch({type: 'status-received', accountStatus});
  }

  /**
   * Follows what the page wants verified. What is under way for another check or another trainee is
   * shown no more; its key is kept, for when the page comes back to it.
   */
  setContext(context: VerificationContext): void {
    const before = this.#context;
    this.#context = context;
    const change = before && contextChange(before, context);
    if (change === 'trainee' || change === 'check') {
      this.#generation++;
      this.#pending = undefined;
      this.#dispatch({
        type: 'superseded',
        by: change,
        nextCode: this.#codeReuse.nextCode(this.now()),
      });
    }
    if (!before || change) this.#restorePending();
  }

  /** The trainee is back at the page. */
  onPageResume({cause, hasSlept}: PageResume): void {
    if (hasSlept) this.#serverClock.reset();
    const state = this.#state;
    if (cause === 'network') this.#dispatch({type: 'reconnected'});
    if (cause === 'history' && state.status === 'verified') {
      // Success of long ago is shown only where the endpoint can be asked for it (F31).
      if (this.#pending?.context.endpoint.hasIdempotencyKeys) {
        this.#dispatch({type: 'restored', key: this.#pending.key});
      } else {
        this.reset();
      }
    } else if (cause === 'history' && isPending(state)) {
      this.#dispatch({type: 'lost', key: state.key, reason: 'network'});
    } else if (cause !== 'focus' && state.status === 'unknown') {
      this.#dispatch({type: 'recheck', isAutomatic: true});
    }
    const isWorthAsking = cause !== 'focus' || hasSlept;
    if (state.status === 'locked' || (isWorthAsking && this.#context?.statusUrl)) {
      void this.queryStatus();
    }
  }

  /** Asks now how things stand. */
  async queryStatus(): Promise<void> {
    const context = this.#context;
    const {signal} = this.#connection;
    if (!context || signal.aborted) return;
    const epoch = this.#generation;
    const onReply = (result: EndpointResult<StatusResponse>): void => {
      if (result.kind !== 'ok') return;
      this.#syncClock(result.response, result.at);
      // What was said before an attempt, or of another trainee, is no news after it.
      if (epoch === this.#generation) this.applyStatus(result.response);
    };
    await this.#statusQuery.ask({context, signal, onReply});
  }

  /** The state once nothing is under way any more, or the element has left the page. */
  whenSettled(): Promise<VerificationState> {
    if (!isPending(this.#state)) return Promise.resolve(this.#state);
    return new Promise((resolve) => this.#settleResolvers.push(resolve));
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    // Removed in mid-request and back again: whether that was counted must be asked, never guessed.
    if (isPending(this.#state)) {
      this.#dispatch({type: 'lost', key: this.#state.key, reason: 'network'});
    } else {
      this.#runEffects(this.#state);
    }
    this.#restorePending();
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#resolveSettled();
  }

  /** At the start, and wherever the page begins to want something else. */
  #restorePending(): void {
    if (!this.#context || this.#connection.signal.aborted) return;
    const context = this.#context;
    if (context.statusUrl) void this.queryStatus();
    const {pendingKeys} = this.#platform;
    const key = context.endpoint.hasIdempotencyKeys
      ? pendingKeys.load(storageKeyFor(context))
      : undefined;
    if (key === undefined || this.#state.status !== 'ready') return;
    this.#pending = {context, key, request: undefined};
    this.#generation++;
    this.#dispatch({type: 'restored', key});
  }

  #dispatch(event: VerificationEvent): void {
    const before = this.#state;
    const after = transition(before, event);
    if (after === before) return;
    this.#state = after;
    if (after.status === 'verified') this.#codeReuse.record(this.now(), this.stepEndsAt);
    this.#stateAbort.abort();
    if (!isPending(after) && after.status !== 'unknown') this.#forgetPending();
    this.#host.requestUpdate();
    this.#onChange(after, before, event);
    // A listener of the page may have moved things on already.
    if (this.#state !== after) return;
    this.#runEffects(after);
    if (!isPending(after)) this.#resolveSettled();
  }

  /** The code and the key are not kept for longer than they can still be needed. */
  #forgetPending(): void {
    if (!this.#pending) return;
    this.#platform.pendingKeys.clear(storageKeyFor(this.#pending.context));
    this.#pending = {...this.#pending, request: undefined};
  }

  #resolveSettled(): void {
    for (const resolve of this.#settleResolvers.splice(0)) resolve(this.#state);
  }

  #runEffects(state: VerificationState): void {
    this.#stateAbort = linkedAbortController(this.#connection.signal);
    const {signal} = this.#stateAbort;
    if (signal.aborted) return;
    if (state.status === 'rate-limited') void this.#countDown(state.until, signal);
    if (isPending(state) && this.#pending) void this.#runner.run(state, this.#pending, signal);
  }

  /** Sets the endpoint's clock by whatever it says, on whichever occasion. */
  #syncClock(body: AttemptResponse | StatusResponse, at: number): void {
    this.#serverClock.sync(body, at);
    this.#host.requestUpdate();
  }

  async #countDown(until: number, signal: AbortSignal): Promise<void> {
    const {now, delay} = this.#platform;
    while (!signal.aborted && now() < until) {
      await delay(Math.min(1000, until - now()), signal);
      this.#host.requestUpdate();
    }
    if (!signal.aborted) this.#dispatch({type: 'wait-ended'});
  }
}
