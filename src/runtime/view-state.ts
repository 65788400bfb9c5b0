/** What the workings show: how things stand, as the element is to draw it. */
import type {Config} from './config/config.ts';
import {TimeStepController, type TimeStep} from './time-step-controller.ts';
import type {VerificationController} from './verification/verification-controller.ts';
import {isKoreanTime} from '../core/time.ts';
import type {FormAssociatedElement} from '../element/form-associated.ts';
import {GuideContent} from './guide/guide-content.ts';
import type {DisclosureContent} from '../element/disclosures.ts';
import type {IdentityPopupStatus} from './identity-popup/identity-popup.ts';
import type {SafeLinks} from '../element/links.ts';
import {interpolate, type Locale} from '../locales/messages.ts';
import type {FormViewOptions} from './form-view.ts';
import type {Autocomplete} from '../element/templates/code-form.ts';
import type {IdentityView} from '../element/templates/identity.ts';
import {identityView} from './identity-view.ts';
import {renderConfigError} from './templates/notice.ts';
import {renderVerification, type DrawsForm} from './templates/verification-view.ts';
import type {Fallbacks} from '../element/templates/fallbacks.ts';

/** What the element draws around it. */
export interface Drawing {
  readonly links: SafeLinks;
  readonly fallbacks: Fallbacks;
  readonly form: DrawsForm;
}

/** How things stand at the moment. */
export interface Circumstances {
  readonly reading: Config;
  readonly identityWindow: IdentityPopupStatus;
  readonly autocomplete: Autocomplete;
  /** The catalogue of the page's language, whole. */
  readonly locale: Locale;
}

/** What the trainee does to what is shown. */
export interface ViewHandlers {
  /** The completion popup was closed. */
  readonly onClose: () => void;
  /** The trainee asks whether the lock is released. */
  readonly onRecheckLock: () => void;
}

/** See the file's head. */
export class ViewStateBuilder {
  readonly #element: FormAssociatedElement;
  readonly #verification: VerificationController;
  readonly #now: () => Circumstances;
  readonly #actions: ViewHandlers;
  readonly #stepClock: TimeStepController;
  readonly #guide: GuideContent;
  #isRevealed = false;

  /** @param now asked each time that something is drawn */
  constructor(
    element: FormAssociatedElement,
    verification: VerificationController,
    now: () => Circumstances,
    actions: ViewHandlers,
  ) {
    this.#element = element;
    this.#verification = verification;
    this.#now = now;
    this.#actions = actions;
    this.#stepClock = new TimeStepController(element, () => this.#followedStep());
    this.#guide = new GuideContent(element);
  }

  /** The registered details, with what goes unseen in them. */
  identity(): IdentityView {
    const {traineeName: name, traineePhone: phone, masked} = this.#element;
    const revealed = this.#isRevealed;
    const onReveal = (): void => {
      this.#isRevealed = !this.#isRevealed;
      this.#element.requestUpdate();
    };
    return identityView(this.#now().locale.messages, {name, phone, masked, revealed, onReveal});
  }

  /** What the state calls for. */
  draw({links, fallbacks, form}: Drawing): readonly unknown[] {
    const circumstances = this.#now();
    const {reading, identityWindow, locale} = circumstances;
    const {context, isPosted, errors} = reading;
    if (!context && !isPosted) return [renderConfigError(locale.messages, errors[0]?.attribute)];
    return renderVerification(locale.messages, this.#verification.state, {
      completion: this.#element.completion,
      identityWindow,
      fallbacks,
      form,
      formOptions: this.#formOptions(links, circumstances),
      ...this.#actions,
    });
  }

  /**
   * What the first-time guide and the questions hold.
   *
   * @param level the level of the headings above it in the page, 1 to 6
   */
  guide(
    {links, fallbacks}: Pick<Drawing, 'links' | 'fallbacks'>,
    level: number,
  ): DisclosureContent {
    const {locale} = this.#now();
    return {
      of: (part) => this.#guide.of(part, {locale, links, fallbacks, level}),
      forget: () => this.#guide.forget(),
    };
  }

  #formOptions({loginUrl}: SafeLinks, {autocomplete, locale}: Circumstances): FormViewOptions {
    const verification = this.#verification;
    return {
      autocomplete,
      loginUrl,
      now: verification.now(),
      step: this.#stepClock.left,
      stepMoment: this.#stepMoment(locale),
      time: {
        now: verification.serverNow(),
        tag: locale.tag,
        isAbroad: !isKoreanTime(new Date().getTimezoneOffset()),
      },
      onReload: () => location.reload(),
    };
  }

  /** The phone's present step, where the endpoint says when it ends and a number can be typed. */
  #followedStep(): TimeStep | undefined {
    const verification = this.#verification;
    const {stepEndsAt: endsAt, stepLengthMs: lengthMs} = verification;
    if (endsAt === undefined || lengthMs === undefined) return undefined;
    return verification.state.status === 'ready'
      ? {endsAt, lengthMs, now: verification.now()}
      : undefined;
  }

  /** For the ear: twice a step, and only for whoever is at the field. */
  #stepMoment({messages}: Locale): readonly unknown[] | string {
    const {moment} = this.#stepClock;
    if (!moment || !this.#element.matches(':focus-within')) return '';
    if (moment.kind === 'changed') return messages.nextIsHere;
    return interpolate(messages.fewSecondsLeft, {seconds: moment.seconds});
  }
}
