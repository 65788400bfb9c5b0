/** Modules that are imported when they are first needed. */
import type {ReactiveControllerHost} from 'lit';

/** The status of an import, as in `@lit/task`. */
export type LazyImport<Module> =
  | {readonly status: 'pending'}
  | {readonly status: 'complete'; readonly module: Module}
  /** {@link LazyImportController.retry} lets it be imported again. */
  | {readonly status: 'error'};

/** Imports modules for its host and updates it when they are loaded. Owns the status of each import. */
export class LazyImportController {
  readonly #host: ReactiveControllerHost;
  /** Created with the first import: most widgets of a page have none. */
  #imports: Map<() => Promise<unknown>, LazyImport<unknown>> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Returns the import of a module; the first call starts it.
   *
   * @param load the same function for the same module
   */
  get<Module>(load: () => Promise<Module>): LazyImport<Module> {
    this.#imports ??= new Map();
    if (!this.#imports.has(load)) {
      this.#imports.set(load, {status: 'pending'});
      load().then(
        (module) => this.#settle(load, {status: 'complete', module}),
        () => this.#settle(load, {status: 'error'}),
      );
    }
    return this.#imports.get(load) as LazyImport<Module>;
  }

  /** Forgets the imports that failed, so that the next call starts them again. */
  retry(): void {
    for (const [load, {status}] of this.#imports ?? []) {
      if (status === 'error') this.#imports?.delete(load);
    }
  }

  #settle(load: () => Promise<unknown>, result: LazyImport<unknown>): void {
    this.#imports?.set(load, result);
    this.#host.requestUpdate();
  }
}
