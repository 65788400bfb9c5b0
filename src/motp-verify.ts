import {html, isServer, nothing, type TemplateResult} from 'lit';
import {InheritedAttributeController} from './element/inherited-attribute-controller.ts';
import {LangController} from './element/lang-controller.ts';
import {INITIAL_STATE, type VerificationState} from './core/state.ts';
import {isKoreanTime} from './core/time.ts';
import {FormAssociatedElement} from './element/form-associated.ts';
import {Disclosures} from './element/disclosures.ts';
import {resolveLinks, type SafeLinks} from './element/links.ts';
import type {LoadedLocale} from './locales/messages.ts';
import {adoptElementStyles} from './element/adopt-styles.ts';
import {
  renderCodeForm,
  type CodeFormOptions,
  type FormView,
} from './element/templates/code-form.ts';
import {renderGuidance} from './element/templates/guidance.ts';
import {renderHeader} from './element/templates/header.ts';
import {renderHelp} from './element/templates/help.ts';
import {renderIdentity, type IdentityView} from './element/templates/identity.ts';
import {renderPopupStatus} from './element/templates/popup-status.ts';
import {renderLoadError} from './element/templates/load-error.ts';
import type {DrawsForm} from './runtime/templates/verification-view.ts';
import {controls} from './element/styles/controls.ts';
import {layout} from './element/styles/layout.ts';
import {tokens} from './element/styles/tokens.ts';
import {discardServerRender} from './element/hydrate.ts';
import {renderFallbacks, type Fallbacks} from './element/templates/fallbacks.ts';
import type {Runtime} from './runtime/runtime.ts';

/**
 * The identity check of Korean remote training (원격훈련): shows the trainee how to get a mOTP
 * number, takes it, and posts it to the verification endpoint that the site configures.
 *
 * @element motp-verify
 *
 * @fires {MotpVerifiedEvent} motp-verified - The endpoint has verified the trainee; `receipt` is for the site's server to check.
 * @fires {MotpRejectedEvent} motp-rejected - The endpoint has refused the code: `outcome`, whether it `counted`, `failures` of `maxFailures`.
 * @fires {MotpCompletedEvent} motp-completed - The trainee has closed the completion popup and wants to go on.
 * @fires {MotpLockedEvent} motp-locked - No more codes are taken; `unlock` names the ways out.
 * @fires {MotpWayOutEvent} motp-fallback - The trainee takes another `way`; `preventDefault()` keeps the link from opening.
 * @fires {MotpErrorEvent} motp-error - Something other than the code stood in the way: `reason`, and whether it `counted`.
 * @fires {MotpStateChangeEvent} motp-state-change - From state `previous` to `state`.
 *
 * @slot heading - In place of the title.
 * @slot guidance - In place of the six guidance lines.
 * @slot identity - In place of the registered name and phone.
 * @slot fallback - A further way to verify, such as a link, after the others.
 * @slot guide - In place of the first-time guide.
 * @slot questions - In place of the questions and answers.
 * @slot code - In place of the code field: the site's own `<input>`, which is then driven, and which works without script.
 * @slot help - In place of the help line and the links to guide and manual.
 * @slot footer - After everything else.
 *
 * @csspart base - The card around everything.
 * @csspart heading - The title.
 * @csspart lead - The line that names the occasion.
 * @csspart guidance - The list of guidance lines.
 * @csspart identity - The registered name and phone.
 * @csspart identity-warnings - What in them is likely to differ from the app.
 * @csspart reveal - The button that shows or hides masked details.
 * @csspart step - The seconds left of the phone's number, as a ring.
 * @csspart korean-time - Korean time.
 * @csspart form - The code field with all that belongs to it.
 * @csspart code - The code field.
 * @csspart submit - 인증하기; in state `undecided`, 결과 확인.
 * @csspart tally - The failures so far.
 * @csspart progress - What is under way.
 * @csspart notice - The message about the last attempt.
 * @csspart remark - In it, what the endpoint says in words of its own.
 * @csspart causes - The likely causes, from the second failure on.
 * @csspart log-in - The link to sign in again.
 * @csspart reload - The button that reloads an outdated page.
 * @csspart fallbacks - The other ways to verify.
 * @csspart fallback - Each link to another way.
 * @csspart identity-window - What is said about the window of another way.
 * @csspart locked - What stands in the form's place while locked.
 * @csspart ask-lock - The button there that asks whether the lock is released.
 * @csspart verified - What stands in the form's place after success.
 * @csspart completion - The completion popup.
 * @csspart close - The popup's button.
 * @csspart guide - The first-time guide.
 * @csspart questions - The questions and answers.
 * @csspart help - The help line and links.
 *
 * @cssprop --motp-color-primary - Fill of 인증하기; likewise `-hover`, `-pressed`, and `--motp-color-on-primary` for what stands on it.
 * @cssprop --motp-color-text - Text; `--motp-color-subtle` for lesser text, `--motp-color-link` for links.
 * @cssprop --motp-color-surface - The card; `--motp-color-surface-subtle` for the guidance.
 * @cssprop --motp-color-border - Borders of field and buttons; `--motp-color-divider` for lesser lines.
 * @cssprop --motp-color-focus - The focus ring.
 * @cssprop --motp-color-danger - Errors; likewise `-border` and `-surface`; the same of `--motp-color-information` and `--motp-color-success`.
 * @cssprop --motp-font - Font families.
 * @cssprop --motp-font-size - Size of body text, 17px; `--motp-font-size-small`, 15px.
 * @cssprop --motp-radius - Radius of corners, 8px.
 * @cssprop --motp-control-size - Height of buttons, 56px; `--motp-code-size` for the code field, 80px.
 *
 * @cssState ready - A code can be sent.
 * @cssState sending - A code is on its way.
 * @cssState checking - The answer was lost; the endpoint is being asked.
 * @cssState undecided - Asking came to nothing; the trainee can ask again.
 * @cssState waiting - Too many requests.
 * @cssState signed-out - The login is gone.
 * @cssState locked - Locked after five failures.
 * @cssState verified - Verified.
 */
