/**
 * What the widget does, and what it says of it: everything that a first render can do without, so that
 * it arrives after it. Once it is here, it draws what the element leaves open.
 */
import type {ReactiveController} from 'lit';
import {readAttributes, type Reading} from './config/config.ts';
import {shieldField} from './code-input/isolate-events.ts';
import {Focus} from './focus-controller.ts';
import type {FormParticipation} from '../element/form-internals.ts';
import {onLedHere, type LedBy} from './activation.ts';
import {PagePost} from './native-submit-controller.ts';
import {PageReturn, type Return} from './page-lifecycle-controller.ts';
import {Verification} from './verification/verification-controller.ts';
import {isOpen, type Attempt, type AttemptEvent} from '../core/state.ts';
import {DrivenField} from './code-input/code-input.ts';
import {eventsOf, MotpCompletedEvent, MotpWayOutEvent} from '../element/events.ts';
import type {FormControl} from '../element/form-associated.ts';
import {IdentityWindow} from './identity-popup/identity-popup.ts';
import {later} from '../locales/ko/lazy.ts';
import {type Language, type ShownLanguage, type Words} from '../locales/messages.ts';
import {isSameStanding} from './config/initial-status.ts';
import {tellsOnce} from './config/config-error.ts';
import {Success} from './after-success/success-handler.ts';
import type {Autocomplete} from '../element/templates/code-form.ts';
import {isAboutTheCode} from './templates/notice.ts';
import {controlStates} from './styles/controls-runtime.ts';
import {messages} from './styles/messages.ts';
import {opened} from './styles/disclosure.ts';
import {scripts} from './styles/writing-systems.ts';
import type {WayOut} from '../element/templates/fallbacks.ts';
import {WorkingsView, type Circumstances} from './view-state.ts';

/** How long after a refusal a press of the same code counts as a double one, in ms. */
const DOUBLE_PRESS_MS = 700;

/** After so long out of sight a typed code can't be a present one any more, in ms. */
const STALE_MS = 10 * 60_000;

/** What the workings have to do with: the element, and what it keeps to itself. */
export interface Widget {
  readonly element: FormControl;
  readonly participation: FormParticipation;
  /** Whether the element, or a fieldset around it, is disabled. */
  readonly takesNothing: () => boolean;
  /** The input that is drawn now: the widget's own, or the site's in its slot. */
  readonly input: () => HTMLInputElement | undefined;
  /** The page's language as far as it is there, with the site's own messages in it. */
  readonly language: () => ShownLanguage;
}

/** See the file's head. */
export class Workings implements ReactiveController {
  /** How all that looks. */
  readonly styles = [scripts, messages, opened, controlStates] as const;

