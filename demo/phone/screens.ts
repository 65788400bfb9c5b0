/** What the phone's screen shows, for each screen of the app. */
import {html, nothing, type TemplateResult} from 'lit';
import {STEP_MS} from '../../endpoint/verifier/totp.ts';
import {type Applicant, type MotpApp, type Registration, registrationOf} from './motp-app.ts';
import type {PhoneWords} from './messages.ts';
import {textOf} from '../shell/form-value.ts';

/** What the trainee does on the screen. */
export interface Touches {
  readonly onInstall: () => void;
  readonly onOpen: () => void;
  readonly onAgree: () => void;
  readonly onRegister: (applicant: Applicant) => void;
  readonly onPassword: (password: string) => void;
  readonly onAskReset: () => void;
  readonly onReset: () => void;
  readonly onCancel: () => void;
}

/** What is drawn beside the app's own state. */
export interface Shown {
  readonly words: PhoneWords;
  /** The six digits of now, as this phone's clock has it. */
  readonly code: string;
  /** How long they live, in seconds. */
  readonly seconds: number;
  /** What the phone knows of its owner, to be changed where it is wrong. */
  readonly owner: Pick<Registration, 'name' | 'phone'>;
}

/** The screen of the app. */
export function screen(app: MotpApp, shown: Shown, touches: Touches): TemplateResult {
  const {words} = shown;
  switch (app.is) {
    case 'in-store':
      return store(words, touches);
    case 'closed':
      return home(words, touches);
    case 'consent':
      return html`<h2>${words.consentTitle}</h2>
        <p>${words.consentAsk}</p>
        <p class="terms">${words.consentWhat}</p>
        <button class="primary" id="agree" @click=${touches.onAgree}>${words.agree}</button>`;
    case 'registering':
      return registering(app, shown, touches);
    case 'password':
      return password(app, words, touches);
    case 'code':
      return html`${code(shown)} ${owner(registrationOf(app))}
        <button class="quiet" @click=${touches.onAskReset}>${words.reset}</button>`;
    case 'resetting':
      return html`<h2>${words.resetTitle}</h2>
        <p>${words.resetAsk}</p>
        ${trouble(words, app.trouble)}
        <button class="primary" id="reset" @click=${touches.onReset}>${words.resetDo}</button>
        <button class="quiet" @click=${touches.onCancel}>${words.cancel}</button>`;
    case 'ended':
      return html`<h2>${words.endedTitle}</h2>
        <p role="alert">${words.ended}</p>
        <button class="primary" @click=${touches.onReset}>${words.endedReset}</button>`;
  }
}

function store(words: PhoneWords, {onInstall}: Touches): TemplateResult {
  return html`<h2>${words.store}</h2>
    <p class="search" translate="no">${words.search}</p>
    <div class="found">
      <span class="icon" aria-hidden="true">OTP</span>
      <p><b translate="no">mOTP</b><br /><small>${words.maker}</small></p>
      <button class="primary" id="install" @click=${onInstall}>${words.install}</button>
    </div>
    <p class="note">${words.device}</p>`;
}

function home(words: PhoneWords, {onOpen}: Touches): TemplateResult {
  return html`<h2 class="unseen">${words.home}</h2>
    <button class="app" id="open" @click=${onOpen}>
      <span class="icon" aria-hidden="true">OTP</span>
      <span translate="no">mOTP</span> <span class="unseen">${words.open}</span>
    </button>`;
}

function registering(
  app: Extract<MotpApp, {is: 'registering'}>,
  {words, owner: {name, phone}}: Shown,
  {onRegister}: Touches,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = (field: string): string => textOf(event, field);
    // The name goes on to the letter: a blank in it is what the manual's first question is about.
    onRegister({name: said('name'), phone: said('phone'), password: said('password')});
  };
  return html`<h2>${words.registerTitle}</h2>
    <p>${words.registerAsk}</p>
    <form @submit=${onSubmit} autocomplete="off">
      <label>${words.name} <input name="name" required maxlength="80" .value=${name} /></label>
      <label
        >${words.number}
        <input name="phone" type="tel" required pattern="[0-9]{9,15}" .value=${phone} />
      </label>
      <label>${words.password} ${passwordInput()}</label>
      ${trouble(words, app.trouble)}
      <button class="primary">${words.register}</button>
    </form>
    <p class="note">${words.device}</p>`;
}

function password(
  {isWrong}: Extract<MotpApp, {is: 'password'}>,
  words: PhoneWords,
  {onPassword, onAskReset}: Touches,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    onPassword(textOf(event, 'password'));
    (event.currentTarget as HTMLFormElement).reset();
  };
  return html`<h2>${words.passwordTitle}</h2>
    <form @submit=${onSubmit} autocomplete="off">
      <label>${words.passwordAsk} ${passwordInput()}</label>
      ${isWrong ? html`<p class="danger" role="alert">${words.passwordWrong}</p>` : nothing}
      <button class="primary">${words.confirm}</button>
    </form>
    <button class="quiet" @click=${onAskReset}>${words.reset}</button>`;
}

function passwordInput(): TemplateResult {
  return html`<input
    name="password"
    class="password"
    type="password"
    inputmode="numeric"
    autocomplete="off"
    required
    pattern="[0-9]{4}"
    maxlength="4"
  />`;
}

function code({words, code: digits, seconds}: Shown): TemplateResult {
  const share = (seconds * 1000) / STEP_MS;
  const left = words.secondsLeft.replace('{seconds}', String(seconds));
  return html`<h2>${words.codeTitle}</h2>
    <output class="digits" translate="no">${digits}</output>
    <svg viewBox="0 0 100 100" role="img" aria-label=${left}>
      <circle class="track" cx="50" cy="50" r="44"></circle>
      <circle
        class="left"
        cx="50"
        cy="50"
        r="44"
        pathLength="1"
        stroke-dasharray="${share} 1"
      ></circle>
      <text x="50" y="50" lang="zxx">${seconds}</text>
    </svg>
    <p class="note">${words.renewed}</p>`;
}

function owner(registration: Registration | undefined): TemplateResult {
  return html`<p class="owner" translate="no">
    <bdi>${registration?.name}</bdi><br />${registration?.phone}
  </p>`;
}

function trouble(
  words: PhoneWords,
  why: 'no-network' | 'out-of-order' | undefined,
): TemplateResult | typeof nothing {
  return why ? html`<p class="danger" role="alert">${words[why]}</p>` : nothing;
}
