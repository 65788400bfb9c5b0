import {html, isServer, nothing, type TemplateResult} from 'lit';
import {
  readAttributes,
  type Links,
  type Omittable,
  type Problem,
  type Reading,
} from './configuration.ts';
import {CodeField} from './controllers/code-field.ts';
import {Focus} from './controllers/focus.ts';
import {PageLanguage} from './controllers/language.ts';
import {shieldField} from './controllers/field-shield.ts';
import {NearestAttribute} from './controllers/nearest-attribute.ts';
import {StepClock, type FollowedStep} from './controllers/step-clock.ts';
import {PagePost} from './controllers/page-post.ts';
import {PageReturn, type Return} from './controllers/page-return.ts';
import {Verification} from './controllers/verification.ts';
import {isOpen, type Attempt, type AttemptEvent, type Obstacle} from './core/attempt.ts';
import {isKoreanTime, secondsUntil} from './core/clock.ts';
import {eventsOf, MotpCompletedEvent, MotpWayOutEvent} from './events.ts';
import {FormControl} from './form-control.ts';
import {Guide} from './guide.ts';
import {IdentityWindow} from './identity-service/identity-window.ts';
import {fill, type Language, type Words} from './locale/words.ts';
import {isSameStanding} from './rendered.ts';
import {Success} from './success.ts';
import {dress} from './view/adoption.ts';
import {codeForm, type Autocomplete} from './view/code-form.ts';
import {completionDialog, verifiedPanel} from './view/completion.ts';
import {controlStyles} from './view/control-styles.ts';
import {SlottedInput} from './view/slotted-input.ts';
import {guidance} from './view/guidance.ts';
import {header} from './view/header.ts';
import {help} from './view/help.ts';
import {identity, type Identity} from './view/identity.ts';
import {identityNotice} from './view/identity-notice.ts';
import {isAboutTheCode, misconfigured} from './view/notice.ts';
import {styles} from './view/styles.ts';
import {takeOver} from './view/take-over.ts';
import {tokens} from './view/tokens.ts';
import type {StepLeft} from './view/step-clock.ts';
import {lockedPanel, otherWays, type WayOut, type WaysOut} from './view/ways-out.ts';

/** How long after a refusal a press of the same code counts as a double one, in ms. */
const DOUBLE_PRESS_MS = 700;

/** After so long out of sight a typed code can't be a present one any more, in ms. */
const STALE_MS = 10 * 60_000;

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
 * @fires {MotpWayOutEvent} motp-way-out - The trainee takes another `way`; `preventDefault()` keeps the link from opening.
 * @fires {MotpErrorEvent} motp-error - Something other than the code stood in the way: `reason`, and whether it `counted`.
 * @fires {MotpStateChangeEvent} motp-state-change - From state `previous` to `state`.
 *
 * @slot heading - In place of the title.
 * @slot guidance - In place of the six guidance lines.
 * @slot identity - In place of the registered name and phone.
 * @slot way-out - A further way to verify, such as a link, after the others.
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
 * @csspart identity-problems - What in them is likely to differ from the app.
 * @csspart reveal - The button that shows or hides masked details.
 * @csspart step - The seconds left of the phone's number, as a ring.
 * @csspart korean-time - Korean time.
 * @csspart form - The code field with all that belongs to it.
 * @csspart code - The code field.
 * @csspart submit - 인증하기; in state `undecided`, 결과 확인.
 * @csspart tally - The failures so far.
 * @csspart progress - What is under way.
 * @csspart notice - The message about the last attempt.
 * @csspart causes - The likely causes, from the second failure on.
 * @csspart log-in - The link to sign in again.
 * @csspart reload - The button that reloads an outdated page.
 * @csspart ways-out - The other ways to verify.
 * @csspart way-out - Each link to another way.
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
export class MotpVerify extends FormControl {
  static override readonly styles = [tokens, styles, controlStyles];

