/** Whether a request lasts long enough to be mentioned. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {tick} from './tick.ts';

/** A request that takes no longer than this, in ms, needs no mention: its result follows. */
const BRIEF_MS = 400;

/**
 * Updates the host when a request has lasted for a while. Owns the timer. A screen reader would say the
 * progress of a short request after its result.
 */
export class ProgressController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Aborts the wait while a request is pending. */
  #wait: AbortController | undefined;
  #isLong = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the progress is mentioned now. */
  get isLong(): boolean {
    return this.#isLong;
  }

  /** Follows whether a request is pending. */
  follow(isPending: boolean): void {
    if (isPending === Boolean(this.#wait)) return;
    this.#isLong = false;
    this.#wait?.abort();
    this.#wait = isPending ? new AbortController() : undefined;
    if (this.#wait) void this.#mentionLater(this.#wait.signal);
  }

  hostDisconnected(): void {
    this.follow(false);
  }

  async #mentionLater(signal: AbortSignal): Promise<void> {
    await tick(BRIEF_MS, signal);
    if (signal.aborted) return;
    this.#isLong = true;
    this.#host.requestUpdate();
  }
}
