/** The only module that imports the runtime: a dynamic import, right after the first paint. */
import type {Runtime} from '../runtime/runtime.ts';
import type {RuntimeStatus} from './card-view.ts';

export type {Runtime};

/**
 * Loads the runtime once; retries after a failure. Owns the status of the load. Does not own what the
 * element shows meanwhile.
 */
export class RuntimeLoader {
  readonly #create: (constructor: typeof Runtime) => Runtime;
  readonly #onSettled: () => void;
  /** The runtime, once it is loaded. Only the loader sets it. */
  runtime: Runtime | undefined;
  /** The status of the load. Only the loader sets it. */
  status: RuntimeStatus = 'pending';
  #loading: Promise<void> | undefined;

  /**
   * @param create called once, with the class that was loaded
   * @param onSettled called after each load, successful or not
   */
  constructor(create: (constructor: typeof Runtime) => Runtime, onSettled: () => void) {
    this.#create = create;
    this.#onSettled = onSettled;
  }

  /** Loads the runtime, unless it is loaded or loading. Resolves also after a failure. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Resolves when no load is pending. */
  async whenReady(): Promise<void> {
    await this.#loading;
  }

  async #load(): Promise<void> {
    this.status = 'pending';
    await nextPaint();
    try {
      const {Runtime} = await import('../runtime/runtime.ts');
      this.runtime = this.#create(Runtime);
      this.status = 'complete';
    } catch (error) {
      this.#loading = undefined;
      this.status = 'error';
      console.error(
        '<motp-verify> failed to load its runtime chunk. Deploy the folder motp-verify/ of the build next to its script.',
        error,
      );
    }
    this.#onSettled();
  }
}

/** The longest wait for a paint, in ms: a hidden page paints nothing. */
const MAX_WAIT_MS = 100;

/** Resolves after the next paint: a cached runtime would run before it, and delay it. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, MAX_WAIT_MS);
  });
}
