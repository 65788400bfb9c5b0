/**
 * Tells when the trainee is back at the page: from another window, from the history, from sleep, or
 * from a lost network. What was known before may be old by then.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How the trainee has come back. */
export interface PageResume {
  /** `focus`: to the window, which says no more than that; `history`: the page was kept whole. */
  readonly cause: 'focus' | 'sight' | 'history' | 'network';
  /** How long the page was out of sight, in ms. */
  readonly awayMs: number;
  /** The clock that only goes forward has stood still meanwhile, as it does in a sleeping computer. */
  readonly hasSlept: boolean;
}

/** By how much, in ms, two clocks may differ that have both gone on. */
const TOLERANCE_MS = 2000;

/** See the file's head. */
export class PageLifecycleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #onReturn: (how: PageResume) => void;
  #connection = new AbortController();
  /** By how much the date was ahead of the clock that only goes forward, when last looked, in ms. */
  #lead = lead();
  /** When the page went out of sight, on both clocks, until it is back: whatever is heard meanwhile. */
  #left: {readonly wall: number; readonly steady: number} | undefined;

  constructor(host: ReactiveControllerHost & Node, onReturn: (how: PageResume) => void) {
    this.#host = host;
    this.#onReturn = onReturn;
  }

  /** Anew each time, since the element may have come to another document. */
  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const document = this.#host.ownerDocument;
    const window = document?.defaultView;
    if (!document || !window) return;
    this.#lead = lead();
    this.#left = undefined;
    const onLeave = (): void => {
      this.#left ??= {wall: Date.now(), steady: performance.now()};
    };
    const onSight = (): void => {
      if (document.visibilityState === 'visible') this.#warn('sight');
      else onLeave();
    };
    document.addEventListener('visibilitychange', onSight, {signal});
    document.addEventListener('resume', onSight, {signal});
    window.addEventListener('pagehide', onLeave, {signal});
    window.addEventListener(
      'pageshow',
      ({persisted}) => {
        if (persisted) this.#warn('history');
      },
      {signal},
    );
    window.addEventListener('focus', () => this.#warn('focus'), {signal});
    window.addEventListener('online', () => this.#warn('network'), {signal});
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  #warn(by: PageResume['cause']): void {
    const before = this.#lead;
    this.#lead = lead();
    // A computer's clock that was set meanwhile looks the same; then the time is asked for in vain.
    const hasSlept = Math.abs(this.#lead - before) > TOLERANCE_MS;
    let awayMs = 0;
    // Without a return from out of sight there was no absence.
    if (this.#left && (by === 'sight' || by === 'history')) {
      const {wall, steady} = this.#left;
      awayMs = Math.max(Date.now() - wall, performance.now() - steady);
      this.#left = undefined;
    }
    this.#onReturn({cause: by, awayMs, hasSlept});
  }
}

function lead(): number {
  return Date.now() - performance.now();
}
