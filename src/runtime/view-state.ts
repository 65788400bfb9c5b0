/** What the workings show: how things stand, as the element is to draw it. */
import type {Reading} from './config/config.ts';
import {StepClock, type FollowedStep} from './time-step-controller.ts';
import type {Verification} from './verification/verification-controller.ts';
import {isKoreanTime} from '../core/time.ts';
import type {FormControl} from '../element/form-associated.ts';
import {GuideContent} from './guide/guide-content.ts';
import type {GuideContents} from '../element/disclosures.ts';
import type {IdentityWindowState} from './identity-popup/identity-popup.ts';
import type {Links} from '../element/links.ts';
import {fill, type Language} from '../locales/messages.ts';
import type {AttemptFormOptions} from './form-view.ts';
import type {Autocomplete} from '../element/templates/code-form.ts';
import type {ShownIdentity} from '../element/templates/identity.ts';
import {markedIdentity} from './identity-view.ts';
import {misconfigured} from './templates/notice.ts';
import {stateView, type DrawsForm} from './templates/verification-view.ts';
import type {WaysOut} from '../element/templates/fallbacks.ts';

/** What the element draws around it. */
export interface Drawing {
  readonly links: Links;
  readonly ways: WaysOut;
  readonly form: DrawsForm;
}

/** How things stand at the moment. */
export interface Circumstances {
  readonly reading: Reading;
  readonly identityWindow: IdentityWindowState;
  readonly autocomplete: Autocomplete;
  /** The catalogue of the page's language, whole. */
  readonly language: Language;
}

/** What the trainee does to what is shown. */
export interface WorkingsActions {
  /** The completion popup was closed. */
  readonly onClose: () => void;
  /** The trainee asks whether the lock is released. */
  readonly onAskLock: () => void;
}

/** See the file's head. */
export class WorkingsView {
  readonly #element: FormControl;
  readonly #verification: Verification;
  readonly #now: () => Circumstances;
  readonly #actions: WorkingsActions;
  readonly #stepClock: StepClock;
  readonly #guide: GuideContent;
  #isRevealed = false;

  /** @param now asked each time that something is drawn */
  constructor(
    element: FormControl,
    verification: Verification,
    now: () => Circumstances,
    actions: WorkingsActions,
  ) {
    this.#element = element;
    this.#verification = verification;
    this.#now = now;
    this.#actions = actions;
    this.#stepClock = new StepClock(element, () => this.#followedStep());
    this.#guide = new GuideContent(element);
  }

  /** The registered details, with what goes unseen in them. */
  identity(): ShownIdentity {
    const {traineeName: name, traineePhone: phone, masked} = this.#element;
    const revealed = this.#isRevealed;
    const onReveal = (): void => {
      this.#isRevealed = !this.#isRevealed;
      this.#element.requestUpdate();
    };
    return markedIdentity(this.#now().language.words, {name, phone, masked, revealed, onReveal});
  }

  /** What the state calls for. */
  draw({links, ways, form}: Drawing): readonly unknown[] {
    const circumstances = this.#now();
    const {reading, identityWindow, language} = circumstances;
    const {check, isPosted, problems} = reading;
    if (!check && !isPosted) return [misconfigured(language.words, problems[0]?.attribute)];
    return stateView(language.words, this.#verification.attempt, {
      completion: this.#element.completion,
      identityWindow,
      ways,
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
  guide({links, ways}: Pick<Drawing, 'links' | 'ways'>, level: number): GuideContents {
    const {language} = this.#now();
    return {
      of: (part) => this.#guide.of(part, {language, links, ways, level}),
      forget: () => this.#guide.forget(),
    };
  }

  #formOptions({loginUrl}: Links, {autocomplete, language}: Circumstances): AttemptFormOptions {
    const verification = this.#verification;
    return {
      autocomplete,
      loginUrl,
      now: verification.now(),
      step: this.#stepClock.left,
      stepMoment: this.#stepMoment(language),
      time: {
        now: verification.serverNow(),
        tag: language.tag,
        isAbroad: !isKoreanTime(new Date().getTimezoneOffset()),
      },
      onReload: () => location.reload(),
    };
  }

  /** The phone's present step, where the endpoint says when it ends and a number can be typed. */
  #followedStep(): FollowedStep | undefined {
    const verification = this.#verification;
    const {stepEndsAt: endsAt, stepLengthMs: lengthMs} = verification;
    if (endsAt === undefined || lengthMs === undefined) return undefined;
    return verification.attempt.is === 'ready'
      ? {endsAt, lengthMs, now: verification.now()}
      : undefined;
  }

  /** For the ear: twice a step, and only for whoever is at the field. */
  #stepMoment({words}: Language): readonly unknown[] | string {
    const {moment} = this.#stepClock;
    if (!moment || !this.#element.matches(':focus-within')) return '';
    if (moment.is === 'changed') return words.nextIsHere;
    return fill(words.fewSecondsLeft, {seconds: moment.seconds});
  }
}