export class MotpVerify extends FormAssociatedElement {
  static override readonly styles = [tokens, layout, controls];

  readonly #language = new LangController(this);
  readonly #krdsMode = new InheritedAttributeController(this, 'data-krds-mode', () =>
    this.requestUpdate(),
  );
  readonly #guide = new Disclosures(this);
  /** All that the first render can do without. */
  #workings: Runtime | undefined;
  #arriving: Promise<void> | undefined;
  /** What is to be said while they are not there. */
  #lack: 'nothing' | 'awaited' | 'missing' = 'nothing';
  /** Puts back what was typed where a server had rendered the element. */
  #putBack: (() => void) | undefined;

  /** The state of the verification; read only. */
  get verification(): VerificationState {
    return this.#workings?.state ?? INITIAL_STATE;
  }

  /**
   * Presses 인증하기, or 결과 확인 where that is due. Resolves with the state once the endpoint has
   * decided, nothing was sent, or the element has left the page.
   */
  verify(): Promise<VerificationState> {
    return this.#workings?.verify() ?? this.#inTime((workings) => workings.verify());
  }

  /**
   * Asks the endpoint how things stand, for a page that hears by itself that the trainee is back from
   * another way. Resolves with the state then.
   */
  refresh(): Promise<VerificationState> {
    return this.#workings?.refresh() ?? this.#inTime((workings) => workings.refresh());
  }

  /** Starts anew with an empty field; a lock stays, and so does what is not settled yet. */
  override reset(): void {
    this.#workings?.reset();
  }

  /** Puts the caret into the code field. */
  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#bring();
  }

  /** Called by the browser when the element has come to another document. */
  adoptedCallback(): void {
    this.#dress();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow(MotpVerify.shadowRootOptions);
    this.#putBack = discardServerRender(root);
    adoptElementStyles(root, MotpVerify.elementStyles);
    return root;
  }

  protected override render(): TemplateResult {
    const {tag, messages, dir = 'ltr'} = this.#shownLanguage;
    const {heading, occasion, unit} = this;
    const omitted = this.#omitted;
    const links = resolveLinks(this);
    const fallbacks = this.#waysOut(links);
    const headingLevel = Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 6);
    const level = Math.min(headingLevel + 1, 6);
    const view = this.#workings?.view;
    const form: DrawsForm = (content, aboutWindow) => [
      renderCodeForm(messages, this.#formOptions, content),
      omitted.has('fallbacks') ? nothing : renderFallbacks(messages, fallbacks),
      renderPopupStatus(aboutWindow),
    ];
    return html`<div class="card ${this.#contrast}" part="base" lang=${tag} dir=${dir}>
      <div class="check">
        ${renderHeader(messages, {heading, headingLevel, occasion, unit, omitted})}
        ${omitted.has('guidance') ? nothing : renderGuidance(messages)}
        ${omitted.has('identity') ? nothing : renderIdentity(messages, view?.identity() ?? this.#plainIdentity)}
        ${view?.draw({links, fallbacks, form}) ?? form(this.#contentSoFar)}
      </div>
      ${
        this.verification.status === 'verified'
          ? nothing
          : html`<div class="more">
              ${this.#guide.draw({
                messages,
                omitted,
                level,
                opensByItself: this.#opensGuide,
                contents: view?.guide({links, fallbacks}, level),
              })}
            </div>`
      }
      ${omitted.has('help') ? nothing : renderHelp(messages, {tel: this.helpTel, ...links})}
      <slot name="footer"></slot>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.#putBack?.();
  }

  protected override updated(): void {
    if (this.#workings) return;
    // The form around is not to be sent before success, whenever the workings come.
    this.internals.setValueMissing(
      this.required ? this.#shownLanguage.messages.required : '',
      this.#input,
    );
  }

  /** With the workings, so that whoever awaits it finds everything drawn and at work. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#arriving;
    return this.isUpdatePending ? super.getUpdateComplete() : isComplete;
  }

  /** Has the workings brought, once; anew where they did not come. */
  #bring(): Promise<void> {
    this.#arriving ??= import('./runtime/runtime.ts').then(
      (arrived) => {
        this.#workings = new arrived.Runtime({
          element: this,
          participation: this.internals,
          takesNothing: () => this.isDisabled,
          input: () => this.#input,
          locale: () => this.#shownLanguage,
        });
        this.#dress();
        this.#say('nothing');
      },
      () => {
        this.#arriving = undefined;
        console.error(
          '<motp-verify> could not be loaded whole. Serve the folder motp-verify/ of the build beside its script.',
        );
        this.#say('missing');
      },
    );
    return this.#arriving;
  }

  /** Does what was asked for too early, once the workings are there. */
  async #inTime(
    act: (workings: Runtime) => Promise<VerificationState>,
  ): Promise<VerificationState> {
    this.#say('awaited');
    await this.#bring();
    await this.updateComplete;
    return this.#workings ? act(this.#workings) : this.verification;
  }

  #say(lack: 'nothing' | 'awaited' | 'missing'): void {
    this.#lack = lack;
    this.requestUpdate();
  }

  #dress(): void {
    const {elementStyles: first} = MotpVerify;
    const all = this.#workings ? [...first, ...this.#workings.styles] : first;
    if (this.shadowRoot) adoptElementStyles(this.shadowRoot, all);
  }

  get #formOptions(): CodeFormOptions {
    return {
      disabled: this.isDisabled,
      isSlotted: this.#holds('code'),
      onSubmit: () =>
        void (this.#workings?.press() ?? this.#inTime((workings) => workings.press())),
      onSlotChange: () => this.requestUpdate(),
      onLabelClick: () => this.focus(),
    };
  }

  /** What the form says as long as the workings are not there. */
  get #contentSoFar(): FormView {
    const {messages} = this.#shownLanguage;
    switch (this.#lack) {
      case 'awaited':
        return {progress: messages.loading, isBusy: true, isReadOnly: true, isSubmitDisabled: true};
      case 'missing':
        return {notice: renderLoadError(messages, () => location.reload())};
      case 'nothing': {
        // A server's clocks are not the trainee's.
        const isAbroad = !isServer && !isKoreanTime(new Date().getTimezoneOffset());
        return {time: isAbroad ? html`<p class="small">&nbsp;</p>` : nothing};
      }
    }
  }

  /** As it is registered, or, where it is not to be seen by everybody, only room for it. */
  get #plainIdentity(): IdentityView {
    const shown = (text: string): string => (text && this.masked ? '\u00a0' : text);
    return {name: shown(this.traineeName), phone: shown(this.traineePhone)};
  }

  /** The input that is drawn: the widget's own, or the one that the site has put into the slot. */
  get #input(): HTMLInputElement | undefined {
    const slot = this.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=code]');
    for (const element of slot?.assignedElements({flatten: true}) ?? []) {
      const input = isInput(element) ? element : element.querySelector('input');
      if (input) return input;
    }
    return undefined;
  }

  /** What the site leaves out. */
  get #omitted(): ReadonlySet<string> {
    const omitted = new Set(this.omit.split(/\s+/));
    return this.guide === 'none' ? omitted.add('guide') : omitted;
  }

  #waysOut({phoneIdentityUrl, reRegistrationUrl, ipinUrl}: SafeLinks): Fallbacks {
    const urls = {
      'phone-identity': phoneIdentityUrl,
      're-registration': reRegistrationUrl,
      ipin: ipinUrl,
    };
    return {
      urls,
      hasMore: this.#holds('fallback'),
      onFallback: (way, click) => this.#workings?.takeWayOut(way, urls[way], click),
    };
  }

  /** Whether the site has put something into a slot; a server can't tell. */
  #holds(slot: string): boolean {
    return !isServer && this.querySelector(`:scope > [slot=${slot}]`) !== null;
  }

  /** Whether the first-time guide opens by itself (manual: 최초 과정 입과). */
  get #opensGuide(): boolean {
    // What it needs arrives later, where a page can wait for it.
    if (isServer) return false;
    return this.guide === 'open' || (this.guide !== 'closed' && this.occasion === 'enrollment');
  }

  /** KRDS's own switch of the page's contrast reaches the widget, unless the site says otherwise. */
  get #contrast(): string {
    const {theme} = this;
    const mode = theme === 'auto' ? this.#krdsMode.value : theme;
    return mode === 'high-contrast' ? mode : '';
  }

  /** The page's language as far as it is there, with the site's own messages in it. */
  get #shownLanguage(): LoadedLocale {
    const locale = this.locale ?? this.#language.current;
    return {...locale, messages: {...locale.messages, ...this.messages}};
  }
}

/** By its name: in another document, inputs are of another class. */
function isInput(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}

declare global {
  interface HTMLElementTagNameMap {
    'motp-verify': MotpVerify;
  }
}
