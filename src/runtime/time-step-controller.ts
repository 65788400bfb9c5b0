/** The time step of the phone (RFC 6238), second by second (G8). */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LOW_TIME_SECONDS, msToNextSecond, secondsUntil, type RemainingTime} from '../core/time.ts';
import {tick} from './tick.ts';

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
 * Updates the host every second while a time step is followed and the page is visible. Owns the two announcements
 * of a step. The host passes the time at each update.
 */
export class TimeStepController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  /** Aborts the wait for the next second, if there is one. */
  #wait: AbortController | undefined;
  #step: TimeStep | undefined;
  #announcement: TimeStepAnnouncement | undefined;
  /** Whether the step is in its last seconds. */
  #isLow = false;
  /** The end of the step whose last seconds were announced, in ms. */
  #announcedEnd = -Infinity;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
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
    if (step && !this.#wait && this.#host.isConnected) void this.#tick(step);
  }

  hostConnected(): void {
    if (this.#step) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#wait?.abort();
    this.#wait = undefined;
    this.#announcement = undefined;
  }

  async #tick({endsAt, now}: TimeStep): Promise<void> {
    const {signal} = (this.#wait = new AbortController());
    // To the next full second of the step, so that the number changes with the phone.
    await tick(msToNextSecond(endsAt, now), signal);
    if (signal.aborted) return;
    this.#wait = undefined;
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
