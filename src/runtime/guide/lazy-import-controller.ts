/** A module of the widget that arrives when it is first asked for, so that nobody else pays for it. */
import type {ReactiveControllerHost} from 'lit';

/** How things stand with a module. */
export type LazyImport<Module> =
  | {readonly status: 'pending'}
  | {readonly status: 'complete'; readonly module: Module}
  /** It did not come; {@link OnDemand.forget} lets it be asked for again. */
  | {readonly status: 'error'};

/** See the file's head. */
export class LazyImportController<Module> {
  readonly #host: ReactiveControllerHost;
  #arrivals = new Map<() => Promise<Module>, LazyImport<Module>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * What a loader brings: asked for by the first call, drawn anew once it is there.
   *
   * @param load the same function for the same module
   */
  ask(load: () => Promise<Module>): LazyImport<Module> {
    const known = this.#arrivals.get(load);
    if (known) return known;
    const arriving = {status: 'pending'} as const;
    this.#arrivals.set(load, arriving);
    load().then(
      (module) => this.#settle(load, {status: 'complete', module}),
      () => this.#settle(load, {status: 'error'}),
    );
    return arriving;
  }

  /** Lets what did not come be asked for again. */
  forget(): void {
    for (const [load, {status}] of this.#arrivals)
      if (status === 'error') this.#arrivals.delete(load);
  }

  #settle(load: () => Promise<Module>, arrival: LazyImport<Module>): void {
    this.#arrivals.set(load, arrival);
    this.#host.requestUpdate();
  }
}
