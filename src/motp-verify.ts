import type {PropertyValues, TemplateResult} from 'lit';
import {INITIAL_STATE, type VerificationState} from './core/state.ts';
import {adoptElementStyles} from './element/adopt-styles.ts';
import {createCardView, type CardHandlers, type CardView} from './element/card-view.ts';
import {FormAssociatedElement} from './element/form-associated.ts';
import {discardServerRender} from './element/hydrate.ts';
import {InheritedAttributeController} from './element/inherited-attribute-controller.ts';
import {LocaleLoader} from './element/locale-loader.ts';
import {resolveUrls} from './element/links.ts';
import {PROPERTIES} from './element/properties.ts';
import type {ResolvedUrls} from './element/resolve-url.ts';
import {RuntimeLoader, type Runtime} from './element/runtime-loader.ts';
import {findCodeInput} from './element/slots.ts';
import {controls} from './element/styles/controls.ts';
import {layout} from './element/styles/layout.ts';
import {tokens} from './element/styles/tokens.ts';
import {initialContent, renderCard} from './element/templates/card.ts';
import type {DisclosureName} from './element/templates/disclosure.ts';
import type {LoadedLocale} from './locales/messages.ts';

/**
 * The identity check of Korean remote training (원격훈련). Shows the trainee how to get an mOTP
 * number, takes it, and posts it to the site's verification endpoint.
 *
 * @element motp-verify
 *
 * @fires {MotpVerifiedEvent} motp-verified - The endpoint verified the trainee. The site's server checks the `receipt`.
 * @fires {MotpRejectedEvent} motp-rejected - The endpoint rejected the code: `outcome`, whether it `counted`, `failures` of `maxFailures`.
 * @fires {MotpCompletedEvent} motp-completed - The trainee closed the completion popup.
 * @fires {MotpLockedEvent} motp-locked - No code is accepted any more; `unlock` names the methods that end the lock.
 * @fires {MotpFallbackEvent} motp-fallback - The trainee follows the link of another `method`; `preventDefault()` keeps the link from opening.
 * @fires {MotpErrorEvent} motp-error - The attempt failed for another `reason` than the code; `counted` says whether a failure was counted.
 * @fires {MotpStateChangeEvent} motp-state-change - The state changed from `previous` to `state`.
 *
 * @slot heading - Replaces the title.
 * @slot guidance - Replaces the six guidance lines.
 * @slot identity - Replaces the registered name and phone number.
 * @slot fallback - Further verification methods, such as a link, after the others.
 * @slot guide - Replaces the first-time guide.
 * @slot questions - Replaces the questions and answers.
 * @slot code - Replaces the code field by the site's own `<input>`, which also works without script.
 * @slot help - Replaces the help line and the links to guide and manual.
 * @slot footer - Content after everything else.
 *
 * @csspart base - The card around everything.
 * @csspart heading - The title.
 * @csspart lead - The line that names the occasion.
 * @csspart guidance - The list of guidance lines.
 * @csspart identity - The registered name and phone number.
 * @csspart identity-warnings - Warnings about what is likely to differ from the app.
 * @csspart reveal - The button that shows or hides masked details.
 * @csspart countdown - The seconds that the number on the phone is still valid, as a ring.
 * @csspart korean-time - Korean time.
 * @csspart clock - The warning that the clock of this phone is wrong.
 * @csspart form - The code field, its button and its messages.
 * @csspart code - The code field.
 * @csspart submit - The button 인증하기; in state `unknown`, 결과 확인.
 * @csspart app - The link that opens the app on a phone.
 * @csspart app-store - The link to the store, where the app did not open.
 * @csspart failure-count - The failures so far.
 * @csspart progress - The progress of a request.
 * @csspart notice - The message about the last attempt.
 * @csspart server-message - The endpoint's own message, inside `notice`.
 * @csspart troubleshooting - Likely causes, from the second failure on.
 * @csspart sign-in - The link to sign in again.
 * @csspart reload - The button that reloads the page.
 * @csspart fallbacks - The other verification methods.
 * @csspart fallback - The link to each method.
 * @csspart popup-status - The status of the identity popup.
 * @csspart locked - The panel that replaces the form while the account is locked.
 * @csspart recheck - The button that checks whether the lock has ended.
 * @csspart verified - The panel that replaces the form after success.
 * @csspart completion - The completion popup.
 * @csspart close - The button of the completion popup.
 * @csspart debug - The panel of the attribute `debug`.
 * @csspart guide - The first-time guide.
 * @csspart questions - The questions and answers.
 * @csspart help - The help line and links.
 *
 * @cssprop --motp-color-primary - Background of 인증하기; also `-hover` and `-pressed`, and `--motp-color-on-primary` for its text.
 * @cssprop --motp-color-text - Text; `--motp-color-subtle` for secondary text, `--motp-color-link` for links.
 * @cssprop --motp-color-surface - The card; `--motp-color-surface-subtle` for the guidance.
 * @cssprop --motp-color-border - Borders of field and buttons; `--motp-color-divider` for dividers.
 * @cssprop --motp-color-focus - The focus ring.
 * @cssprop --motp-color-danger - Errors; also `-border` and `-surface`; the same for `--motp-color-information` and `--motp-color-success`.
 * @cssprop --motp-font - Font families; the code field has the system's own font.
 * @cssprop --motp-font-size - Size of body text, 17px; `--motp-font-size-small`, 15px.
 * @cssprop --motp-radius - Radius of corners, 8px.
 * @cssprop --motp-control-size - Height of buttons, 56px; `--motp-code-size` for the code field, 80px.
 *
 * @cssState ready - A code can be submitted.
 * @cssState sending - A code is being sent.
 * @cssState checking - The answer was lost, and the widget asks the endpoint for the result.
 * @cssState unknown - The result is unknown; the trainee can check again.
 * @cssState rate-limited - Too many requests; the widget waits.
 * @cssState signed-out - The session has ended.
 * @cssState locked - Locked after five failures.
 * @cssState verified - The trainee is verified.
 */
