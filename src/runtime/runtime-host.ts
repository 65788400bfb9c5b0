import type {CardHandlers} from '../element/card-view.ts';
import type {FormAssociatedElement} from '../element/form-associated.ts';

/** The host that the runtime controls. */
export interface RuntimeHost {
  readonly element: FormAssociatedElement;
  readonly internals: ElementInternals;
  readonly handlers: CardHandlers;
  /** Called when the styles of the runtime have changed. */
  readonly onStylesLoad: () => void;
}
