/** Everything that the first render does not need: one chunk, loaded right after it. */
import type {PropertyValues, ReactiveController} from 'lit';
import {isPending, type VerificationEvent, type VerificationState} from '../core/state.ts';
import type {CardHandlers, CardView} from '../element/card-view.ts';
import {MotpCompletedEvent, MotpFallbackEvent} from '../element/events.ts';
import type {FormAssociatedElement} from '../element/form-associated.ts';
import type {FormInternals} from '../element/form-internals.ts';
import {isDisabled} from '../element/is-disabled.ts';
import {findCodeInput} from '../element/slots.ts';
import type {CardContent} from '../element/templates/card.ts';
import type {FallbackMethod} from '../element/templates/fallbacks.ts';
import {lazy} from '../locales/ko/lazy.ts';
import type {LoadedLocale, Locale} from '../locales/messages.ts';
import {onActivation, type ActivationSource} from './activation.ts';
import {SuccessHandler} from './after-success/success-handler.ts';
import {CodeInput} from './code-input/code-input.ts';
import {isolateInputEvents} from './code-input/isolate-events.ts';
import {warnOnce} from './config/config-error.ts';
import {CONFIG_PROPERTIES} from './config/config-source.ts';
import {parseConfig, type Config} from './config/config.ts';
import {isSameStatus} from './config/initial-status.ts';
import {FocusController} from './focus-controller.ts';
import {GuideContent} from './guide/guide-content.ts';
import {IdentityPopup} from './identity-popup/identity-popup.ts';
import {identityView, type IdentityView} from './identity-view.ts';
import {NativeSubmitController} from './native-submit-controller.ts';
import {hasCodeError} from './notice-view.ts';
import {PageLifecycleController, type PageResume} from './page-lifecycle-controller.ts';
import {controlsRuntime} from './styles/controls-runtime.ts';
import {disclosureStyles} from './styles/disclosure.ts';
import {messageStyles} from './styles/messages.ts';
import {writingSystems} from './styles/writing-systems.ts';
import {renderIdentityContent} from './templates/identity-content.ts';
import {renderVerification} from './templates/verification-view.ts';
import {TimeStepController} from './time-step-controller.ts';
import {eventsFor} from './verification/events-for.ts';
import {VerificationController} from './verification/verification-controller.ts';
import {createViewState, type ViewHandlers, type ViewState} from './view-state.ts';

/** How long after a rejection a second press counts as a double click, in ms. */
const DOUBLE_PRESS_MS = 700;

/** A code that was hidden for this long cannot be current any more, in ms. */
const STALE_MS = 10 * 60_000;

/** The host that the runtime controls. */
export interface RuntimeHost {
  readonly element: FormAssociatedElement;
  readonly internals: FormInternals;
  readonly handlers: CardHandlers;
}

/**
 * Controls the element once it is loaded: parses the configuration, runs the verification, and renders
 * what depends on it. Owns the controllers; the card itself is the element's.
 */
export class Runtime implements ReactiveController {
  /** The styles of what it renders. */
  readonly styles = [writingSystems, messageStyles, disclosureStyles, controlsRuntime] as const;

