/** The registered details on the card. */
import type {CardView} from '../../element/card-view.ts';
import type {FormAssociatedElement} from '../../element/form-associated.ts';
import {initialIdentity, type IdentityContent} from '../../element/templates/identity.ts';
import type {IdentityWarning} from '../../core/identity.ts';
import type {Messages} from '../../locales/messages.ts';
import {LazyImportController} from '../guide/lazy-import-controller.ts';
import type {IdentityView} from './identity-view.ts';

const loadDetails = () => import('./identity-details.ts');

/** A name and a number in which nothing is hidden, and nothing is likely to differ from the app. */
const ORDINARY_NAME = /^[가-힣a-z]*$/i;
const ORDINARY_PHONE = /^(01[016789]\d{7,8})?$/;

/**
 * Renders the registered details: ordinary ones as the first render has, others by a chunk of their own.
 * Owns whether masked details are revealed.
 */
export class RegisteredDetails {
  readonly #element: FormAssociatedElement;
  readonly #modules: LazyImportController;
  readonly #say: (text: string) => void;
  #card: CardView;
  #isRevealed = false;
  #builtView: IdentityView | undefined;

  /** @param say lets a screen reader say a text */
  constructor(element: FormAssociatedElement, card: CardView, say: (text: string) => void) {
    this.#element = element;
    this.#modules = new LazyImportController(element);
    this.#card = card;
    this.#say = say;
  }

  /** What is likely to differ from the app; empty until the chunk is loaded. */
  get warnings(): readonly IdentityWarning[] {
    return this.#view?.warnings ?? [];
  }

  /** Sets another card. */
  setCard(card: CardView): void {
    this.#card = card;
    this.#builtView = undefined;
  }

  /** Renders the details. Until the chunk is loaded, they are those of the first render. */
  render(messages: Messages): IdentityContent {
    const view = this.#view;
    const {name, phone, isMasked} = this.#card;
    const lazy = this.#lazy;
    if (view && lazy?.status === 'complete') {
      const {renderIdentityDetails, describeDetails} = lazy.module;
      return renderIdentityDetails(messages, view, () => {
        this.#toggle();
        if (this.#view) this.#say(describeDetails(messages, this.#view));
      });
    }
    const hasFailed = isMasked && lazy?.status === 'error';
    return hasFailed
      ? {name: maskAll(name), phone: maskAll(phone), spokenPhone: ''}
      : initialIdentity(this.#card);
  }

  get #lazy() {
    const {name, phone, isMasked} = this.#card;
    const isOrdinary = ORDINARY_NAME.test(name) && ORDINARY_PHONE.test(phone) && !isMasked;
    return isOrdinary ? undefined : this.#modules.get(loadDetails);
  }

  get #view(): IdentityView | undefined {
    const lazy = this.#lazy;
    if (lazy?.status === 'complete') {
      this.#builtView ??= lazy.module.identityView(this.#card, this.#isRevealed);
    }
    return this.#builtView;
  }

  #toggle(): void {
    this.#isRevealed = !this.#isRevealed;
    this.#builtView = undefined;
    this.#element.requestUpdate();
  }
}

/** Masks all but the first character, for details whose chunk did not load. */
function maskAll(text: string): string {
  return text.replace(/(?<=.)./gu, '*');
}
