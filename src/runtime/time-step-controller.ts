/**
 * Follows the phone's time step second by second, for as long as somebody looks at it, and knows the
 * two moments at which it is worth a word: few seconds left, and the change (requirement G8).
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LOW_TIME_SECONDS, secondsUntil, type RemainingTime} from '../core/time.ts';
import {linkedAbortController} from '../transport/abort.ts';
import {browserPlatform} from '../transport/platform.ts';

/** What is to be followed. */
export interface TimeStep {
  /** When it ends, in ms of the clock that `now` is of. */
  readonly endsAt: number;
  /** How long it is, in ms. */
  readonly lengthMs: number;
  /** In ms of the same clock. */
  readonly now: number;
}

/** What is worth a word: how many seconds were left when it was first said, or that it is over. */
export type TimeStepAnnouncement =
  | {readonly kind: 'ending'; readonly seconds: number}
  | {readonly kind: 'changed'; readonly at: number};

/** For how long the change stays said, in ms. */
const CHANGED_MS = 10_000;

const ENDED = AbortSignal.abort();

/** See the file's head. */
export class TimeStepController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** What is followed, or `undefined` where nothing is, and no time passes then. */
  readonly #followed: () => TimeStep | undefined;
  readonly #pause: typeof browserPlatform.delay;
  #connection = linkedAbortController(ENDED);
  #isRunning = false;
  #moment: TimeStepAnnouncement | undefined;

  constructor(
    host: ReactiveControllerHost,
    followed: () => TimeStep | undefined,
    {delay} = browserPlatform,
  ) {
    this.#host = host;
    this.#followed = followed;
    this.#pause = delay;
    host.addController(this);
  }

  /** What is left of the step, where one is followed. */
  get left(): RemainingTime | undefined {
    const step = this.#followed();
    if (!step) return undefined;
    return {seconds: secondsUntil(step.endsAt, step.now), period: step.lengthMs / 1000};
  }

  /** What is worth a word at present. */
  get moment(): TimeStepAnnouncement | undefined {
    return this.#moment;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#moment = undefined;
  }

  hostUpdate(): void {
    const step = this.#followed();
    this.#moment = step && this.#momentOf(step);
  }

  hostUpdated(): void {
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    const {signal} = this.#connection;
    for (let step = this.#followed(); step && !signal.aborted; step = this.#followed()) {
      // With the step's own seconds, so that the number changes when the phone's does.
      await this.#pause((step.endsAt - step.now) % 1000 || 1000, signal);
      if (!signal.aborted) this.#host.requestUpdate();
    }
    this.#isRunning = false;
  }

  #momentOf({endsAt, now}: TimeStep): TimeStepAnnouncement | undefined {
    const seconds = secondsUntil(endsAt, now);
    const before = this.#moment;
    if (seconds <= LOW_TIME_SECONDS)
      return before?.kind === 'ending' ? before : {kind: 'ending', seconds};
    if (before?.kind === 'ending') return {kind: 'changed', at: now};
    return before?.kind === 'changed' && now < before.at + CHANGED_MS ? before : undefined;
  }
}
