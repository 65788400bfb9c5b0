/** Everything that the first render does not need: one chunk, loaded right after it. */
import type {CSSResult, ReactiveController} from 'lit';
import type {CodeError, PasteError} from '../core/code.ts';
import {isPending, type VerificationState} from '../core/state.ts';
import {isKoreanTime} from '../core/time.ts';
import type {CardView} from '../element/card-view.ts';
import type {FormAssociatedElement} from '../element/form-associated.ts';
import {logFailure} from '../transport/log-failure.ts';
import {findCodeInput} from '../element/slots.ts';
import type {CardContent} from '../element/templates/card.ts';
import type {FallbackMethod} from '../element/templates/fallbacks.ts';
import {browserPlatform} from '../transport/platform.ts';
import {Announcer} from './announcer.ts';
import {observeActivation, type ActivationListener, type ActivationSource} from './activation.ts';
import type {AppLinkListener} from './app-link/app-link.ts';
import {AppLinkLoader} from './app-link/app-link-loader.ts';
import {SuccessHandler} from './after-success/success-handler.ts';
import {openDialog} from './after-success/completion-dialog.ts';
import {CodeInput} from './code-input/code-input.ts';
import type {CodeInputListener} from './code-input/code-input-controller.ts';
import {isolateEvents} from './code-input/isolate-events.ts';
import {parseConfig, type Config} from './config/config.ts';
import type {ConfigError} from './config/config-error.ts';
import {ContentController} from './content-controller.ts';
import {isSameStatus} from './config/initial-status.ts';
import {Diagnostics} from './diagnostics/diagnostics.ts';
import {MotpCompletedEvent} from './events.ts';
import {FocusController} from './focus-controller.ts';
import {FormState} from './form-state.ts';
import {FallbackController} from './identity-popup/fallback-controller.ts';
import {LayoutController} from './layout-controller.ts';
import {NativeSubmitController} from './native-submit-controller.ts';
import {hasCodeError} from './notice-view.ts';
import {markVerified, saveCopiedKey} from './page-copy.ts';
import {
  PageLifecycleController,
  type PageLifecycleListener,
  type PageResume,
} from './page-lifecycle-controller.ts';
import {ProgressController} from './progress-controller.ts';
import {reveal} from './reveal.ts';
import type {RuntimeHost} from './runtime-host.ts';
import {runtimeStyles} from './styles/runtime-styles.ts';
import {TimeStepController} from './time-step-controller.ts';
import {eventsFor} from './verification/events-for.ts';
import {RepeatGuard} from './verification/repeat-guard.ts';
import type {StateChange} from './verification/state-change.ts';
import {VerificationController} from './verification/verification-controller.ts';
import {ViewRenderer} from './view-renderer.ts';

/** After the page was hidden for this long, in ms, the code in the field is no longer current. */
const STALE_MS = 10 * 60_000;

/**
 * Controls the element once it is loaded: configuration, verification, and the rendering of what
 * depends on them. Owns the controllers; does not own the card. The element calls {@link update},
 * {@link render} and {@link afterRender} in each of its updates.
 */
