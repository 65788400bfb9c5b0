/** The templates of the app's screens. */
import {html, nothing, type TemplateResult} from 'lit';
import {STEP_MS} from '../../endpoint/verifier/totp.ts';
import {
  type AppError,
  type Applicant,
  type MotpApp,
  type AppRegistration,
  currentRegistration,
} from './motp-app.ts';
import type {PhoneMessages} from './messages.ts';
import {formValue} from '../shell/form-value.ts';

/** The handlers for the trainee's actions. */
export interface PhoneHandlers {
  readonly onInstall: () => void;
  readonly onOpen: () => void;
  readonly onAgree: () => void;
  readonly onRegister: (applicant: Applicant) => void;
  readonly onPassword: (password: string) => void;
  readonly onResetRequest: () => void;
  readonly onReset: () => void;
  readonly onCancel: () => void;
}

/** The values that the screens show in addition to the app's state. */
export interface PhoneView {
  readonly messages: PhoneMessages;
  /** The current six digits, according to this phone's clock. */
  readonly code: string;
  /** The number of seconds for which the code is still valid. */
  readonly seconds: number;
  /** The owner's identity, which the trainee can correct. */
  readonly owner: Pick<AppRegistration, 'name' | 'phone'>;
}

/** Renders the app's current screen. */
export function renderScreen(
  app: MotpApp,
  view: PhoneView,
  handlers: PhoneHandlers,
): TemplateResult {
  const {messages} = view;
  switch (app.status) {
    case 'in-store':
      return renderStore(messages, handlers);
    case 'closed':
      return renderHome(messages, handlers);
    case 'consent':
      return html`<h2>${messages.consentTitle}</h2>
        <p>${messages.consentAsk}</p>
        <p class="terms">${messages.consentWhat}</p>
        <button class="primary" id="agree" @click=${handlers.onAgree}>${messages.agree}</button>`;
    case 'registering':
      return renderRegistration(app, view, handlers);
    case 'password':
      return renderPassword(app, messages, handlers);
    case 'code':
      return html`${renderCode(view)} ${renderOwner(currentRegistration(app))}
        <button class="quiet" @click=${handlers.onResetRequest}>${messages.reset}</button>`;
    case 'resetting':
      return html`<h2>${messages.resetTitle}</h2>
        <p>${messages.resetAsk}</p>
        ${renderError(messages, app.error)}
        <button class="primary" id="reset" @click=${handlers.onReset}>${messages.resetDo}</button>
        <button class="quiet" @click=${handlers.onCancel}>${messages.cancel}</button>`;
    case 'ended':
      return html`<h2>${messages.endedTitle}</h2>
        <p role="alert">${messages.ended}</p>
        <button class="primary" @click=${handlers.onReset}>${messages.endedReset}</button>`;
  }
}

function renderStore(messages: PhoneMessages, {onInstall}: PhoneHandlers): TemplateResult {
  return html`<h2>${messages.store}</h2>
    <p class="search" translate="no">${messages.search}</p>
    <div class="found">
      <span class="icon" aria-hidden="true">OTP</span>
      <p><b translate="no">mOTP</b><br /><small>${messages.maker}</small></p>
      <button class="primary" id="install" @click=${onInstall}>${messages.install}</button>
    </div>
    <p class="note">${messages.device}</p>`;
}

function renderHome(messages: PhoneMessages, {onOpen}: PhoneHandlers): TemplateResult {
  return html`<h2 class="visually-hidden">${messages.home}</h2>
    <button class="app" id="open" @click=${onOpen}>
      <span class="icon" aria-hidden="true">OTP</span>
      <span translate="no">mOTP</span> <span class="visually-hidden">${messages.open}</span>
    </button>`;
}

function renderRegistration(
  app: Extract<MotpApp, {status: 'registering'}>,
  {messages, owner: {name, phone}}: PhoneView,
  {onRegister}: PhoneHandlers,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const valueOf = (field: string): string => formValue(event, field);
    // The name is not trimmed: a space in it is what the manual's first question is about.
    onRegister({name: valueOf('name'), phone: valueOf('phone'), password: valueOf('password')});
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
  messages: PhoneMessages,
  {onPassword, onResetRequest}: PhoneHandlers,
): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    onPassword(formValue(event, 'password'));
    (event.currentTarget as HTMLFormElement).reset();
  };
  return html`<h2>${messages.passwordTitle}</h2>
    <form @submit=${onSubmit} autocomplete="off">
      <label>${messages.passwordAsk} ${renderPasswordInput()}</label>
      ${isWrong ? html`<p class="danger" role="alert">${messages.passwordWrong}</p>` : nothing}
      <button class="primary">${messages.confirm}</button>
    </form>
    <button class="quiet" @click=${onResetRequest}>${messages.reset}</button>`;
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
  messages: PhoneMessages,
  error: AppError | undefined,
): TemplateResult | typeof nothing {
  return error ? html`<p class="danger" role="alert">${messages[error]}</p>` : nothing;
}
