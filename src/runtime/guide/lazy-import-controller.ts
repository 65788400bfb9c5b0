/** A piece of the widget that arrives when it is first asked for, so that nobody else pays for it. */
import type {ReactiveControllerHost} from 'lit';

/** How things stand with a piece. */
export type Arrival<Piece> =
  | {readonly is: 'arriving'}
  | {readonly is: 'here'; readonly piece: Piece}
  /** It did not come; {@link OnDemand.forget} lets it be asked for again. */
  | {readonly is: 'missing'};

/** See the file's head. */
export class OnDemand<Piece> {
  readonly #host: ReactiveControllerHost;
  #arrivals = new Map<() => Promise<Piece>, Arrival<Piece>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * What a loader brings: asked for by the first call, drawn anew once it is there.
   *
   * @param load the same function for the same piece
   */
  ask(load: () => Promise<Piece>): Arrival<Piece> {
    const known = this.#arrivals.get(load);
    if (known) return known;
    const arriving = {is: 'arriving'} as const;
    this.#arrivals.set(load, arriving);
    load().then(
      (piece) => this.#settle(load, {is: 'here', piece}),
      () => this.#settle(load, {is: 'missing'}),
    );
    return arriving;
  }

  /** Lets what did not come be asked for again. */
  forget(): void {
    for (const [load, {is}] of this.#arrivals) if (is === 'missing') this.#arrivals.delete(load);
  }

  #settle(load: () => Promise<Piece>, arrival: Arrival<Piece>): void {
    this.#arrivals.set(load, arrival);
    this.#host.requestUpdate();
  }
}
