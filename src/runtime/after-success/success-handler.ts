/** Runs the actions after success. They are rare, so their module is loaded only if a page declares one. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import type {Receipt} from '../../core/contract.ts';
import type {Diagnostics} from '../diagnostics/diagnostics.ts';
import type {SuccessActions} from './success-actions.ts';

type SuccessActionsModule = typeof import('./success-actions.ts');

/** Owns the import of the actions. */
export class SuccessHandler {
  readonly #diagnostics: Diagnostics;
  #loading: Promise<SuccessActionsModule> | undefined;

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  /** Loads the actions in advance, if the page declares any: the network may be lost at success. */
  preload(element: MotpVerifyProperties): void {
    if (!declaredActions(element) || this.#loading) return;
    this.#loading = import('./success-actions.ts');
    // Success loads them again.
    this.#loading.catch(() => (this.#loading = undefined));
  }

  /** Runs the declared actions. */
  async run(element: MotpVerifyProperties, receipt: Receipt): Promise<void> {
    // Read before the import: a listener may take the element out of its form meanwhile.
    const actions = declaredActions(element);
    const {form, ownerDocument: document} = element;
    if (!actions) return;
    this.preload(element);
    try {
      const loaded = await this.#loading;
      const errors = loaded?.runSuccessActions(actions, {form, document}, receipt) ?? [];
      for (const error of errors) this.#diagnostics.warn(error);
    } catch {
      const fix =
        'failed to load its chunk. Deploy the folder motp-verify/ of the build next to its script.';
      this.#diagnostics.warn({attribute: 'on-verified', fix});
    }
  }
}

function declaredActions({
  onVerified,
  fillInputs,
  submitForm,
  notifyWindow,
  closeWindow,
}: MotpVerifyProperties): SuccessActions | undefined {
  const actions = {onVerified, fillInputs, submitForm, notifyWindow, closeWindow};
  return Object.values(actions).some(Boolean) ? actions : undefined;
}
