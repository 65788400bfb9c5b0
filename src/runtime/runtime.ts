/**
 * What the widget does, and what it says of it: everything that a first render can do without, so that
 * it arrives after it. Once it is here, it draws what the element leaves open.
 */
import type {ReactiveController} from 'lit';
import {parseConfig, type Config} from './config/config.ts';
import {isolateInputEvents} from './code-input/isolate-events.ts';
import {FocusController} from './focus-controller.ts';
import type {FormInternals} from '../element/form-internals.ts';
import {onActivation, type ActivationSource} from './activation.ts';
import {NativeSubmitController} from './native-submit-controller.ts';
import {PageLifecycleController, type PageResume} from './page-lifecycle-controller.ts';
import {VerificationController} from './verification/verification-controller.ts';
import {isPending, type VerificationState, type VerificationEvent} from '../core/state.ts';
import {CodeInput} from './code-input/code-input.ts';
import {eventsFor, MotpCompletedEvent, MotpFallbackEvent} from '../element/events.ts';
import type {FormAssociatedElement} from '../element/form-associated.ts';
import {IdentityPopup} from './identity-popup/identity-popup.ts';
import {lazy} from '../locales/ko/lazy.ts';
import {type Locale, type LoadedLocale, type Messages} from '../locales/messages.ts';
import {isSameStatus} from './config/initial-status.ts';
import {warnOnce} from './config/config-error.ts';
import {SuccessHandler} from './after-success/success-handler.ts';
import type {Autocomplete} from '../element/templates/code-form.ts';
import {hasCodeError} from './templates/notice.ts';
import {controlsRuntime} from './styles/controls-runtime.ts';
import {messageStyles} from './styles/messages.ts';
import {disclosureStyles} from './styles/disclosure.ts';
import {writingSystems} from './styles/writing-systems.ts';
import type {FallbackMethod} from '../element/templates/fallbacks.ts';
import {ViewStateBuilder, type Circumstances} from './view-state.ts';

/** How long after a refusal a press of the same code counts as a double one, in ms. */
const DOUBLE_PRESS_MS = 700;

/** After so long out of sight a typed code can't be a present one any more, in ms. */
const STALE_MS = 10 * 60_000;

/** What the workings have to do with: the element, and what it keeps to itself. */
export interface RuntimeHost {
  readonly element: FormAssociatedElement;
  readonly participation: FormInternals;
  /** Whether the element, or a fieldset around it, is disabled. */
  readonly takesNothing: () => boolean;
  /** The input that is drawn now: the widget's own, or the site's in its slot. */
  readonly input: () => HTMLInputElement | undefined;
  /** The page's language as far as it is there, with the site's own messages in it. */
  readonly locale: () => LoadedLocale;
}

/** See the file's head. */
export class Runtime implements ReactiveController {
  /** How all that looks. */
  readonly styles = [writingSystems, messageStyles, disclosureStyles, controlsRuntime] as const;

