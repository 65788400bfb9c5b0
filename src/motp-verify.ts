import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {MotpVerifyAttributes} from './attributes.ts';
import {
  configurationOf,
  isProblem,
  unsafe,
  type Configuration,
  type Problem,
} from './configuration.ts';
import {CodeField} from './controllers/code-field.ts';
import {PageLanguage} from './controllers/language.ts';
import {Verification} from './controllers/verification.ts';
import type {Attempt, AttemptEvent} from './core/attempt.ts';
import {UNLOCKS} from './core/contract.ts';
import {eventsOf, MotpWayOutEvent} from './events.ts';
import {fill, type Words} from './locale/words.ts';
import {addressOf} from './transport/address.ts';
import {codeForm} from './view/code-form.ts';
import {completionDialog, verifiedPanel} from './view/completion.ts';
import {controlStyles} from './view/control-styles.ts';
import {guidance} from './view/guidance.ts';
import {header} from './view/header.ts';
import {help} from './view/help.ts';
import {identity} from './view/identity.ts';
import {isAboutTheCode} from './view/notice.ts';
import {styles} from './view/styles.ts';
import {tokens} from './view/tokens.ts';
import {lockedPanel, otherWays, type WayOut} from './view/ways-out.ts';

/**
 * The identity check of Korean remote training (원격훈련): shows the trainee how to get a mOTP
 * number, takes it, and posts it to the verification endpoint that the site configures.
 *
 * @element motp-verify
 *
 * @fires {MotpVerifiedEvent} motp-verified - The endpoint has verified the trainee; `receipt` is for the site's server to check.
 * @fires {MotpRejectedEvent} motp-rejected - The endpoint has refused the code: `outcome`, whether it `counted`, `failures` of `maxFailures`.
 * @fires {MotpLockedEvent} motp-locked - No more codes are taken; `unlock` names the ways out.
 * @fires {MotpWayOutEvent} motp-way-out - The trainee takes another `way`; `preventDefault()` keeps the link from opening.
 * @fires {MotpErrorEvent} motp-error - Something other than the code stood in the way: `reason`.
 * @fires {MotpStateChangeEvent} motp-state-change - From state `previous` to `state`.
 *
 * @slot heading - In place of the title.
 * @slot guidance - In place of the six guidance lines.
 * @slot help - In place of the help line and the links to guide and manual.
 * @slot footer - After everything else.
 *
 * @csspart base - The card around everything.
 * @csspart heading - The title.
 * @csspart lead - The line that names the occasion.
 * @csspart guidance - The list of guidance lines.
 * @csspart identity - The registered name and phone.
 * @csspart form - The code field with all that belongs to it.
 * @csspart code - The code field.
 * @csspart submit - 인증하기.
 * @csspart ask - 결과 확인, in state `undecided`.
 * @csspart tally - The failures so far.
 * @csspart progress - What is under way.
 * @csspart notice - The message about the last attempt.
 * @csspart log-in - The link to sign in again.
 * @csspart reload - The button that reloads an outdated page.
 * @csspart ways-out - The other ways to verify.
 * @csspart way-out - Each link to another way.
 * @csspart locked - What stands in the form's place while locked.
 * @csspart verified - What stands in the form's place after success.
 * @csspart completion - The completion popup.
 * @csspart close - The popup's button.
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
export class MotpVerify extends MotpVerifyAttributes {
  static readonly formAssociated = true;

  static override readonly styles = [tokens, styles, controlStyles];

  readonly #internals = this.attachInternals();
  readonly #language = new PageLanguage(this);
  readonly #field = new CodeField();
  readonly #verification = new Verification(this, (...change) => this.#onChange(...change));
  readonly #toldProblems = new Set<string>();
  #formDisabled = false;
  #focusIsDue = false;
  #popupIsDue = false;

  constructor() {
    super();
    this.#showState(this.attempt.is);
  }

  /** The state of the verification; read only. */
  get attempt(): Attempt {
    return this.#verification.attempt;
  }

  /** Presses 인증하기. Resolves with the state once the endpoint has decided or nothing was sent. */
  verify(): Promise<Attempt> {
    const reading = this.#field.reading;
    const configuration = this.#configuration;
    if (reading.is !== 'code') {
      this.#verification.refuse(reading);
    } else if (!isProblem(configuration) && !this.#isDisabled) {
      const {endpoint, occasion} = configuration;
      const {unit, ticket} = this;
      const {code} = reading;
      const request = {v: 1, code, occasion, ...(unit && {unit}), ...(ticket && {ticket})} as const;
      this.#verification.submit({endpoint, request});
    }
    return this.#verification.settled();
  }

  /** Starts anew with an empty field; a lock stays. */
  reset(): void {
    this.#field.clear();
    this.#verification.reset();
  }

  /** Puts the caret into the code field. */
  override focus(): void {
    this.#field.focus();
  }

  /** Called by the browser when the form around is reset. */
  formResetCallback(): void {
    this.reset();
  }

  /** Called by the browser when a fieldset around is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const configuration = this.#configuration;
    if (isProblem(configuration)) return this.#tell(configuration);
    if (changed.has('failures') || changed.has('maxFailures')) this.#informOfFailures();
    if (changed.has('statusUrl') || changed.has('endpoint')) {
      const {endpoint, statusUrl: url} = configuration;
      this.#verification.followStatus(url && {endpoint, url});
    }
  }

  protected override render(): TemplateResult {
    const {tag, words: catalogue} = this.#language.current;
    const words = {...catalogue, ...this.words};
    return html`<div class="card" part="base" lang=${tag}>
      ${header(words, this)} ${guidance(words)}
      ${identity(words, {name: this.traineeName, phone: this.traineePhone})} ${this.#main(words)}
      ${help(words, {
        tel: this.helpTel,
        supportUrl: this.#link('support-url', this.supportUrl),
        guideUrl: this.#link('guide-url', this.guideUrl),
        manualUrl: this.#link('manual-url', this.manualUrl),
      })}
      <slot name="footer"></slot>
    </div>`;
  }

  /** What the state calls for. */
  #main(words: Words): unknown {
    const configuration = this.#configuration;
    if (isProblem(configuration)) {
      const text = fill(words.misconfigured, {problem: configuration.attribute});
      return html`<p class="notice danger" part="notice" role="alert">${text}</p>`;
    }
    const {attempt} = this;
    const urls = {
      'phone-identity': this.#link('phone-identity-url', this.phoneIdentityUrl),
      're-registration': this.#link('re-registration-url', this.reRegistrationUrl),
      ipin: this.#link('ipin-url', this.ipinUrl),
    };
    const onWayOut = (way: WayOut, click: Event): void => this.#onWayOut(way, click);
    switch (attempt.is) {
      case 'verified':
        return [
          verifiedPanel(words),
          this.completion === 'dialog'
            ? completionDialog(words, () => this.#focus('[part=verified]'))
            : nothing,
        ];
      case 'locked':
        return lockedPanel(words, attempt, urls, onWayOut);
      default:
        return [
          codeForm(words, attempt, {
            disabled: this.#isDisabled,
            loginUrl: this.#link('login-url', this.loginUrl),
            now: this.#verification.now(),
            onSubmit: (event) => {
              event.preventDefault();
              void this.verify();
            },
            onAsk: () => this.#verification.ask(),
            onReload: () => location.reload(),
          }),
          otherWays(words, urls, onWayOut),
        ];
    }
  }

  protected override updated(): void {
    this.#field.drive(this.renderRoot.querySelector('input') ?? undefined);
    const {attempt} = this;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && this.#popupIsDue) dialog.showModal();
    else if (this.#focusIsDue) {
      if (attempt.is === 'verified') this.#focus('[part=verified]');
      else if (attempt.is === 'locked') this.#focus('[part=locked] a');
      else if (isAboutTheCode(attempt)) this.#field.select();
      else if (attempt.is === 'ready' && attempt.notice?.is === 'unlocked') this.#field.focus();
    }
    this.#popupIsDue = this.#focusIsDue = false;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #onChange(after: Attempt, before: Attempt, cause: AttemptEvent): void {
    // The focus follows the trainee's work; it is never taken from elsewhere in the page.
    this.#focusIsDue = this.shadowRoot?.activeElement != null;
    this.#popupIsDue = after.is === 'verified';
    this.#internals.setFormValue(after.is === 'verified' ? after.receipt.verificationId : null);
    this.#showState(after.is);
    for (const event of eventsOf(after, before, cause)) this.dispatchEvent(event);
  }

  /** As a custom state, for styles of the page: `motp-verify:state(locked)`. */
  #showState(state: Attempt['is']): void {
    const {states} = this.#internals;
    try {
      states.clear();
      states.add(state);
    } catch {
      // Browsers before spring 2024 take no such names; nothing of ours depends on them.
    }
  }

  #onWayOut(way: WayOut, click: Event): void {
    const event = new MotpWayOutEvent(way);
    if (!this.dispatchEvent(event)) click.preventDefault();
  }

  #informOfFailures(): void {
    const {failures, maxFailures} = this;
    if (failures <= 0 || maxFailures <= 0) return;
    const tally = {failures, maxFailures};
    this.#verification.inform(
      failures < maxFailures
        ? {code: 'ready', ...tally}
        : {code: 'locked', unlock: UNLOCKS, ...tally},
    );
  }

  get #configuration(): Configuration | Problem {
    return configurationOf(this, this.baseURI);
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#formDisabled;
  }

  /** A link's address where it is safe; otherwise none, and the developer is told. */
  #link(attribute: string, value: string): string | undefined {
    if (!value) return undefined;
    const url = addressOf(value, this.baseURI);
    if (!url) this.#tell(unsafe(attribute, value));
    return url?.href;
  }

  /** One line in the console for each mistake, not one for each time it is drawn. */
  #tell({attribute, mend}: Problem): void {
    const line = `<motp-verify> ${attribute} ${mend}`;
    if (this.#toldProblems.has(line)) return;
    this.#toldProblems.add(line);
    console.error(line);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'motp-verify': MotpVerify;
  }
}
