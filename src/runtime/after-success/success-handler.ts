/** Does after success what the page has declared; that is rare, and loaded only where it is. */
import type {MotpVerifyAttributes} from '../../element/properties.ts';
import type {Problem} from '../config/config-error.ts';
import type {Receipt} from '../../core/contract.ts';

type Actions = typeof import('./success-actions.ts');

/** See the file's head. */
export class Success {
  readonly #tell: (problem: Problem) => void;
  #arriving: Promise<Actions> | undefined;
  /** The receipt that was acted on: one that is only confirmed again is no news. */
  #acted = '';

  constructor(tell: (problem: Problem) => void) {
    this.#tell = tell;
  }

  /** Loads what is declared in advance, so that a network lost meanwhile costs nothing. */
  prepare(element: MotpVerifyAttributes): void {
    if (!isAnyDeclared(element) || this.#arriving) return;
    this.#arriving = import('./success-actions.ts');
    // It is tried once more when it is needed.
    this.#arriving.catch(() => (this.#arriving = undefined));
  }

  /** Acts on a receipt, once. */
  async act(element: MotpVerifyAttributes, receipt: Receipt): Promise<void> {
    const id = `${receipt.verificationId} ${receipt.verifiedAt}`;
    if (!isAnyDeclared(element) || id === this.#acted) return;
    this.#acted = id;
    // As it stands now: a listener may take the element out of its form.
    const {onVerified, fill, submitForm, postTo, closeWindow, form, ownerDocument} = element;
    const document = ownerDocument;
    const wanted = {onVerified, fill, submitForm, postTo, closeWindow, form, document};
    this.prepare(element);
    try {
      const actions = await this.#arriving;
      for (const problem of actions?.actOnSuccess(wanted, receipt) ?? []) this.#tell(problem);
    } catch {
      const mend = 'could not be loaded. Serve the whole of the build beside its main script.';
      this.#tell({attribute: 'on-verified', mend});
    }
  }
}

function isAnyDeclared(element: MotpVerifyAttributes): boolean {
  const {onVerified, fill, submitForm, postTo, closeWindow} = element;
  return Boolean(onVerified || fill || submitForm || postTo || closeWindow);
}
