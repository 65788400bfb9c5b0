/** The form value and the custom states of the element, by ElementInternals. */
import type {Code} from '../core/code.ts';
import type {VerificationState} from '../core/state.ts';

/** Reflects the verification in the form value and in `:state()`. Does not own the validity. */
export class FormState {
  readonly #internals: ElementInternals;
  #receiptId: string | undefined;
  #code: Code | undefined;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
  }

  /** The form value; empty for none. */
  get value(): string {
    return this.#receiptId ?? this.#code ?? '';
  }

  /** Sets the custom state and, after success, the receipt's ID as the form value. */
  reflectState(state: VerificationState): void {
    this.#receiptId = state.status === 'verified' ? state.receipt.verificationId : undefined;
    this.#setValue();
    const {states} = this.#internals;
    try {
      states.clear();
      states.add(state.status);
    } catch {
      // Browsers before spring 2024 reject these names. Nothing here depends on them.
    }
  }

  /** Sets the code as the form value, for a form that posts it itself. */
  setPendingValue(code: Code | undefined): void {
    if (code === this.#code) return;
    this.#code = code;
    this.#setValue();
  }

  #setValue(): void {
    this.#internals.setFormValue(this.value || null);
  }
}
