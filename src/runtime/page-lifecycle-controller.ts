/** The trainee's return to the page (Page Lifecycle API). */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {monotonicNow} from '../transport/platform.ts';

/** A return of the trainee to the page. */
export interface PageResume {
  /**
   * `focus`: the window has the focus again, but the page may have been visible throughout; `visible`:
   * the page was hidden; `bfcache`: it was restored from the back/forward cache; `online`: there is a
   * network again.
   */
  readonly cause: 'focus' | 'visible' | 'bfcache' | 'online';
  /** How long the page was hidden, in ms. */
  readonly hiddenMs: number;
  /** Whether the monotonic clock has stopped meanwhile, as it does while a computer sleeps. */
  readonly hasSlept: boolean;
}

/** How far two running clocks may diverge, in ms. */
const TOLERANCE_MS = 2000;

/**
 * Calls back when the trainee returns from another window, the history, sleep or a lost network: the
 * state may be outdated by then. Owns the listeners on document and window.
 */
export class PageLifecycleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #onResume: (resume: PageResume) => void;
  #connection = new AbortController();
  /** How far the date was ahead of the monotonic clock when they were last compared, in ms. */
  #lead = lead();
  /** When the page was hidden, on both clocks, until it is visible again. */
  #hiddenAt: {readonly date: number; readonly monotonic: number} | undefined;

  constructor(host: ReactiveControllerHost & Node, onResume: (resume: PageResume) => void) {
    this.#host = host;
    this.#onResume = onResume;
  }

  /** Listens again on each connection, since the document may be another one. */
  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const document = this.#host.ownerDocument;
    const window = document?.defaultView;
    if (!document || !window) return;
    this.#lead = lead();
    this.#hiddenAt = undefined;
    const onHide = (): void => {
      this.#hiddenAt ??= {date: Date.now(), monotonic: monotonicNow()};
    };
    const onVisibilityChange = (): void => {
      if (document.visibilityState === 'visible') this.#resume('visible');
      else onHide();
    };
    document.addEventListener('visibilitychange', onVisibilityChange, {signal});
    document.addEventListener('resume', onVisibilityChange, {signal});
    window.addEventListener('pagehide', onHide, {signal});
    window.addEventListener(
      'pageshow',
      ({persisted}) => {
        if (persisted) this.#resume('bfcache');
      },
      {signal},
    );
    window.addEventListener('focus', () => this.#resume('focus'), {signal});
    window.addEventListener('online', () => this.#resume('online'), {signal});
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  #resume(cause: PageResume['cause']): void {
    const before = this.#lead;
    this.#lead = lead();
    // A clock that was set meanwhile looks the same; then the endpoint's time is only read once more.
    const hasSlept = Math.abs(this.#lead - before) > TOLERANCE_MS;
    let hiddenMs = 0;
    if (this.#hiddenAt && (cause === 'visible' || cause === 'bfcache')) {
      const {date, monotonic} = this.#hiddenAt;
      hiddenMs = Math.max(Date.now() - date, monotonicNow() - monotonic);
      this.#hiddenAt = undefined;
    }
    this.#onResume({cause, hiddenMs, hasSlept});
  }
}

function lead(): number {
  return Date.now() - monotonicNow();
}
