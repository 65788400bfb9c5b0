/** The time step of the phone (RFC 6238), second by second (G8). */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LOW_TIME_SECONDS, secondsUntil, type RemainingTime} from '../core/time.ts';
import {browserPlatform} from '../transport/platform.ts';

/** The time step that is followed. */
export interface TimeStep {
  /** In ms, of the clock that `now` is of. */
  readonly endsAt: number;
  /** In ms. */
  readonly lengthMs: number;
  /** In ms. */
  readonly now: number;
}

/** An announcement for screen readers: the seconds left when time became low, or that the step is over. */
export type TimeStepAnnouncement =
  | {readonly kind: 'ending'; readonly seconds: number}
  | {readonly kind: 'changed'; readonly at: number};

/** How long the change stays announced, in ms. */
const CHANGED_MS = 10_000;

/**
 * Updates the host every second while a time step is followed and the page is visible. Owns the timer and the two
 * announcements of a step. The host passes the time at each update.
 */
export class TimeStepController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #delay: typeof browserPlatform.delay;
  #connection: AbortController | undefined;
  /** Aborts the wait for the next second. */
  #wait = new AbortController();
  #step: TimeStep | undefined;
  #isTicking = false;
  #announcement: TimeStepAnnouncement | undefined;
  /** Whether the step is in its last seconds. */
  #isLow = false;
  /** The end of the step whose last seconds were announced, in ms. */
  #announcedEnd = -Infinity;

  constructor(host: ReactiveControllerHost & Element, {delay} = browserPlatform) {
    this.#host = host;
    this.#delay = delay;
    host.addController(this);
  }

  /** The time left of the step, if one is followed. */
  get remaining(): RemainingTime | undefined {
    if (!this.#step) return undefined;
    const {endsAt, lengthMs, now} = this.#step;
    return {seconds: secondsUntil(endsAt, now), period: lengthMs / 1000};
  }

  /** The present announcement, if there is one. */
  get announcement(): TimeStepAnnouncement | undefined {
    return this.#announcement;
  }

  /** Follows a step until the next update; `undefined` stops the timer. */
  follow(step: TimeStep | undefined): void {
    this.#step = step;
    this.#announcement = step && this.#announcementFor(step);
    if (step && !this.#isTicking && this.#isVisible) void this.#tick(step);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const onChange = (): void => this.#restart();
    this.#host.ownerDocument.addEventListener('visibilitychange', onChange, {signal});
    this.#restart();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#stop();
    this.#announcement = undefined;
  }

  get #isVisible(): boolean {
    return this.#host.isConnected && this.#host.ownerDocument.visibilityState !== 'hidden';
  }

  #stop(): void {
    this.#wait.abort();
    this.#isTicking = false;
  }

  #restart(): void {
    this.#stop();
    if (this.#step && this.#isVisible) this.#host.requestUpdate();
  }

  async #tick({endsAt, now}: TimeStep): Promise<void> {
    const {signal} = (this.#wait = new AbortController());
    this.#isTicking = true;
    // To the next full second of the step, so that the number changes with the phone.
    await this.#delay(Math.ceil((endsAt - now) % 1000) || 1000, signal);
    if (signal.aborted) return;
    this.#isTicking = false;
    this.#host.requestUpdate();
  }

  #announcementFor({endsAt, lengthMs, now}: TimeStep): TimeStepAnnouncement | undefined {
    const seconds = secondsUntil(endsAt, now);
    const before = this.#announcement;
    if (seconds <= LOW_TIME_SECONDS) {
      this.#isLow = true;
      if (before?.kind === 'ending') return before;
      // Each answer adjusts the clock a little.
      if (Math.abs(endsAt - this.#announcedEnd) < lengthMs / 2) return undefined;
      this.#announcedEnd = endsAt;
      return {kind: 'ending', seconds};
    }
    if (this.#isLow) {
      this.#isLow = false;
      return {kind: 'changed', at: now};
    }
    return before?.kind === 'changed' && now < before.at + CHANGED_MS ? before : undefined;
  }
}