  /** What all that shows. */
  readonly view: WorkingsView;
  readonly #widget: Widget;
  readonly #element: FormControl;
  readonly #tell = tellsOnce();
  readonly #field = new DrivenField(
    {
      onEdit: () => {
        this.#refusedAt = Number.NEGATIVE_INFINITY;
        this.#verification.edit();
        if (this.#reading.isPosted) this.#element.requestUpdate();
      },
      onRefuse: (why) => this.#verification.refuse(why),
      onEnter: () => void this.press(),
      onComplete: () => {
        if (this.#element.autoSubmit && this.attempt.is === 'ready') void this.press();
      },
    },
    this.#tell,
  );
  readonly #focus: Focus;
  readonly #verification: Verification;
  readonly #identityWindow: IdentityWindow;
  readonly #post: PagePost;
  readonly #success = new Success(this.#tell);
  #reading: Reading;
  #popupIsDue = false;
  /** 휴대폰 본인인증 was opened: the phone then offers the code of its text message to any field. */
  #awaitsTextMessage = false;
  /** When the code that still stands in the field was refused, on the verification's clock. */
  #refusedAt = Number.NEGATIVE_INFINITY;

  constructor(widget: Widget) {
    const {element, participation} = widget;
    this.#widget = widget;
    this.#element = element;
    this.#reading = readAttributes(element);
    this.#focus = new Focus(element);
    this.#verification = new Verification(element, (...change) => this.#onChange(...change));
    this.#identityWindow = new IdentityWindow(element, () => void this.refresh());
    this.#post = new PagePost(element, () =>
      this.#reading.isPosted ? (element.form ?? undefined) : undefined,
    );
    element.addController(this);
    this.view = new WorkingsView(element, this.#verification, () => this.#circumstances, {
      onClose: () => {
        this.#focus.on('[part=verified]');
        element.dispatchEvent(new MotpCompletedEvent());
      },
      onAskLock: () => {
        // What the server has rendered, it renders anew; a reload would post the form again.
        if (this.#reading.isPosted) location.replace(location.href.replace(/#.*/, ''));
        else void this.refresh();
      },
    });
    element.addController(new PageReturn(element, (how) => this.#onReturn(how)));
    onLedHere(element, (by) => this.#onLedHere(by));
    if (element.shadowRoot) shieldField(element.shadowRoot);
    participation.show(this.attempt);
    this.#follow(undefined);
  }

  /** The state in force. */
  get attempt(): Attempt {
    return this.#verification.attempt;
  }

  /** See the element's method of the same name. */
  verify(): Promise<Attempt> {
    const {check, isPosted} = readAttributes(this.#element);
    if (this.attempt.is === 'undecided') {
      this.#verification.ask();
    } else if ((check || isPosted) && !this.#widget.takesNothing()) {
      const {reading} = this.#field;
      if (reading.is === 'code') {
        this.#field.markSent(reading.code);
        if (check) {
          this.#verification.follow(check);
          this.#verification.submit(check, reading.code);
        } else {
          this.#post.send();
        }
      } else {
        this.#verification.refuse(reading);
      }
    }
    return this.#verification.settled();
  }

  /** See the element's method of the same name. */
  async refresh(): Promise<Attempt> {
    await this.#verification.askStatus();
    return this.attempt;
  }

  /** See the element's method of the same name. */
  reset(): void {
    // A form that is reset has emptied the site's own input by now, which tells of it to nobody.
    this.#field.refresh();
    this.#awaitsTextMessage = false;
    this.#element.requestUpdate();
    this.#verification.reset();
    if (this.attempt.is === 'ready') this.#field.clear();
  }

  /**
   * The trainee presses 인증하기, by button, Enter or the phone keyboard's Go. A second press just
   * after the code was refused was meant for the first: it must not spend a try on the same code.
   */
  press(): Promise<Attempt> {
    const isDouble = this.#verification.now() - this.#refusedAt < DOUBLE_PRESS_MS;
    if (isDouble) return this.#verification.settled();
    this.#focus.pressed();
    return this.verify();
  }

  /** A link to another way was clicked. */
  takeWayOut(way: WayOut, url: string | undefined, click: Event): void {
    const isPages = !this.#element.dispatchEvent(new MotpWayOutEvent(way));
    const origin = this.#reading.identityOrigin;
    if (isPages || (url && this.#identityWindow.open(url, origin, click))) click.preventDefault();
    if (way !== 'phone-identity') return;
    this.#awaitsTextMessage = true;
    this.#element.requestUpdate();
  }

  hostUpdate(): void {
    const before = this.#reading;
    this.#reading = readAttributes(this.#element);
    this.#follow(before);
  }

  hostUpdated(): void {
    this.#driveField();
    const dialog = this.#element.renderRoot.querySelector('dialog');
    const popupIsDue = this.#popupIsDue && this.#element.isConnected;
    this.#popupIsDue = false;
    if (popupIsDue && dialog) dialog.showModal();
    else if (this.#focus.isDue()) this.#focusWhatIsNext();
  }

  /** What keeps the form around from being sent, in the trainee's words; empty where nothing does. */
  #whyInTheWay({codeEmpty, required}: Words): string {
    if (this.#reading.isPosted) return this.#field.reading.is === 'code' ? '' : codeEmpty;
    return this.#element.required && this.attempt.is !== 'verified' ? required : '';
  }

  /** Follows what the page has changed since it was last read. */
  #follow(before: Reading | undefined): void {
    const {check, problems, rendered} = this.#reading;
    for (const problem of problems) this.#tell(problem);
    if (rendered && !isSameStanding(rendered, before?.rendered)) {
      this.#verification.inform(rendered);
    }
    if (check) this.#verification.follow(check);
    this.#success.prepare(this.#element);
  }

  #driveField(): void {
    const {participation, input, takesNothing} = this.#widget;
    const {words} = this.#language;
    const {attempt} = this;
    const driven = input();
    participation.require(this.#whyInTheWay(words), driven);
    this.#field.drive(driven, this.#element.renderRoot);
    // The code goes with the form around, unless the site's own input in it sends it already.
    const {reading, isSlotted} = this.#field;
    const isCarried = this.#reading.isPosted && !isSlotted && reading.is === 'code';
    participation.carry(isCarried ? reading.code : undefined);
    const disabled = takesNothing();
    this.#field.show(words, attempt, {disabled, autocomplete: this.#autocomplete});
  }

  #focusWhatIsNext(): void {
    const {attempt} = this;
    if (attempt.is === 'verified') this.#focus.on('[part=verified]');
    else if (attempt.is === 'locked') this.#focus.on('[part=locked] :is(a, button)');
    else if (isAboutTheCode(attempt)) this.#field.select();
    else if (attempt.is === 'ready' && attempt.notice?.is === 'unlocked') this.#field.focus();
  }

  #onLedHere(by: LedBy): void {
    if (by === 'invalid' && this.#element.validity.valueMissing) {
      const {reading} = this.#field;
      const isCodeMissing = this.#reading.isPosted && reading.is !== 'code';
      this.#verification.refuse(isCodeMissing ? reading : {is: 'required'});
    }
    this.#field.focus();
  }

  #onChange(after: Attempt, before: Attempt, cause: AttemptEvent): void {
    this.#focus.plan(after, before, cause);
    this.#popupIsDue = after.is === 'verified';
    if (cause.type === 'answered' && isAboutTheCode(after)) {
      this.#refusedAt = this.#verification.now();
    }
    // The code has had its effect; nothing of it stays, in the site's own input either.
    if (after.is === 'verified' || after.is === 'locked') this.#field.clear();
    this.#widget.participation.show(after);
    for (const event of eventsOf(after, before, cause)) this.#element.dispatchEvent(event);
    if (after.is === 'verified') void this.#success.act(this.#element, after.receipt);
  }

  #onReturn(how: Return): void {
    // Whatever was typed then is long out of date.
    const isStale = how.by === 'history' || how.awayMs > STALE_MS;
    if (isStale && !isOpen(this.attempt) && this.attempt.is !== 'undecided') this.#field.clear();
    this.#verification.resume(how);
  }

  get #circumstances(): Circumstances {
    return {
      reading: this.#reading,
      identityWindow: this.#identityWindow.state,
      autocomplete: this.#autocomplete,
      language: this.#language,
    };
  }

  /** The catalogue of the page's language, whole. */
  get #language(): Language {
    const language = this.#widget.language();
    return {...language, words: {...later, ...language.words}};
  }

  get #autocomplete(): Autocomplete {
    return this.#awaitsTextMessage ? 'off' : 'one-time-code';
  }
}
