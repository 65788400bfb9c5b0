/** The verification: its state, and the effects of each state. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {INITIAL_STATE, awaitsRegistration, isPending} from '../../core/state.ts';
import type {AccountStatus, SubmitError} from '../../core/state.ts';
import type {VerificationEvent, VerificationState} from '../../core/state.ts';
import type {Code} from '../../core/code.ts';
import type {StatusResponse} from '../../core/contract.ts';
import {msToNextSecond} from '../../core/time.ts';
import {transition} from '../../core/transition.ts';
import {ServerClock} from '../../core/server-clock.ts';
import {contextChange, storageKeyFor} from '../../transport/verification-context.ts';
import type {VerificationContext} from '../../transport/verification-context.ts';
import {AttemptRunner, createAttempt, type PendingAttempt} from '../../transport/attempt-runner.ts';
import {logFailure} from '../../transport/log-failure.ts';
import {browserPlatform, type Platform} from '../../transport/platform.ts';
import type {EndpointResult} from '../../transport/endpoint-client.ts';
import type {PageResume} from '../page-lifecycle-controller.ts';
import type {TimeStep} from '../time-step-controller.ts';
import {tick} from '../tick.ts';
import {awaitRegistration} from './await-registration.ts';
import {StatusQuery} from './status-query.ts';
import {CodeReuse} from './code-reuse.ts';
import type {StateChangeListener} from './state-change.ts';

/**
 * Holds the state of the verification and runs its effects: send, poll, wait. Owns the pending attempt
 * and the endpoint's clock. Does not own the rules ({@link transition}) or the views. Every effect ends
 * with its state or when the element is disconnected.
 */
