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
    const imports = (this.#imports ??= new Map());
    if (!imports.has(load)) {
      imports.set(load, {status: 'pending'});
      const settle = (result: LazyImport<Module>): void => {
        imports.set(load, result);
        this.#host.requestUpdate();
      };
      load().then(
        (module) => settle({status: 'complete', module}),
        () => settle({status: 'error'}),
      );
    }
    return imports.get(load) as LazyImport<Module>;
  }

  /** Forgets the imports that failed, so that the next call starts them again. */
  retry(): void {
    this.#imports?.forEach(({status}, load) => {
      if (status === 'error') this.#imports?.delete(load);
    });
  }
}
