/** A hidden page, its timers and its clock. */

/** Pretends that the page is hidden, or no longer. */
export function setVisibility(state: 'hidden' | 'visible'): void {
  if (state === 'hidden') {
    Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  } else {
    Reflect.deleteProperty(document, 'visibilityState');
  }
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The test runner waits this long, in ms, for the answer to each command. */
const RUNNER_MS = 20_000;

/** The timers that were started since {@link watchTimers}. */
export interface WatchedTimers {
  /** Returns the times, in ms, of those that have neither fired nor been cleared. */
  readonly running: () => readonly number[];
  /** Ends the watch. */
  readonly restore: () => void;
}

/** Watches the timers of the page, but for those of the test runner. */
export function watchTimers(): WatchedTimers {
  const own = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
  };
  const running = new Map<unknown, number>();
  const clear = (id: number | undefined): void => {
    running.delete(id);
    own.clearTimeout(id);
  };
  Object.assign(window, {
    setTimeout: (callback: () => void, ms = 0) => {
      const id = own.setTimeout(() => {
        running.delete(id);
        callback();
      }, ms);
      if (ms !== RUNNER_MS) running.set(id, ms);
      return id;
    },
    setInterval: (callback: () => void, ms = 0) => {
      const id = own.setInterval(callback, ms);
      running.set(id, ms);
      return id;
    },
    clearTimeout: clear,
    clearInterval: clear,
  });
  return {running: () => [...running.values()], restore: () => Object.assign(window, own)};
}

/**
 * Advances the clocks that the widget reads, in ms. Timers do not know of it.
 *
 * @returns a function that restores the clocks
 */
export function advanceClocks(ms: number): () => void {
  const createEvent = document.createEvent.bind(document);
  const {now} = Date;
  Date.now = () => now() + ms;
  Object.assign(document, {
    createEvent: (type: string) => {
      const event = createEvent(type);
      Object.defineProperty(event, 'timeStamp', {value: event.timeStamp + ms});
      return event;
    },
  });
  return () => {
    Date.now = now;
    Reflect.deleteProperty(document, 'createEvent');
  };
}