  /** What all that shows. */
  readonly view: ViewStateBuilder;
  readonly #widget: RuntimeHost;
  readonly #element: FormAssociatedElement;
  readonly #warn = warnOnce();
  readonly #field = new CodeInput(
    {
      onEdit: () => {
        this.#refusedAt = Number.NEGATIVE_INFINITY;
        this.#verification.onEdit();
        if (this.#reading.isPosted) this.#element.requestUpdate();
      },
      onInvalid: (why) => this.#verification.reject(why),
      onEnter: () => void this.press(),
      onComplete: () => {
        if (this.#element.autoSubmit && this.state.status === 'ready') void this.press();
      },
    },
    this.#warn,
  );
  readonly #focus: FocusController;
  readonly #verification: VerificationController;
  readonly #identityWindow: IdentityPopup;
  readonly #post: NativeSubmitController;
  readonly #success = new SuccessHandler(this.#warn);
  #reading: Config;
  #popupIsDue = false;
  /** 휴대폰 본인인증 was opened: the phone then offers the code of its text message to any field. */
  #awaitsTextMessage = false;
  /** When the code that still stands in the field was refused, on the verification's clock. */
  #refusedAt = Number.NEGATIVE_INFINITY;

  constructor(widget: RuntimeHost) {
    const {element, participation} = widget;
    this.#widget = widget;
    this.#element = element;
    this.#reading = parseConfig(element);
    this.#focus = new FocusController(element);
    this.#verification = new VerificationController(element, (...change) =>
      this.#onChange(...change),
    );
    this.#identityWindow = new IdentityPopup(element, () => void this.refresh());
    this.#post = new NativeSubmitController(element, () =>
      this.#reading.isPosted ? (element.form ?? undefined) : undefined,
    );
    element.addController(this);
    this.view = new ViewStateBuilder(element, this.#verification, () => this.#circumstances, {
      onClose: () => {
        this.#focus.focusFirst('[part=verified]');
        element.dispatchEvent(new MotpCompletedEvent());
      },
      onRecheckLock: () => {
        // What the server has rendered, it renders anew; a reload would post the form again.
        if (this.#reading.isPosted) location.replace(location.href.replace(/#.*/, ''));
        else void this.refresh();
      },
    });
    element.addController(new PageLifecycleController(element, (how) => this.#onReturn(how)));
    onActivation(element, (by) => this.#onLedHere(by));
    if (element.shadowRoot) isolateInputEvents(element.shadowRoot);
    participation.reflectState(this.state);
    this.#follow(undefined);
  }

  /** The state in force. */
  get state(): VerificationState {
    return this.#verification.state;
  }

  /** See the element's method of the same name. */
  verify(): Promise<VerificationState> {
    const {context, isPosted} = parseConfig(this.#element);
    if (this.state.status === 'unknown') {
      this.#verification.recheck();
    } else if ((context || isPosted) && !this.#widget.takesNothing()) {
      const {parsed} = this.#field;
      if (parsed.kind === 'code') {
        this.#field.markSubmitted(parsed.code);
        if (context) {
          this.#verification.setContext(context);
          this.#verification.submit(context, parsed.code);
        } else {
          this.#post.send();
        }
      } else {
        this.#verification.reject(parsed);
      }
    }
    return this.#verification.whenSettled();
  }

  /** See the element's method of the same name. */
  async refresh(): Promise<VerificationState> {
    await this.#verification.queryStatus();
    return this.state;
  }

  /** See the element's method of the same name. */
  reset(): void {
    // A form that is reset has emptied the site's own input by now, which tells of it to nobody.
    this.#field.refresh();
    this.#awaitsTextMessage = false;
    this.#element.requestUpdate();
    this.#verification.reset();
    if (this.state.status === 'ready') this.#field.clear();
  }

  /**
   * The trainee presses 인증하기, by button, Enter or the phone keyboard's Go. A second press just
   * after the code was refused was meant for the first: it must not spend a try on the same code.
   */
  press(): Promise<VerificationState> {
    const isDouble = this.#verification.now() - this.#refusedAt < DOUBLE_PRESS_MS;
    if (isDouble) return this.#verification.whenSettled();
    this.#focus.pressed();
    return this.verify();
  }

  /** A link to another way was clicked. */
  takeWayOut(way: FallbackMethod, url: string | undefined, click: Event): void {
    const isPages = !this.#element.dispatchEvent(new MotpFallbackEvent(way));
    const origin = this.#reading.identityOrigin;
    if (isPages || (url && this.#identityWindow.open(url, origin, click))) click.preventDefault();
    if (way !== 'phone-identity') return;
    this.#awaitsTextMessage = true;
    this.#element.requestUpdate();
  }

  hostUpdate(): void {
    const before = this.#reading;
    this.#reading = parseConfig(this.#element);
    this.#follow(before);
  }

  hostUpdated(): void {
    this.#driveField();
    const dialog = this.#element.renderRoot.querySelector('dialog');
    const popupIsDue = this.#popupIsDue && this.#element.isConnected;
    this.#popupIsDue = false;
    if (popupIsDue && dialog) dialog.showModal();
    else if (this.#focus.consumePendingMove()) this.#focusWhatIsNext();
  }

  /** What keeps the form around from being sent, in the trainee's words; empty where nothing does. */
  #whyInTheWay({codeEmpty, required}: Messages): string {
    if (this.#reading.isPosted) return this.#field.parsed.kind === 'code' ? '' : codeEmpty;
    return this.#element.required && this.state.status !== 'verified' ? required : '';
  }

  /** Follows what the page has changed since it was last read. */
  #follow(before: Config | undefined): void {
    const {context, errors, initialStatus} = this.#reading;
    for (const error of errors) this.#warn(error);
    if (initialStatus && !isSameStatus(initialStatus, before?.initialStatus)) {
      this.#verification.applyStatus(initialStatus);
    }
    if (context) this.#verification.setContext(context);
    this.#success.preload(this.#element);
  }

  #driveField(): void {
    const {participation, input, takesNothing} = this.#widget;
    const {messages} = this.#language;
    const {state} = this;
    const driven = input();
    participation.setValueMissing(this.#whyInTheWay(messages), driven);
    this.#field.attach(driven, this.#element.renderRoot);
    // The code goes with the form around, unless the site's own input in it sends it already.
    const {parsed, isSlotted} = this.#field;
    const isCarried = this.#reading.isPosted && !isSlotted && parsed.kind === 'code';
    participation.setPendingValue(isCarried ? parsed.code : undefined);
    const disabled = takesNothing();
    this.#field.show(messages, state, {disabled, autocomplete: this.#autocomplete});
  }

  #focusWhatIsNext(): void {
    const {state} = this;
    if (state.status === 'verified') this.#focus.focusFirst('[part=verified]');
    else if (state.status === 'locked') this.#focus.focusFirst('[part=locked] :is(a, button)');
    else if (hasCodeError(state)) this.#field.select();
    else if (state.status === 'ready' && state.notice?.kind === 'unlocked') this.#field.focus();
  }

  #onLedHere(by: ActivationSource): void {
    if (by === 'invalid' && this.#element.validity.valueMissing) {
      const {parsed} = this.#field;
      const isCodeMissing = this.#reading.isPosted && parsed.kind !== 'code';
      this.#verification.reject(isCodeMissing ? parsed : {kind: 'required'});
    }
    this.#field.focus();
  }

  #onChange(after: VerificationState, before: VerificationState, cause: VerificationEvent): void {
    this.#focus.beforeStateChange(after, before, cause);
    this.#popupIsDue = after.status === 'verified';
    if (cause.type === 'answered' && hasCodeError(after)) {
      this.#refusedAt = this.#verification.now();
    }
    // The code has had its effect; nothing of it stays, in the site's own input either.
    if (after.status === 'verified' || after.status === 'locked') this.#field.clear();
    this.#widget.participation.reflectState(after);
    for (const event of eventsFor(after, before, cause)) this.#element.dispatchEvent(event);
    if (after.status === 'verified') void this.#success.run(this.#element, after.receipt);
  }

  #onReturn(how: PageResume): void {
    // Whatever was typed then is long out of date.
    const isStale = how.cause === 'history' || how.awayMs > STALE_MS;
    if (isStale && !isPending(this.state) && this.state.status !== 'unknown') this.#field.clear();
    this.#verification.onPageResume(how);
  }

  get #circumstances(): Circumstances {
    return {
      reading: this.#reading,
      identityWindow: this.#identityWindow.status,
      autocomplete: this.#autocomplete,
      locale: this.#language,
    };
  }

  /** The catalogue of the page's language, whole. */
  get #language(): Locale {
    const locale = this.#widget.locale();
    return {...locale, messages: {...lazy, ...locale.messages}};
  }

  get #autocomplete(): Autocomplete {
    return this.#awaitsTextMessage ? 'off' : 'one-time-code';
  }
}
