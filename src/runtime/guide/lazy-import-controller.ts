/** Modules that are imported when they are first needed. */
import type {ReactiveControllerHost} from 'lit';

/** The status of an import, as in `@lit/task`. */
export type LazyImport<Module> =
  | {readonly status: 'pending'}
  | {readonly status: 'complete'; readonly module: Module}
  /** {@link LazyImportController.retry} lets it be imported again. */
  | {readonly status: 'error'};

/** Imports modules for its host and updates it when they are loaded. Owns the status of each import. */
export class LazyImportController<Module> {
  readonly #host: ReactiveControllerHost;
  readonly #imports = new Map<() => Promise<Module>, LazyImport<Module>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Returns the import of a module; the first call starts it.
   *
   * @param load the same function for the same module
   */
  get(load: () => Promise<Module>): LazyImport<Module> {
    const known = this.#imports.get(load);
    if (known) return known;
    const pending = {status: 'pending'} as const;
    this.#imports.set(load, pending);
    load().then(
      (module) => this.#settle(load, {status: 'complete', module}),
      () => this.#settle(load, {status: 'error'}),
    );
    return pending;
  }

  /** Forgets the imports that failed, so that the next call starts them again. */
  retry(): void {
    for (const [load, {status}] of this.#imports) {
      if (status === 'error') this.#imports.delete(load);
    }
  }

  #settle(load: () => Promise<Module>, result: LazyImport<Module>): void {
    this.#imports.set(load, result);
    this.#host.requestUpdate();
  }
}