export class Runtime
  implements
    ReactiveController,
    CodeInputListener,
    AppLinkListener,
    ActivationListener,
    PageLifecycleListener
{
  /** The styles of what the runtime renders. */
  get styles(): CSSResult[] {
    return [...runtimeStyles, ...this.#renderer.styles];
  }

  readonly #element: FormAssociatedElement;
  readonly #onToggle: RuntimeHost['handlers']['onToggle'];
  readonly #renderer: ViewRenderer;
  readonly #diagnostics: Diagnostics;
  readonly #verification: VerificationController;
  readonly #timeStep: TimeStepController;
  readonly #codeInput: CodeInput;
  readonly #focus: FocusController;
  readonly #layout: LayoutController;
  readonly #formState: FormState;
  readonly #fallbacks: FallbackController;
  readonly #nativeSubmit: NativeSubmitController;
  readonly #content: ContentController;
  readonly #success: SuccessHandler;
  #config: Config;
  readonly #progress: ProgressController;
  readonly #announcer: Announcer;
  #isDialogDue = false;
  /** Whether the trainee has pressed the button since the last reset. */
  #hasSubmitted = false;
  readonly #repeat = new RepeatGuard();
  readonly #pageLifecycle = new PageLifecycleController(this);
  /** Aborts what listens to the page when the element is disconnected. */
  #connection: AbortController | undefined;

  constructor({element, internals, handlers, onStylesLoad}: RuntimeHost, card: CardView) {
    this.#element = element;
    this.#onToggle = handlers.onToggle;
    this.#diagnostics = new Diagnostics(element);
    const onClose = (): void => this.#onClose();
    const onRecheckLock = (): void => this.#onRecheckLock();
    this.#renderer = new ViewRenderer(
      element,
      {...handlers, onClose, onRecheckLock, onSay: (text) => this.#announcer.say(text)},
      card,
      onStylesLoad,
      new AppLinkLoader(element, this),
    );
    this.#config = parseConfig(element, card.urls);
    this.#codeInput = new CodeInput(this, this.#diagnostics);
    this.#focus = new FocusController(element, this.#codeInput);
    this.#layout = new LayoutController(element.renderRoot);
    this.#announcer = new Announcer(this.#renderer, this.#codeInput, this.#focus);
    element.addController(this.#announcer);
    this.#formState = new FormState(internals);
    this.#success = new SuccessHandler(this.#diagnostics);
    this.#verification = new VerificationController(
      element,
      (change) => this.#onStateChange(change),
      {...browserPlatform, onUnusable: this.#diagnostics.explain},
    );
    this.#timeStep = new TimeStepController(element);
    this.#progress = new ProgressController(element);
    this.#fallbacks = new FallbackController(element, this);
    this.#nativeSubmit = new NativeSubmitController(this.#codeInput, this.#verification);
    this.#content = new ContentController(element, handlers.onSlotChange);
    observeActivation(element, this);
    if (element.shadowRoot) isolateEvents(element.shadowRoot);
    this.#formState.reflectState(this.state);
    this.#applyConfig(undefined);
    element.addController(this);
  }

  /** Implements `MotpVerify.value`. */
  get value(): string {
    return this.#formState.value;
  }

  get state(): VerificationState {
    return this.#verification.state;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const {ownerDocument} = this.#element;
    this.#content.connect(signal);
    this.#nativeSubmit.connect(ownerDocument, signal);
    this.#pageLifecycle.connect(ownerDocument, signal);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
  }

  /** Implements `MotpVerify.verify()`. */
  verify(): Promise<VerificationState> {
    try {
      // A property may have been set in the same task.
      if (this.#element.isUpdatePending) this.#parseConfig();
      const {context, usesFormPost} = this.#config;
      const isDisabled = this.#element.disabled || this.#renderer.card.isDisabled;
      if (this.state.status === 'unknown') {
        this.#verification.recheck();
      } else if ((context || usesFormPost) && !isDisabled) {
        const {parsed} = this.#codeInput;
        if (parsed.kind !== 'code') {
          this.#verification.reject(parsed);
        } else if (this.#repeat.isWrong(parsed.code)) {
          this.#verification.reject({kind: 'code-repeated'});
          this.#codeInput.markRefused();
        } else {
          this.#codeInput.markSubmitted(parsed.code);
          this.#repeat.onSend(parsed.code);
          if (context) return this.#verification.submit(context, parsed.code);
          this.#nativeSubmit.submit();
        }
      }
    } catch (error) {
      // The page may have replaced a built-in. The trainee must not be left without a word.
      logFailure(error);
      this.#verification.reject({kind: 'internal'});
    }
    return this.#verification.whenSettled();
  }

  /** Implements `MotpVerify.refresh()`. */
  async refresh(): Promise<VerificationState> {
    await this.#verification.queryStatus();
    return this.state;
  }

  /** Implements `MotpVerify.reset()`. */
  reset(): void {
    // A form that is reset has already cleared the site's own input, without an event.
    this.#codeInput.refresh();
    this.#fallbacks.reset();
    this.#hasSubmitted = false;
    this.#verification.reset();
    if (this.state.status === 'ready') this.#codeInput.clear();
  }

  /**
   * Handles the button, Enter and a phone's Go key. A second press right after a rejection belongs to
   * a double click: it must not spend a try on the same code.
   */
  handleSubmit(): Promise<VerificationState> {
    if (this.#repeat.isDoublePress(this.#verification.now())) {
      return this.#verification.whenSettled();
    }
    this.#focus.onSubmit();
    this.#hasSubmitted = true;
    return this.verify();
  }

  /** Handles a click on the link of a fallback. */
  handleFallback(method: FallbackMethod, click: Event): void {
    const url = this.#renderer.card.fallbacks.urls[method];
    this.#fallbacks.follow(method, url, this.#config.identityOrigin, click);
  }

  /** Retries failed imports of guide and questions with the next render. */
  retryImports(): void {
    this.#renderer.retryImports();
  }

  /** Builds the view state before a render. Parses the configuration again if the card is another one. */
  update(card: CardView): void {
    this.#focus.beforeRender();
    if (card !== this.#renderer.card) {
      this.#renderer.setCard(card);
      this.#parseConfig();
    }
    const verification = this.#verification;
    this.#timeStep.follow(verification.timeStep);
    // An update can come after the element was removed, where a timer would keep it in memory.
    this.#progress.follow(this.#element.isConnected && isPending(verification.state));
    this.#renderer.build({
      config: this.#config,
      state: verification.state,
      popup: this.#fallbacks.status,
      autocomplete: this.#fallbacks.autocomplete,
      now: verification.now(),
      serverNow: verification.serverNow(),
      remaining: this.#timeStep.remaining,
      announcement: this.#timeStep.announcement,
      hasRoom: this.#hasSubmitted || this.#renderer.card.hasOutcome,
      isParsing: this.#content.isParsing,
      isLong: this.#progress.isLong,
      isFocused: this.#element.matches(':focus-within'),
      isAbroad: !isKoreanTime(new Date().getTimezoneOffset()),
    });
  }

  /** Renders what the card shows of the verification; nothing before the first {@link update}. */
  render(): CardContent | undefined {
    return this.#renderer.render();
  }

  /**
   * Controls the input that was rendered, moves the focus and opens the dialog.
   *
   * @returns the message that keeps the form from being submitted; empty if nothing does
   */
  afterRender(): string {
    this.#diagnostics.updatePanel();
    const {renderRoot} = this.#element;
    this.#codeInput.attachIn(renderRoot, this.#renderedInput);
    this.#focus.afterRender(this.state);
    const {parsed, isSlotted} = this.#codeInput;
    const {usesFormPost} = this.#config;
    // The site's own input submits its value itself.
    const isPosted = usesFormPost && !isSlotted && parsed.kind === 'code';
    this.#formState.setPendingValue(isPosted ? parsed.code : undefined);
    const {messages, view, card} = this.#renderer;
    if (view?.kind === 'form') {
      this.#codeInput.updateSlotted(messages, view.form, card.isDisabled);
    }
    this.#announcer.afterRender(renderRoot);
    this.#layout.afterRender();
    // When the dialog is closed, the browser moves the focus back to where it was before.
    const isFollowed = this.#focus.move();
    const dialog = renderRoot.querySelector('dialog');
    const isDialogDue = this.#isDialogDue && this.#element.isConnected;
    this.#isDialogDue = false;
    const isOpened = isDialogDue && dialog !== null && openDialog(dialog);
    if (isOpened) this.#focus.enterDialog();
    this.#layout.reveal(this.state, isFollowed && !isOpened);
    if (usesFormPost) {
      // A script can set the value of the site's own input without an event. It is read at the post.
      return isSlotted || parsed.kind === 'code' ? '' : messages.codeEmpty;
    }
    return this.#element.required && this.state.status !== 'verified' ? messages.required : '';
  }

  /** Implements {@link CodeInputListener}, as do the next four. */
  onEdit(): void {
    this.#repeat.onEdit();
    this.#verification.onEdit();
    if (this.#config.usesFormPost) this.#element.requestUpdate();
  }

  onInvalid(error: PasteError | CodeError): void {
    this.#verification.reject(error);
  }

  onBlur(): void {
    this.#announcer.describeField();
  }

  onEnter(): void {
    void this.handleSubmit();
  }

  onComplete(): void {
    if (this.#element.autoSubmit && this.state.status === 'ready') void this.handleSubmit();
  }

  /** Implements {@link AppLinkListener}. */
  warn(error: ConfigError): void {
    this.#diagnostics.warn(error);
  }

  /** Implements {@link ActivationListener}. */
  onActivation(source: ActivationSource): void {
    if (source === 'invalid' && this.#element.validity.valueMissing) {
      const {parsed} = this.#codeInput;
      const isCodeMissing = this.#config.usesFormPost && parsed.kind !== 'code';
      this.#verification.reject(isCodeMissing ? parsed : {kind: 'required'});
    }
    this.#codeInput.focus();
  }

  /** Asks for the number of the app: by the focus, or in words where the field has it already. */
  onAppReturn(): void {
    if (this.#focus.place === 'elsewhere') return;
    if (this.#codeInput.hasFocus) this.#announcer.askForCode();
    this.#codeInput.select();
    reveal(this.#element.renderRoot);
  }

  /** Implements {@link PageLifecycleListener}. */
  onPageResume(resume: PageResume): void {
    const isStale = resume.cause === 'bfcache' || resume.hiddenMs > STALE_MS;
    const isUndecided = isPending(this.state) || this.state.status === 'unknown';
    if (isStale && !isUndecided) this.#codeInput.clear();
    this.#verification.onPageResume(resume);
  }

  /** The input of the form, unless a panel has replaced the form. */
  get #renderedInput(): HTMLInputElement | undefined {
    const slot = this.#element.renderRoot.querySelector('slot[name=code]');
    return slot && this.#focus.isLeaving(slot) ? undefined : findCodeInput(this.#element);
  }

  #parseConfig(): void {
    const before = this.#config;
    this.#config = parseConfig(this.#element, this.#renderer.card.urls);
    this.#applyConfig(before);
  }

  #applyConfig(before: Config | undefined): void {
    const {context, errors, initialStatus, usesFormPost} = this.#config;
    if (!this.#content.isParsing) for (const error of errors) this.warn(error);
    this.#nativeSubmit.form = usesFormPost ? (this.#element.form ?? undefined) : undefined;
    if (initialStatus && !isSameStatus(initialStatus, before?.initialStatus)) {
      this.#verification.applyStatus(initialStatus);
    }
    if (context) {
      if (!before) saveCopiedKey(this.#element, this.state, context);
      this.#verification.setContext(context);
    }
    this.#success.preload(this.#element);
  }

  #onStateChange(change: StateChange): void {
    const {after, cause, startsRegistration} = change;
    this.#focus.beforeStateChange(change);
    this.#layout.beforeStateChange(change);
    const isVerified = after.status === 'verified';
    this.#isDialogDue = isVerified;
    this.#announcer.onStateChange(change);
    this.#repeat.onStateChange(change);
    if (cause.type === 'answered' && hasCodeError(after)) this.#codeInput.markRefused();
    // The code is used up; it must not stay in the page.
    if (isVerified || after.status === 'locked') this.#codeInput.clear();
    // What to do first is in the guide. After an attempt, nothing moves.
    if (startsRegistration && cause.type === 'status-received') this.#onToggle('guide', true);
    this.#formState.reflectState(after);
    const isNew = markVerified(this.#element, change);
    for (const event of eventsFor(change)) this.#element.dispatchEvent(event);
    if (isVerified && isNew) void this.#success.run(this.#element, after.receipt);
  }

  #onClose(): void {
    this.#focus.focusPart('verified');
    this.#element.dispatchEvent(new MotpCompletedEvent());
  }

  #onRecheckLock(): void {
    // The server renders the lock; a reload would post the form again.
    if (this.#config.usesFormPost) location.replace(location.href.replace(/#.*/, ''));
    else void this.#refreshLock();
  }

  /** A lock that still stands is said again, because the trainee has asked. */
  async #refreshLock(): Promise<void> {
    const before = this.state;
    if ((await this.refresh()) === before) this.#announcer.announce();
  }
}