  readonly #language = new PageLanguage(this);
  readonly #field = new CodeField({
    onEdit: () => {
      this.#refusedAt = Number.NEGATIVE_INFINITY;
      this.#verification.edit();
      if (this.#reading.isPosted) this.requestUpdate();
    },
    onRefuse: (why) => this.#verification.refuse(why),
    onEnter: () => this.#press(),
    onComplete: () => {
      if (this.autoSubmit && this.attempt.is === 'ready') this.#press();
    },
  });
  readonly #focus = new Focus(this);
  readonly #verification = new Verification(this, (...change) => this.#onChange(...change));
  readonly #identityWindow = new IdentityWindow(this, () => void this.#verification.askStatus());
  readonly #post = new PagePost(this, () =>
    this.#reading.isPosted ? (this.form ?? undefined) : undefined,
  );
  readonly #success = new Success((problem) => this.#tell(problem));
  #reading: Reading = readAttributes(this);
  readonly #toldProblems = new Set<string>();
  readonly #krdsMode = new NearestAttribute(this, 'data-krds-mode', () => this.requestUpdate());
  readonly #guide = new Guide(this);
  readonly #stepClock = new StepClock(this, () => this.#followedStep());
  #isRevealed = false;
  #popupIsDue = false;
  /** 휴대폰 본인인증 was opened: the phone then offers the code of its text message to any field. */
  #awaitsTextMessage = false;
  /** When the code that still stands in the field was refused, on the verification's clock. */
  #refusedAt = Number.NEGATIVE_INFINITY;
  #slotted: SlottedInput | undefined;
  /** Puts back what was typed where a server had rendered the element. */
  #putBack: (() => void) | undefined;

  constructor() {
    super();
    this.addController(new PageReturn(this, (how) => this.#onReturn(how)));
    this.participation.show(this.attempt);
    this.participation.onLedHere((why) => {
      const isMissing = why === 'invalid' && this.validity.valueMissing;
      if (isMissing) this.#verification.refuse(this.#whatIsMissing());
      this.#field.focus();
    });
  }

  /** The state of the verification; read only. */
  get attempt(): Attempt {
    return this.#verification.attempt;
  }

  /**
   * Presses 인증하기, or 결과 확인 where that is due. Resolves with the state once the endpoint has
   * decided, nothing was sent, or the element has left the page.
   */
  verify(): Promise<Attempt> {
    const {check, isPosted} = readAttributes(this);
    if (this.attempt.is === 'undecided') {
      this.#verification.ask();
    } else if ((check || isPosted) && !this.takesNothing) {
      const reading = this.#field.reading;
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

  /**
   * Asks the endpoint how things stand, for a page that hears by itself that the trainee is back from
   * another way. Resolves with the state then.
   */
  async refresh(): Promise<Attempt> {
    await this.#verification.askStatus();
    return this.attempt;
  }

  /** Starts anew with an empty field; a lock stays, and so does what is not settled yet. */
  override reset(): void {
    this.#awaitsTextMessage = false;
    this.requestUpdate();
    this.#verification.reset();
    if (this.attempt.is === 'ready') this.#field.clear();
  }

  /** Puts the caret into the code field. */
  override focus(options?: FocusOptions): void {
    this.#field.focus(options);
  }

  /** Called by the browser when the element has come to another document. */
  adoptedCallback(): void {
    if (this.shadowRoot) dress(this.shadowRoot, MotpVerify.elementStyles);
  }

  override formResetCallback(): void {
    // The form has just emptied the site's own input, which tells of it to nobody.
    this.#field.refresh();
    super.formResetCallback();
  }

  protected override willUpdate(): void {
    const before = this.#reading;
    this.#reading = readAttributes(this);
    const {check, problems, rendered} = this.#reading;
    for (const problem of problems) this.#tell(problem);
    if (rendered && !isSameStanding(rendered, before.rendered)) this.#verification.inform(rendered);
    if (check) this.#verification.follow(check);
    this.#success.prepare(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow(MotpVerify.shadowRootOptions);
    this.#putBack = takeOver(root);
    dress(root, MotpVerify.elementStyles);
    shieldField(root);
    return root;
  }

  protected override render(): TemplateResult {
    const language = this.#catalogue();
    const {tag, words, dir = 'ltr'} = language;
    const {links, omitted} = this.#reading;
    const shows = (part: Omittable): boolean => !omitted.has(part);
    const level = Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 6);
    const {heading, occasion, unit} = this;
    const ways = this.#waysOut(links);
    return html`<div class="card ${this.#contrast()}" part="base" lang=${tag} dir=${dir}>
      <div class="check">
        ${header(words, {heading, headingLevel: level, occasion, unit, omitted})}
        ${shows('guidance') ? guidance(words) : nothing}
        ${shows('identity') ? identity(words, this.#identity()) : nothing}
        ${this.#main(language, links, ways)}
      </div>
      ${
        this.attempt.is === 'verified'
          ? nothing
          : html`<div class="more">
              ${this.#guide.draw({
                language,
                links,
                ways,
                omitted,
                level: Math.min(level + 1, 6),
                opensByItself: this.#opensGuide(),
              })}
            </div>`
      }
      ${shows('help') ? help(words, {tel: this.helpTel, ...links}) : nothing}
      <slot name="footer"></slot>
    </div>`;
  }

  /** What the state calls for. */
  #main({tag, words}: Language, links: Links, ways: WaysOut): unknown {
    const {check, isPosted, problems, omitted} = this.#reading;
    const {attempt, completion} = this;
    if (!check && !isPosted) return misconfigured(words, problems[0]?.attribute);
    const aboutWindow = identityNotice(words, this.#identityWindow.state);
    switch (attempt.is) {
      case 'verified': {
        const onClose = (): void => {
          this.#focus.on('[part=verified]');
          this.dispatchEvent(new MotpCompletedEvent());
        };
        const isSaidHere = completion !== 'none';
        const isPopup = isSaidHere && completion !== 'inline';
        return [
          isSaidHere ? verifiedPanel(words) : nothing,
          isPopup ? completionDialog(words, onClose) : nothing,
        ];
      }
      case 'locked': {
        const onAskLock = (): void => {
          // What the server has rendered, it renders anew; a reload would post the form again.
          if (isPosted) location.replace(location.href.replace(/#.*/, ''));
          else void this.#verification.askStatus();
        };
        return [lockedPanel(words, attempt, ways, onAskLock), aboutWindow];
      }
      default:
        return [
          codeForm(words, attempt, {
            disabled: this.takesNothing,
            autocomplete: this.#autocomplete,
            loginUrl: links.loginUrl,
            now: this.#verification.now(),
            step: this.#stepLeft,
            stepMoment: this.#stepMoment(words),
            time: {
              now: this.#verification.serverNow(),
              tag,
              // A server's clocks are not the trainee's.
              isAbroad: !isServer && !isKoreanTime(new Date().getTimezoneOffset()),
            },
            onSubmit: (event) => {
              event.preventDefault();
              this.#press();
            },
            onSlotChange: () => this.requestUpdate(),
            onLabelClick: () => this.#field.focus(),
            isSlotted: this.#holds('code'),
            onReload: () => location.reload(),
          }),
          omitted.has('ways') ? nothing : otherWays(words, ways),
          aboutWindow,
        ];
    }
  }

  #identity(): Identity {
    const {traineeName: name, traineePhone: phone, masked} = this;
    const onReveal = (): void => {
      this.#isRevealed = !this.#isRevealed;
      this.requestUpdate();
    };
    return {name, phone, masked, revealed: this.#isRevealed, onReveal};
  }

  #waysOut({phoneIdentityUrl, reRegistrationUrl, ipinUrl}: Links): WaysOut {
    const urls = {
      'phone-identity': phoneIdentityUrl,
      're-registration': reRegistrationUrl,
      ipin: ipinUrl,
    };
    return {
      urls,
      hasMore: this.#holds('way-out'),
      onWayOut: (way, click) => this.#onWayOut(way, urls[way], click),
    };
  }

  /** Whether the site has put something into a slot; a server can't tell. */
  #holds(slot: string): boolean {
    return !isServer && this.querySelector(`:scope > [slot=${slot}]`) !== null;
  }

  /** Whether the first-time guide opens by itself (manual: 최초 과정 입과). */
  #opensGuide(): boolean {
    // What it needs arrives later, where a page can wait for it.
    if (isServer) return false;
    return this.guide === 'open' || (this.guide !== 'closed' && this.occasion === 'enrollment');
  }

  /** KRDS's own switch of the page's contrast reaches the widget, unless the site says otherwise. */
  #contrast(): string {
    const {theme} = this;
    const mode = theme === 'auto' ? this.#krdsMode.value : theme;
    return mode === 'high-contrast' ? mode : '';
  }

  /** The phone's present step, where the endpoint says when it ends and a number can be typed. */
  #followedStep(): FollowedStep | undefined {
    const {stepEndsAt: endsAt} = this.#verification;
    if (endsAt === undefined || this.attempt.is !== 'ready') return undefined;
    return {endsAt, now: this.#verification.now()};
  }

  get #stepLeft(): StepLeft | undefined {
    const step = this.#followedStep();
    if (!step) return undefined;
    const {stepLengthMs = 0} = this.#verification;
    return {seconds: secondsUntil(step.endsAt, step.now), period: stepLengthMs / 1000};
  }

  /** For the ear: twice a step, and only for whoever is at the field. */
  #stepMoment(words: Words): readonly unknown[] | string {
    const {moment} = this.#stepClock;
    if (!moment || !this.matches(':focus-within')) return '';
    if (moment.is === 'changed') return words.nextIsHere;
    return fill(words.fewSecondsLeft, {seconds: moment.seconds});
  }

  protected override firstUpdated(): void {
    this.#putBack?.();
  }

  protected override updated(): void {
    this.#driveField();
    const dialog = this.renderRoot.querySelector('dialog');
    const popupIsDue = this.#popupIsDue && this.isConnected;
    this.#popupIsDue = false;
    if (popupIsDue && dialog) dialog.showModal();
    else if (this.#focus.isDue()) this.#focusWhatIsNext();
  }

  /** The widget's own input, or the one that the site has put into the slot. */
  #driveField(): void {
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=code]');
    const inputs = (slot?.assignedElements({flatten: true}) ?? []).map((element) =>
      element instanceof HTMLInputElement ? element : element.querySelector('input'),
    );
    const input = inputs.find((found) => found !== null) ?? undefined;
    const {words} = this.#catalogue();
    this.participation.require(this.#whyInTheWay(words), input);
    const isOurs = !input || input.getRootNode() === this.shadowRoot;
    if (this.#slotted?.input !== input) {
      this.#slotted?.release();
      this.#slotted = isOurs ? undefined : new SlottedInput(input);
      for (const problem of this.#slotted?.problems ?? []) this.#tell(problem);
    }
    const {attempt, takesNothing: disabled} = this;
    this.#field.drive(input);
    this.#carryCode();
    this.#slotted?.show(words, attempt, {disabled, autocomplete: this.#autocomplete});
  }

  /** The code goes with the form around, unless the site's own input in it sends it already. */
  #carryCode(): void {
    const {reading} = this.#field;
    const isCarried = this.#reading.isPosted && !this.#slotted && reading.is === 'code';
    this.participation.carry(isCarried ? reading.code : undefined);
  }

  /** What keeps the form around from being sent, in the trainee's words; empty where nothing does. */
  #whyInTheWay(words: Words): string {
    if (this.#reading.isPosted) {
      return this.#field.reading.is === 'code' ? '' : words.codeEmpty;
    }
    return this.required && this.attempt.is !== 'verified' ? words.required : '';
  }

  #whatIsMissing(): Obstacle {
    const {reading} = this.#field;
    return this.#reading.isPosted && reading.is !== 'code' ? reading : {is: 'required'};
  }

  #focusWhatIsNext(): void {
    const {attempt} = this;
    if (attempt.is === 'verified') this.#focus.on('[part=verified]');
    else if (attempt.is === 'locked') this.#focus.on('[part=locked] :is(a, button)');
    else if (isAboutTheCode(attempt)) this.#field.select();
    else if (attempt.is === 'ready' && attempt.notice?.is === 'unlocked') this.#field.focus();
  }

  /**
   * The trainee presses 인증하기, by button, Enter or the phone keyboard's Go. A second press just
   * after the code was refused was meant for the first: it must not spend a try on the same code.
   */
  #press(): void {
    if (this.#verification.now() - this.#refusedAt < DOUBLE_PRESS_MS) return;
    this.#focus.pressed();
    void this.verify();
  }

  #onChange(after: Attempt, before: Attempt, cause: AttemptEvent): void {
    if (this.#leadsOn(after, before, cause)) this.#focus.plan(!isOpen(after));
    this.#popupIsDue = after.is === 'verified';
    if (cause.type === 'answered' && isAboutTheCode(after)) {
      this.#refusedAt = this.#verification.now();
    }
    // The code has had its effect; nothing of it stays, in the site's own input either.
    if (after.is === 'verified' || after.is === 'locked') this.#field.clear();
    this.participation.show(after);
    for (const event of eventsOf(after, before, cause)) this.dispatchEvent(event);
    if (after.is === 'verified') void this.#success.act(this, after.receipt);
  }

  /** Whether a change is one that the focus follows: not while the trainee is typing or reading. */
  #leadsOn(after: Attempt, before: Attempt, cause: AttemptEvent): boolean {
    if (isServer) return false;
    switch (cause.type) {
      case 'edited':
        return false;
      case 'refused':
        return this.#focus.wasPressed;
      case 'informed':
        return after.is !== before.is;
      default:
        return true;
    }
  }

  #onReturn(how: Return): void {
    // Whatever was typed then is long out of date.
    const isStale = how.by === 'history' || how.awayMs > STALE_MS;
    if (isStale && !isOpen(this.attempt) && this.attempt.is !== 'undecided') this.#field.clear();
    this.#verification.resume(how);
  }

  #onWayOut(way: WayOut, url: string | undefined, click: Event): void {
    const isPages = !this.dispatchEvent(new MotpWayOutEvent(way));
    const origin = this.#reading.identityOrigin;
    if (isPages || (url && this.#identityWindow.open(url, origin, click))) click.preventDefault();
    if (way !== 'phone-identity') return;
    this.#awaitsTextMessage = true;
    this.requestUpdate();
  }

  /** The catalogue of the page's language, with the site's own messages in it. */
  #catalogue(): Language {
    const language = this.language ?? this.#language.current;
    return {...language, words: {...language.words, ...this.words}};
  }

  get #autocomplete(): Autocomplete {
    return this.#awaitsTextMessage ? 'off' : 'one-time-code';
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