export class MotpVerify extends FormAssociatedElement {
  static override readonly properties = PROPERTIES;
  static override readonly styles = [tokens, layout, controls];

  readonly #localeLoader = new LocaleLoader(() => this.#onLocaleChange());
  readonly #inherited = new InheritedAttributeController(this, ['lang', 'data-krds-mode'], () =>
    this.#onInheritedChange(),
  );
  readonly #handlers: CardHandlers = {
    onSlotChange: () => this.#invalidate(),
    onLabelClick: () => this.focus(),
    onSubmit: (event) => {
      event.preventDefault();
      void this.#withRuntime((runtime) => runtime.handleSubmit());
    },
    onFallback: (method, click) => this.#loader.runtime?.handleFallback(method, click),
    onToggle: (name, isOpen) => this.#onToggle(name, isOpen),
    onReload: () => location.reload(),
  };
  readonly #loader = new RuntimeLoader(
    (Runtime) =>
      new Runtime(
        {
          element: this,
          internals: this.formInternals.internals,
          handlers: this.#handlers,
          onStylesLoad: () => this.#adoptStyles(),
        },
        this.#card,
      ),
    () => this.#onRuntimeSettled(),
  );
  /** The disclosures that the trainee has opened or closed. */
  readonly #toggled: Partial<Record<DisclosureName, boolean>> = {};
  /** Built when they are first needed; unset when something that they depend on changes. */
  #builtCard: CardView | undefined;
  #builtLocale: LoadedLocale | undefined;
  #urls: ResolvedUrls = new Map();
  /** Whether the runtime is to act as soon as it is loaded. */
  #isRuntimeAwaited = false;
  /** Puts back what the trainee has typed into a server render. */
  #restoreServerRenderedInput: (() => void) | undefined;

  /**
   * What a form submits: the receipt's ID after success, without an endpoint the code. A new value is
   * ignored.
   */
  get value(): string {
    return this.#loader.runtime?.value ?? '';
  }

  // A form library writes back the values that it has trimmed.
  set value(_value: string) {}

  /** The type of the control, as form libraries read it; read only. */
  get type(): string {
    return 'motp-verify';
  }

  /** The state of the verification; read only. */
  get verification(): VerificationState {
    return this.#loader.runtime?.state ?? INITIAL_STATE;
  }

  /**
   * Submits the code, or checks the result if that is unknown. Resolves with the state once the
   * endpoint has decided, nothing was sent, or the element has left the page.
   */
  verify(): Promise<VerificationState> {
    return this.#withRuntime((runtime) => runtime.verify());
  }

  /**
   * Queries the account's status, and resolves with the state. Call it if the page itself learns that
   * the trainee has returned from a fallback.
   */
  refresh(): Promise<VerificationState> {
    return this.#withRuntime((runtime) => runtime.refresh());
  }

  /** Clears the field for a new start. A lock and an unknown result stay. */
  override reset(): void {
    this.#loader.runtime?.reset();
  }

  /** Focuses the code field. */
  override focus(options?: FocusOptions): void {
    const input = findCodeInput(this);
    // WebKit would scroll only to the caret.
    input?.focus({...options, preventScroll: true});
    if (!options?.preventScroll) input?.scrollIntoView({block: 'nearest'});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loader.load();
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    // Parked in a `<template>`, whose document has no window and no address.
    if (!this.ownerDocument.defaultView) return;
    this.#urls = new Map();
    this.#adoptStyles();
    this.#invalidate();
  }

  protected override onFormChange(): void {
    this.#invalidate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow(MotpVerify.shadowRootOptions);
    this.#restoreServerRenderedInput = discardServerRender(root);
    adoptElementStyles(root, MotpVerify.elementStyles);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('messages') || changed.has('locale')) this.#builtLocale = undefined;
    if (changed.size > 0) this.#builtCard = undefined;
    this.#loader.runtime?.update(this.#card);
  }

  protected override render(): TemplateResult {
    const {runtime, status} = this.#loader;
    const card = this.#card;
    const content =
      runtime?.render() ?? initialContent(card, this.#handlers, status, this.#isRuntimeAwaited);
    return renderCard(card, this.#handlers, content);
  }

  protected override firstUpdated(): void {
    this.#restoreServerRenderedInput?.();
  }

  protected override updated(): void {
    // Lit reflects `disabled` after the card is built, and ignores a request during an update.
    if (!this.#builtCard) this.requestUpdate();
    // Also before the runtime is loaded, the form must not be submitted.
    const message =
      this.#loader.runtime?.afterRender() ??
      (this.required ? this.#card.locale.messages.required : '');
    this.formInternals.setValueMissing(message, findCodeInput(this));
  }

  /** Also waits for the runtime and its first update. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#loader.whenReady();
    return this.isUpdatePending ? super.getUpdateComplete() : isComplete;
  }

  /** The view of the card, built again only when something that it depends on has changed. */
  get #card(): CardView {
    this.#builtLocale ??= this.#mergeMessages();
    this.#builtCard ??= createCardView(this, {
      locale: this.#builtLocale,
      urls: (this.#urls = resolveUrls(this, this.#urls)),
      krdsMode: this.#inherited.valueOf('data-krds-mode'),
      toggled: this.#toggled,
    });
    return this.#builtCard;
  }

  /** Returns the page's locale with the site's own messages. */
  #mergeMessages(): LoadedLocale {
    const locale = this.locale?.messages ? this.locale : this.#localeLoader.locale;
    // A page may have a message only later, as in `{heading: translations?.heading}`.
    const own = Object.entries({...this.messages}).filter(([, text]) => typeof text === 'string');
    if (own.length === 0) return locale;
    return {...locale, messages: {...locale.messages, ...Object.fromEntries(own)}};
  }

  #invalidate(): void {
    this.#builtCard = undefined;
    this.requestUpdate();
  }

  #onInheritedChange(): void {
    this.#localeLoader.follow(this.#inherited.valueOf('lang'));
    this.#invalidate();
  }

  #onLocaleChange(): void {
    this.#builtLocale = undefined;
    this.#invalidate();
  }

  #onToggle(name: DisclosureName, isOpen: boolean): void {
    // The browser also fires `toggle` for what a render has opened.
    if (isOpen === this.#card.open[name]) return;
    this.#toggled[name] = isOpen;
    this.#loader.runtime?.retryImports();
    this.#invalidate();
  }

  #onRuntimeSettled(): void {
    this.#isRuntimeAwaited = false;
    this.#adoptStyles();
    this.requestUpdate();
  }

  /** Calls the runtime, as soon as it is loaded. */
  #withRuntime(call: (runtime: Runtime) => Promise<VerificationState>): Promise<VerificationState> {
    const {runtime} = this.#loader;
    return runtime ? call(runtime) : this.#callWhenLoaded(call);
  }

  async #callWhenLoaded(
    call: (runtime: Runtime) => Promise<VerificationState>,
  ): Promise<VerificationState> {
    this.#isRuntimeAwaited = true;
    this.requestUpdate();
    await this.#loader.load();
    await this.updateComplete;
    const {runtime} = this.#loader;
    return runtime ? call(runtime) : this.verification;
  }

  #adoptStyles(): void {
    const styles = [...MotpVerify.elementStyles, ...(this.#loader.runtime?.styles ?? [])];
    if (this.shadowRoot) adoptElementStyles(this.shadowRoot, styles);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'motp-verify': MotpVerify;
  }
}