  readonly #element: FormAssociatedElement;
  readonly #internals: FormInternals;
  readonly #handlers: ViewHandlers;
  readonly #warn = warnOnce();
  readonly #codeInput = new CodeInput(
    {
      onEdit: () => this.#onEdit(),
      onInvalid: (error) => this.#verification.reject(error),
      onEnter: () => void this.handleSubmit(),
      onComplete: () => this.#onComplete(),
    },
    this.#warn,
  );
  readonly #focus: FocusController;
  readonly #verification: VerificationController;
  readonly #timeStep: TimeStepController;
  readonly #popup: IdentityPopup;
  readonly #nativeSubmit: NativeSubmitController;
  readonly #successHandler = new SuccessHandler(this.#warn);
  readonly #guide: GuideContent;
  #card: CardView;
  #config: Config;
  #locale: Locale;
  #identity: IdentityView;
  #view: ViewState;
  #isRevealed = false;
  #isDialogDue = false;
  /** Whether phone verification was opened: the phone then offers its code to any field. */
  #isTextMessageExpected = false;
  /** When the code in the field was rejected, in ms of the verification's clock. */
  #rejectedAt = Number.NEGATIVE_INFINITY;

  constructor({element, internals, handlers}: RuntimeHost, card: CardView) {
    this.#element = element;
    this.#internals = internals;
    this.#handlers = {
      ...handlers,
      onReveal: () => this.#onReveal(),
      onClose: () => this.#onClose(),
      onRecheckLock: () => this.#onRecheckLock(),
    };
    this.#card = card;
    this.#locale = completeLocale(card.locale);
    this.#identity = identityView(card, this.#isRevealed);
    this.#config = parseConfig(element, card.links);
    this.#focus = new FocusController(element);
    this.#verification = new VerificationController(element, (...change) =>
      this.#onStateChange(...change),
    );
    this.#timeStep = new TimeStepController(element);
    this.#popup = new IdentityPopup(element, () => void this.refresh());
    this.#nativeSubmit = new NativeSubmitController(element);
    this.#guide = new GuideContent(element);
    element.addController(this);
    element.addController(
      new PageLifecycleController(element, (resume) => this.#onPageResume(resume)),
    );
    onActivation(element, (source) => this.#onActivation(source));
    if (element.shadowRoot) isolateInputEvents(element.shadowRoot);
    internals.reflectState(this.state);
    this.#applyConfig(undefined);
    this.#view = this.#createView();
  }

  get state(): VerificationState {
    return this.#verification.state;
  }

  /** Implements {@link MotpVerify.verify}. */
  verify(): Promise<VerificationState> {
    // A property may have been set in the same task.
    if (this.#element.isUpdatePending) this.#parseConfig();
    const {context, usesFormPost} = this.#config;
    if (this.state.status === 'unknown') {
      this.#verification.recheck();
    } else if ((context || usesFormPost) && !isDisabled(this.#element)) {
      const {parsed} = this.#codeInput;
      if (parsed.kind !== 'code') {
        this.#verification.reject(parsed);
      } else {
        this.#codeInput.markSubmitted(parsed.code);
        if (context) this.#verification.submit(context, parsed.code);
        else this.#nativeSubmit.submit();
      }
    }
    return this.#verification.whenSettled();
  }

  /** Implements {@link MotpVerify.refresh}. */
  async refresh(): Promise<VerificationState> {
    await this.#verification.queryStatus();
    return this.state;
  }

  /** Implements {@link MotpVerify.reset}. */
  reset(): void {
    // A form that is reset has already cleared the site's own input, without an event.
    this.#codeInput.refresh();
    this.#isTextMessageExpected = false;
    this.#element.requestUpdate();
    this.#verification.reset();
    if (this.state.status === 'ready') this.#codeInput.clear();
  }

  /**
   * Handles the button, Enter and a phone's Go key. A second press right after a rejection was meant
   * for the first: it must not spend a try on the same code.
   */
  handleSubmit(): Promise<VerificationState> {
    const isDouble = this.#verification.now() - this.#rejectedAt < DOUBLE_PRESS_MS;
    if (isDouble) return this.#verification.whenSettled();
    this.#focus.onSubmit();
    return this.verify();
  }

  /** Handles a click on the link of a fallback. */
  handleFallback(method: FallbackMethod, click: Event): void {
    const isPrevented = !this.#element.dispatchEvent(new MotpFallbackEvent(method));
    const url = this.#card.fallbacks.urls[method];
    const {identityOrigin} = this.#config;
    if (isPrevented || (url && this.#popup.open(url, identityOrigin, click))) {
      click.preventDefault();
    }
    if (method !== 'phone-identity') return;
    this.#isTextMessageExpected = true;
    this.#element.requestUpdate();
  }

  /** Lets failed imports of guide and questions be tried again. */
  retryImports(): void {
    this.#guide.retry();
  }

  /**
   * Takes over what has changed, before an update.
   *
   * @param hasFormChanged whether the form owner or a slot has changed, of which no property tells
   */
  update(card: CardView, changed: PropertyValues, hasFormChanged: boolean): void {
    if (card !== this.#card) {
      if (card.locale !== this.#card.locale) this.#locale = completeLocale(card.locale);
      this.#card = card;
      this.#identity = identityView(card, this.#isRevealed);
      this.#successHandler.preload(this.#element);
    }
    if (hasFormChanged || CONFIG_PROPERTIES.some((name) => changed.has(name))) this.#parseConfig();
  }

  hostUpdate(): void {
    this.#timeStep.follow(this.#verification.timeStep);
    this.#view = this.#createView();
  }

  /** Renders what the element shows of the verification. */
  render(): CardContent {
    const {messages} = this.#locale;
    const {guide, questions} = this.#card.open;
    return {
      identity: renderIdentityContent(messages, this.#identity, this.#handlers.onReveal),
      main: renderVerification(messages, this.#view, this.#card, this.#handlers),
      hasDisclosures: this.#view.kind !== 'verified',
      disclosures: {
        guide: guide ? this.#guide.renderGuide(this.#locale, this.#card) : undefined,
        questions: questions
          ? this.#guide.renderQuestions(this.#locale, this.#card, this.#handlers.onFallback)
          : undefined,
      },
    };
  }

  hostUpdated(): void {
    this.#syncInput();
    const dialog = this.#element.renderRoot.querySelector('dialog');
    const isDialogDue = this.#isDialogDue && this.#element.isConnected;
    this.#isDialogDue = false;
    if (isDialogDue && dialog) dialog.showModal();
    else if (this.#focus.consumePendingMove()) this.#moveFocus();
  }

  #parseConfig(): void {
    const before = this.#config;
    this.#config = parseConfig(this.#element, this.#card.links);
    this.#applyConfig(before);
  }

  #applyConfig(before: Config | undefined): void {
    const {context, errors, initialStatus, usesFormPost} = this.#config;
    for (const error of errors) this.#warn(error);
    this.#nativeSubmit.form = usesFormPost ? (this.#element.form ?? undefined) : undefined;
    if (initialStatus && !isSameStatus(initialStatus, before?.initialStatus)) {
      this.#verification.applyStatus(initialStatus);
    }
    if (context) this.#verification.setContext(context);
    this.#successHandler.preload(this.#element);
  }

  #createView(): ViewState {
    return createViewState({
      config: this.#config,
      card: this.#card,
      locale: this.#locale,
      state: this.state,
      popup: this.#popup.status,
      autocomplete: this.#isTextMessageExpected ? 'off' : 'one-time-code',
      now: this.#verification.now(),
      serverNow: this.#verification.serverNow(),
      remaining: this.#timeStep.remaining,
      announcement: this.#timeStep.announcement,
      isFocused: this.#element.matches(':focus-within'),
    });
  }

  /** Controls the input that was rendered, and passes its value and validity to the form. */
  #syncInput(): void {
    const input = findCodeInput(this.#element);
    this.#internals.setValueMissing(this.#validationMessage(), input);
    this.#codeInput.attach(input, this.#element.renderRoot);
    const {parsed, isSlotted} = this.#codeInput;
    // The site's own input submits its value itself.
    const isPosted = this.#config.usesFormPost && !isSlotted && parsed.kind === 'code';
    this.#internals.setPendingValue(isPosted ? parsed.code : undefined);
    if (this.#view.kind === 'form') {
      const {form} = this.#view;
      this.#codeInput.updateSlotted(this.#locale.messages, form, this.#card.isDisabled);
    }
  }

  /** Returns what keeps the form from being submitted; empty if nothing does. */
  #validationMessage(): string {
    const {codeEmpty, required} = this.#locale.messages;
    if (this.#config.usesFormPost) {
      return this.#codeInput.parsed.kind === 'code' ? '' : codeEmpty;
    }
    return this.#element.required && this.state.status !== 'verified' ? required : '';
  }

  #moveFocus(): void {
    const {state} = this;
    if (state.status === 'verified') this.#focus.focusFirst('[part=verified]');
    else if (state.status === 'locked') this.#focus.focusFirst('[part=locked] :is(a, button)');
    else if (hasCodeError(state)) this.#codeInput.select();
    else if (state.status === 'ready' && state.notice?.kind === 'unlocked') this.#codeInput.focus();
  }

  #onStateChange(
    after: VerificationState,
    before: VerificationState,
    cause: VerificationEvent,
  ): void {
    this.#focus.beforeStateChange(after, before, cause);
    const isVerified = after.status === 'verified';
    this.#isDialogDue = isVerified;
    if (cause.type === 'answered' && hasCodeError(after)) {
      this.#rejectedAt = this.#verification.now();
    }
    // The code is used up; it must not stay in the page.
    if (isVerified || after.status === 'locked') this.#codeInput.clear();
    this.#internals.reflectState(after);
    for (const event of eventsFor(after, before, cause)) this.#element.dispatchEvent(event);
    if (isVerified) void this.#successHandler.run(this.#element, after.receipt);
  }

  #onEdit(): void {
    this.#rejectedAt = Number.NEGATIVE_INFINITY;
    this.#verification.onEdit();
    if (this.#config.usesFormPost) this.#element.requestUpdate();
  }

  #onComplete(): void {
    if (this.#element.autoSubmit && this.state.status === 'ready') void this.handleSubmit();
  }

  #onReveal(): void {
    this.#isRevealed = !this.#isRevealed;
    this.#identity = identityView(this.#card, this.#isRevealed);
    this.#element.requestUpdate();
  }

  #onClose(): void {
    this.#focus.focusFirst('[part=verified]');
    this.#element.dispatchEvent(new MotpCompletedEvent());
  }

  #onRecheckLock(): void {
    // The server renders the lock; a reload would post the form again.
    if (this.#config.usesFormPost) location.replace(location.href.replace(/#.*/, ''));
    else void this.refresh();
  }

  #onActivation(source: ActivationSource): void {
    if (source === 'invalid' && this.#element.validity.valueMissing) {
      const {parsed} = this.#codeInput;
      const isCodeMissing = this.#config.usesFormPost && parsed.kind !== 'code';
      this.#verification.reject(isCodeMissing ? parsed : {kind: 'required'});
    }
    this.#codeInput.focus();
  }

  #onPageResume(resume: PageResume): void {
    const isStale = resume.cause === 'bfcache' || resume.hiddenMs > STALE_MS;
    const isUndecided = isPending(this.state) || this.state.status === 'unknown';
    if (isStale && !isUndecided) this.#codeInput.clear();
    this.#verification.onPageResume(resume);
  }
}

/** Returns the locale with all messages: the first render has only the first of the Korean ones. */
function completeLocale(locale: LoadedLocale): Locale {
  return {...locale, messages: {...lazy, ...locale.messages}};
}
