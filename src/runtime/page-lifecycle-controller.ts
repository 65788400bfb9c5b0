/** The trainee's return to the page (Page Lifecycle API). */
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

/** Receives each return. */
export interface PageLifecycleListener {
  readonly onPageResume: (resume: PageResume) => void;
}

/** How far two running clocks may diverge, in ms. */
const TOLERANCE_MS = 2000;

/**
 * Calls back when the trainee returns from another window, the history, sleep or a lost network: the
 * state may be outdated by then. Owns the listeners on document and window.
 */
export class PageLifecycleController implements EventListenerObject {
  readonly #listener: PageLifecycleListener;
  /** How far the date was ahead of the monotonic clock when they were last compared, in ms. */
  #lead = lead();
  /** When the page was hidden, on both clocks, until it is visible again. */
  #hiddenAt: {readonly date: number; readonly monotonic: number} | undefined;

  constructor(listener: PageLifecycleListener) {
    this.#listener = listener;
  }

  /** Listens until the signal aborts: on each connection, since the document may be another one. */
  connect(document: Document, signal: AbortSignal): void {
    const window = document.defaultView;
    if (!window) return;
    this.#lead = lead();
    this.#hiddenAt = undefined;
    document.addEventListener('visibilitychange', this, {signal});
    document.addEventListener('resume', this, {signal});
    for (const type of ['pagehide', 'pageshow', 'focus', 'online']) {
      window.addEventListener(type, this, {signal});
    }
  }

  /** Called by the browser for each event of document and window. */
  handleEvent(event: Event): void {
    switch (event.type) {
      case 'focus':
      case 'online':
        return this.#resume(event.type);
      case 'pageshow':
        if ((event as PageTransitionEvent).persisted) this.#resume('bfcache');
        return;
      default:
        // The window has no such state: it is the target of `pagehide`.
        if ((event.currentTarget as Partial<Document>).visibilityState === 'visible') {
          this.#resume('visible');
        } else {
          this.#hiddenAt ??= {date: Date.now(), monotonic: monotonicNow()};
        }
    }
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
    this.#listener.onPageResume({cause, hiddenMs, hasSlept});
  }
}

function lead(): number {
  return Date.now() - monotonicNow();
}
