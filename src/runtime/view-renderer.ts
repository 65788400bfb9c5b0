/** The view of the runtime: from its state to the content of the card. */
import type {CSSResult} from 'lit';
import type {CardView} from '../element/card-view.ts';
import type {FormAssociatedElement} from '../element/form-associated.ts';
import {initialContent, type CardContent} from '../element/templates/card.ts';
import {lazy} from '../locales/ko/lazy.ts';
import type {LoadedLocale, Locale, Messages} from '../locales/messages.ts';
import {logFailure} from '../transport/log-failure.ts';
import type {AppLinkLoader} from './app-link/app-link-loader.ts';
import {GuideContent} from './guide/guide-content.ts';
import {RegisteredDetails} from './identity/registered-details.ts';
import {renderVerification} from './templates/verification-view.ts';
import {
  createViewState,
  type ViewHandlers,
  type ViewState,
  type ViewStateInput,
} from './view-state.ts';

/**
 * Builds the view state once per update and renders it. Owns the complete locale, which it builds again
 * only when the card changes. Does not own the state.
 */
export class ViewRenderer {
  readonly #handlers: ViewHandlers;
  readonly #guide: GuideContent;
  readonly #appLink: AppLinkLoader;
  #card: CardView;
  #locale: Locale;
  readonly #identity: RegisteredDetails;
  #view: ViewState | undefined;
  /** Thrown by the last build. */
  #error: unknown;

  constructor(
    element: FormAssociatedElement,
    handlers: ViewHandlers,
    card: CardView,
    onStylesLoad: () => void,
    appLink: AppLinkLoader,
  ) {
    this.#handlers = handlers;
    this.#guide = new GuideContent(element, onStylesLoad);
    this.#appLink = appLink;
    this.#card = card;
    this.#locale = completeLocale(card.locale);
    this.#identity = new RegisteredDetails(element, card, handlers.onSay);
  }

  /** The styles of what was rendered on demand. */
  get styles(): readonly CSSResult[] {
    return this.#guide.styles;
  }

  get card(): CardView {
    return this.#card;
  }

  get messages(): Messages {
    return this.#locale.messages;
  }

  /** The view state of the last update. */
  get view(): ViewState | undefined {
    return this.#view;
  }

  /** Sets another card. */
  setCard(card: CardView): void {
    if (card.locale !== this.#card.locale) this.#locale = completeLocale(card.locale);
    this.#card = card;
    this.#identity.setCard(card);
  }

  /** Builds the view state. */
  build(input: Omit<ViewStateInput, 'card' | 'locale' | 'warnings'>): void {
    try {
      const {warnings} = this.#identity;
      this.#view = createViewState({...input, warnings, card: this.#card, locale: this.#locale});
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
  }

  /** Renders the view state; nothing before the first one is built. */
  render(): CardContent | undefined {
    try {
      if (this.#error) throw this.#error;
      return this.#view && this.#renderView(this.#view);
    } catch (error) {
      // The page may have replaced a built-in. The form stays, and says that something is wrong.
      logFailure(error);
      return initialContent(this.#card, this.#handlers, 'error', false);
    }
  }

  #renderView(view: ViewState): CardContent {
    const {guide, questions} = this.#card.open;
    const {onFallback} = this.#handlers;
    const appLink = this.#appLink.render(this.messages, this.#card);
    return {
      identity: this.#identity.render(this.messages),
      main: renderVerification(this.messages, view, this.#card, this.#handlers, appLink),
      hasDisclosures: view.kind !== 'verified',
      disclosures: {
        guide: guide ? this.#guide.renderGuide(this.#locale, this.#card) : undefined,
        questions: questions
          ? this.#guide.renderQuestions(this.#locale, this.#card, onFallback)
          : undefined,
      },
    };
  }

  /** Retries failed imports of guide and questions with the next render. */
  retryImports(): void {
    this.#guide.retry();
  }
}

/** The complete locales, which the elements of a page share. */
const complete = new WeakMap<LoadedLocale, Locale>();

/**
 * Returns the locale with its messages: the first render has only the first of the Korean ones. Those
 * about unusual details come with their chunk.
 */
function completeLocale(locale: LoadedLocale): Locale {
  const messages = {...lazy, ...locale.messages} as Messages;
  const known = complete.get(locale) ?? {...locale, messages};
  complete.set(locale, known);
  return known;
}