export class VerificationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: StateChangeListener;
  readonly #platform: Platform;
  readonly #serverClock = new ServerClock();
  readonly #statusQuery: StatusQuery;
  readonly #runner: AttemptRunner;
  #state: VerificationState = INITIAL_STATE;
  readonly #codeReuse = new CodeReuse();
  #context: VerificationContext | undefined;
  #pending: PendingAttempt | undefined;
  /** Incremented on submit or context change; older responses are ignored. */
  #generation = 0;
  #isConnected = false;
  /** Whether a request is pending. */
  #isPending = false;
  /** Whether the trainee has to register in the app first. */
  #awaitsRegistration = false;
  /** Aborts status queries when the element is disconnected. */
  #connection = new AbortController();
  /** Aborts the effects of a state when it changes, or when the element is disconnected. */
  #effects = new AbortController();
  /** Resolve when the pending request has its outcome. */
  #settleResolvers: ((state: VerificationState) => void)[] = [];

  constructor(
    host: ReactiveControllerHost,
    onChange: StateChangeListener,
    platform = browserPlatform,
  ) {
    this.#host = host;
    this.#onChange = onChange;
    this.#platform = platform;
    this.#statusQuery = new StatusQuery(platform);
    this.#runner = new AttemptRunner(platform, (event) => this.#dispatch(event));
    host.addController(this);
  }

  get state(): VerificationState {
    return this.#state;
  }

  /** Returns the time of the monotonic clock, in ms, that the states refer to. */
  now(): number {
    return this.#platform.now();
  }

  /** Returns the endpoint's time, in ms since the epoch, if it has sent it. */
  serverNow(): number | undefined {
    return this.#serverClock.timeAt(this.now());
  }

  /** The phone's time step, while a code can be typed and if the endpoint says when the step ends. */
  get timeStep(): TimeStep | undefined {
    const now = this.now();
    const endsAt = this.#serverClock.stepEndsAt(now);
    const lengthMs = this.#serverClock.stepLengthMs;
    if (endsAt === undefined || lengthMs === undefined) return undefined;
    return this.#state.status === 'ready' ? {endsAt, lengthMs, now} : undefined;
  }

  /** Shows why nothing was sent, or why a text was not inserted into the field. */
  reject(error: SubmitError): void {
    this.#dispatch({type: 'refused', error});
  }

  /** Clears the message about the text that the trainee is now correcting. */
  onEdit(): void {
    this.#dispatch({type: 'edited'});
  }

  /**
   * Sends one attempt under a new idempotency key, unless the state does not allow it. Resolves with the
   * state when no request is pending.
   */
  submit(context: VerificationContext, code: Code): Promise<VerificationState> {
    const settled = new Promise<VerificationState>((resolve) => {
      this.#settleResolvers.push(resolve);
    });
    if (this.#isConnected) {
      const attempt = createAttempt(context, code, this.#pending);
      this.#dispatch({type: 'submitted', key: attempt.key}, attempt);
    }
    if (!this.#isPending) this.#resolveSettled();
    return settled;
  }

  /** Polls again for the result of an attempt that is unknown. */
  recheck(): void {
    this.#dispatch({type: 'recheck'});
  }

  /** Returns to the start. A lock and a pending attempt stay. */
  reset(): void {
    this.#dispatch({type: 'reset', nextCode: this.#codeReuse.nextCode(this.now())});
  }

  /** Applies the account's status, from the endpoint or as the site's server has rendered it. */
  applyStatus(accountStatus: AccountStatus): void {
    this.#dispatch({type: 'status-received', accountStatus});
  }

  /**
   * Sets what is verified. A pending attempt for another context is no longer shown; its key is kept,
   * for when the page returns to it.
   */
  setContext(context: VerificationContext): void {
    const before = this.#context;
    this.#context = context;
    const change = before && contextChange(before, context);
    if (change === 'trainee' || change === 'check') {
      this.#generation++;
      this.#pending = undefined;
      const nextCode = this.#codeReuse.nextCode(this.now());
      this.#dispatch({type: 'superseded', by: change, nextCode});
    }
    // A page may give the trainee's name only after the endpoint.
    if (!before || change || storageKeyFor(before) !== storageKeyFor(context)) {
      this.#restorePending();
    }
  }

  /** Reacts to the trainee's return to the page. */
  onPageResume({cause, hasSlept}: PageResume): void {
    if (hasSlept) this.#serverClock.reset();
    const state = this.#state;
    if (cause === 'online') this.#dispatch({type: 'reconnected'});
    if (cause === 'bfcache' && state.status === 'verified') {
      // An old success is shown again only after the endpoint has confirmed it (F31).
      if (this.#pending?.context.endpoint.hasIdempotencyKeys) {
        this.#dispatch({type: 'restored', key: this.#pending.key});
      } else {
        this.reset();
      }
    } else if (cause === 'bfcache' && isPending(state)) {
      this.#dispatch({type: 'lost', key: state.key, reason: 'network'});
    } else if (cause !== 'focus' && state.status === 'unknown') {
      this.#dispatch({type: 'recheck', isAutomatic: true});
    }
    const canBeOutdated = cause !== 'focus' || hasSlept;
    const isWaiting = state.status === 'locked' || this.#awaitsRegistration;
    if (isWaiting || (canBeOutdated && this.#context?.statusUrl)) {
      void this.queryStatus();
    }
  }

  /**
   * Queries the account's status.
   *
   * @param isAutomatic whether nobody waits for the answer, so that only a change is shown
   */
  async queryStatus({isAutomatic = false} = {}): Promise<void> {
    const context = this.#context;
    if (!context || !this.#isConnected) return;
    const {signal} = this.#connection;
    const generation = this.#generation;
    const onResult = (result: EndpointResult<StatusResponse>): void => {
      if (result.kind === 'unknown' || result.kind === 'unauthenticated') {
        this.#dispatch({type: 'status-unavailable', isAutomatic});
      }
      if (result.kind !== 'ok') return;
      this.#serverClock.sync(result.response, result.at);
      this.#host.requestUpdate();
      // An answer from before an attempt, or about another trainee, is outdated.
      if (generation !== this.#generation) return;
      this.#dispatch({type: 'status-received', accountStatus: result.response, isAutomatic});
    };
    await this.#statusQuery.send({context, signal, onResult});
  }

  /** Resolves with the state when no request is pending, or the element is disconnected. */
  whenSettled(): Promise<VerificationState> {
    if (!this.#isPending) return Promise.resolve(this.#state);
    return new Promise((resolve) => this.#settleResolvers.push(resolve));
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#connection = new AbortController();
    // Moved during a request: only the endpoint knows whether that was counted (F37).
    if (isPending(this.#state)) {
      this.#dispatch({type: 'lost', key: this.#state.key, reason: 'network'});
    } else {
      this.#runEffects(this.#state);
    }
    this.#restorePending();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#connection.abort();
    this.#effects.abort();
    this.#resolveSettled();
  }

  /** Queries the status and restores an attempt of the context from before a reload. */
  #restorePending(): void {
    const context = this.#context;
    if (!context || !this.#isConnected) return;
    if (context.statusUrl) void this.queryStatus({isAutomatic: true});
    // Also clears old keys, so an endpoint without keys loads too.
    const key = this.#platform.pendingKeys.load(storageKeyFor(context));
    if (!key || !context.endpoint.hasIdempotencyKeys || this.#state.status !== 'ready') return;
    this.#dispatch({type: 'restored', key}, {context, key, request: undefined});
  }

  /** @param attempt the attempt that the event begins, if it begins one */
  #dispatch(cause: VerificationEvent, attempt?: PendingAttempt): void {
    const before = this.#state;
    const after = transition(before, cause);
    this.#isPending = isPending(after);
    const awaited = this.#awaitsRegistration;
    this.#awaitsRegistration = awaitsRegistration(after);
    const startsRegistration = this.#awaitsRegistration && !awaited;
    if ('response' in cause && cause.response) this.#serverClock.sync(cause.response, cause.at);
    else if (after === before) return;
    this.#host.requestUpdate();
    if (after === before) return;
    this.#state = after;
    if (attempt) {
      this.#pending = attempt;
      this.#generation++;
    }
    if (after.status === 'verified') {
      const now = this.now();
      this.#codeReuse.record(now, this.#serverClock.stepEndsAt(now));
    }
    this.#effects.abort();
    // Without a network, nobody knows whether the request got through. It is repeated under its key.
    const isKept = ['offline', 'reconnected'].includes(cause.type) || after.status === 'unknown';
    if (!this.#isPending && !isKept) this.#forgetPending();
    try {
      this.#onChange({after, before, cause, isPending: this.#isPending, startsRegistration});
    } catch (error) {
      // The state has changed. Its effects must run, or it would never end.
      logFailure(error);
    }
    // A listener of the page may already have changed the state again.
    if (this.#state !== after) return;
    this.#runEffects(after);
    if (!this.#isPending) this.#resolveSettled();
  }

  /** Deletes the code and the stored key when they are no longer needed. */
  #forgetPending(): void {
    if (!this.#pending) return;
    this.#platform.pendingKeys.clear(storageKeyFor(this.#pending.context));
    this.#pending = {...this.#pending, request: undefined};
  }

  #resolveSettled(): void {
    for (const resolve of this.#settleResolvers.splice(0)) resolve(this.#state);
  }

  #runEffects(state: VerificationState): void {
    try {
      this.#effects = new AbortController();
      if (!this.#isConnected) return;
      const {signal} = this.#effects;
      const waitEnd = waitEndOf(state);
      // The time step updates the host, too.
      if (waitEnd !== undefined && !this.timeStep) void this.#awaitEnd(waitEnd, signal);
      // Without the attribute, only a lock shows that the endpoint has a status.
      if (this.#awaitsRegistration && (this.#context?.statusUrl || state.status === 'locked'))
        void awaitRegistration(this.#platform, signal, () => this.queryStatus());
      if (this.#pending) this.#runner.run(state, this.#pending, signal);
    } catch (error) {
      logFailure(error);
      if (!isPending(state)) return;
      const type = state.status === 'sending' ? 'not-sent' : 'polling-ended';
      this.#dispatch({type, key: state.key});
    }
  }

  async #awaitEnd(until: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.now() < until) {
      await tick(msToNextSecond(until, this.now()), signal, this.#platform);
      this.#host.requestUpdate();
    }
    if (!signal.aborted) this.#dispatch({type: 'wait-ended'});
  }
}

/** Returns when the wait of a state ends, in ms of the event's clock, if there is one and it is known. */
function waitEndOf(state: VerificationState): number | undefined {
  const wait = state.status === 'ready' ? state.notice : state;
  return wait && 'until' in wait ? wait.until : undefined;
}
