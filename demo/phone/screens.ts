/** What the phone's screen shows, for each screen of the app. */
import {html, nothing, type TemplateResult} from 'lit';
import {STEP_MS} from '../../endpoint/verifier/totp.ts';
import {type Applicant, type MotpApp, type AppRegistration, registrationOf} from './motp-app.ts';
import type {PhoneMessages} from './messages.ts';
import {formValue} from '../shell/form-value.ts';

/** What the trainee does on the screen. */
export interface PhoneHandlers {
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
export interface PhoneView {
  readonly messages: PhoneMessages;
  /** The six digits of now, as this phone's clock has it. */
  readonly code: string;
  /** How long they live, in seconds. */
  readonly seconds: number;
  /** What the phone knows of its owner, to be changed where it is wrong. */
  readonly owner: Pick<AppRegistration, 'name' | 'phone'>;
}

/** The screen of the app. */
export function renderScreen(
  app: MotpApp,
  shown: PhoneView,
  touches: PhoneHandlers,
): TemplateResult {
  const {messages} = shown;
  switch (app.status) {
    case 'in-store':
      return renderStore(messages, touches);
    case 'closed':
      return renderHome(messages, touches);
    case 'consent':
      return html`<h2>${messages.consentTitle}</h2>
        <p>${messages.consentAsk}</p>
        <p class="terms">${messages.consentWhat}</p>
        <button class="primary" id="agree" @click=${touches.onAgree}>${messages.agree}</button>`;
    case 'registering':
      return renderRegistration(app, shown, touches);
    case 'password':
      return renderPassword(app, messages, touches);
    case 'code':
      return html`${renderCode(shown)} ${renderOwner(registrationOf(app))}
        <button class="quiet" @click=${touches.onAskReset}>${messages.reset}</button>`;
    case 'resetting':
      return html`<h2>${messages.resetTitle}</h2>
        <p>${messages.resetAsk}</p>
        ${renderError(messages, app.error)}
        <button class="primary" id="reset" @click=${touches.onReset}>${messages.resetDo}</button>
        <button class="quiet" @click=${touches.onCancel}>${messages.cancel}</button>`;
    case 'ended':
      return html`<h2>${messages.endedTitle}</h2>
        <p role="alert">${messages.ended}</p>
        <button class="primary" @click=${touches.onReset}>${messages.endedReset}</button>`;
  }
}

function renderStore(words: PhoneMessages, {onInstall}: PhoneHandlers): TemplateResult {
  return html`<h2>${words.store}</h2>
    <p class="search" translate="no">${words.search}</p>
    <div class="found">
      <span class="icon" aria-hidden="true">OTP</span>
      <p><b translate="no">mOTP</b><br /><small>${words.maker}</small></p>
      <button class="primary" id="install" @click=${onInstall}>${words.install}</button>
    </div>
    <p class="note">${words.device}</p>`;
}

function renderHome(words: PhoneMessages, {onOpen}: PhoneHandlers): TemplateResult {
  return html`<h2 class="unseen">${words.home}</h2>
    <button class="app" id="open" @click=${onOpen}>
      <span class="icon" aria-hidden="true">OTP</span>
      <span translate="no">mOTP</span> <span class="unseen">${words.open}</span>
    </button>`;
}

function renderRegistration(
  app: Extract<MotpApp, {status: 'registering'}>,
  {messages, owner: {name, phone}}: PhoneView,
  {onRegister}: PhoneHandlers,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = (field: string): string => formValue(event, field);
    // The name goes on to the letter: a blank in it is what the manual's first question is about.
    onRegister({name: said('name'), phone: said('phone'), password: said('password')});
  };
  return html`<h2>${messages.registerTitle}</h2>
    <p>${messages.registerAsk}</p>
    <form @submit=${onSubmit} autocomplete="off">
      <label>${messages.name} <input name="name" required maxlength="80" .value=${name} /></label>
      <label
        >${messages.number}
        <input name="phone" type="tel" required pattern="[0-9]{9,15}" .value=${phone} />
      </label>
      <label>${messages.password} ${renderPasswordInput()}</label>
      ${renderError(messages, app.error)}
      <button class="primary">${messages.register}</button>
    </form>
    <p class="note">${messages.device}</p>`;
}

function renderPassword(
  {isWrong}: Extract<MotpApp, {status: 'password'}>,
  words: PhoneMessages,
  {onPassword, onAskReset}: PhoneHandlers,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    onPassword(formValue(event, 'password'));
    (event.currentTarget as HTMLFormElement).reset();
  };
  return html`<h2>${words.passwordTitle}</h2>
    <form @submit=${onSubmit} autocomplete="off">
      <label>${words.passwordAsk} ${renderPasswordInput()}</label>
      ${isWrong ? html`<p class="danger" role="alert">${words.passwordWrong}</p>` : nothing}
      <button class="primary">${words.confirm}</button>
    </form>
    <button class="quiet" @click=${onAskReset}>${words.reset}</button>`;
}

function renderPasswordInput(): TemplateResult {
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

function renderCode({messages, code: digits, seconds}: PhoneView): TemplateResult {
  const share = (seconds * 1000) / STEP_MS;
  const left = messages.secondsLeft.replace('{seconds}', String(seconds));
  return html`<h2>${messages.codeTitle}</h2>
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
    <p class="note">${messages.renewed}</p>`;
}

function renderOwner(registration: AppRegistration | undefined): TemplateResult {
  return html`<p class="owner" translate="no">
    <bdi>${registration?.name}</bdi><br />${registration?.phone}
  </p>`;
}

function renderError(
  words: PhoneMessages,
  why: 'no-network' | 'out-of-order' | undefined,
): TemplateResult | typeof nothing {
  return why ? html`<p class="danger" role="alert">${words[why]}</p>` : nothing;
}
