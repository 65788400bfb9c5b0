/** Does after success what the page has declared; that is rare, and loaded only where it is. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import type {ConfigError} from '../config/config-error.ts';
import type {Receipt} from '../../core/contract.ts';

type Actions = typeof import('./success-actions.ts');

/** See the file's head. */
export class SuccessHandler {
  readonly #warn: (error: ConfigError) => void;
  #arriving: Promise<Actions> | undefined;
  /** The receipt that was acted on: one that is only confirmed again is no news. */
  #acted = '';

  constructor(warn: (error: ConfigError) => void) {
    this.#warn = warn;
  }

  /** Loads what is declared in advance, so that a network lost meanwhile costs nothing. */
  preload(element: MotpVerifyProperties): void {
    if (!isAnyDeclared(element) || this.#arriving) return;
    this.#arriving = import('./success-actions.ts');
    // It is tried once more when it is needed.
    this.#arriving.catch(() => (this.#arriving = undefined));
  }

  /** Acts on a receipt, once. */
  async run(element: MotpVerifyProperties, receipt: Receipt): Promise<void> {
    const id = `${receipt.verificationId} ${receipt.verifiedAt}`;
    if (!isAnyDeclared(element) || id === this.#acted) return;
    this.#acted = id;
    // As it stands now: a listener may take the element out of its form.
    const {onVerified, fillInputs, submitForm, notifyWindow, closeWindow, form, ownerDocument} =
      element;
    const document = ownerDocument;
    const wanted = {onVerified, fillInputs, submitForm, notifyWindow, closeWindow, form, document};
    this.preload(element);
    try {
      const actions = await this.#arriving;
      for (const error of actions?.runSuccessActions(wanted, receipt) ?? []) this.#warn(error);
    } catch {
      const fix = 'could not be loaded. Serve the whole of the build beside its main script.';
      this.#warn({attribute: 'on-verified', fix});
    }
  }
}

function isAnyDeclared(element: MotpVerifyProperties): boolean {
  const {onVerified, fillInputs, submitForm, notifyWindow, closeWindow} = element;
  return Boolean(onVerified || fillInputs || submitForm || notifyWindow || closeWindow);
}
