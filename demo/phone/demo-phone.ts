/** The trainee's phone with the mOTP app of the manual, from the app store to the six digits. */
import {html, LitElement, svg, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {codeAt, stepEndsInMs} from '../../endpoint/verifier/totp.ts';
import {UNREACHABLE, type AppServer} from './app-server.ts';
import {
  transitionApp,
  currentRegistration,
  type AppEvent,
  type Applicant,
  type MotpApp,
  type AppRegistration,
} from './motp-app.ts';
import {narrowStyles} from './styles-narrow.ts';
import {phoneTime, shownTime, type PhoneClock} from './phone-clock.ts';
import {renderScreen, type PhoneHandlers} from './screens.ts';
import {styles} from './styles.ts';
import {phoneMessages} from './messages.ts';

/** How often the phone updates its time and code, in ms. */
const TICK_MS = 250;

/** The icons for a network and for no network. */
const SIGNAL_ICON = svg`<path d="M1 11h3v4H1zM6 8h3v7H6zM11 5h3v10h-3zM16 1h3v14h-3z" />`;
const FLIGHT_MODE_ICON = svg`<path d="M9 1c1-1 2 0 2 1v4l8 4v2l-8-2v3l2 2v1l-3-1-3 1v-1l2-2v-3l-8 2v-2l8-4z" />`;

/** Dispatched when the app's state has changed. */
export class PhoneChangeEvent extends Event {
  readonly app: MotpApp;

  constructor(app: MotpApp) {
    super('phone-change', {bubbles: true, composed: true});
    this.app = app;
  }
}

/**
 * A phone that runs the mOTP app. It owns the app's state, and leaves saving it to the page.
 *
 * @element demo-phone
 * @fires phone-change - The app's state has changed.
 */
export class DemoPhone extends LitElement {
  static override readonly styles = [styles, narrowStyles];

  /** The state of the app on this phone. */
  @property({attribute: false}) app: MotpApp = {status: 'in-store'};
  /** The app's server. */
  @property({attribute: false}) server: AppServer = UNREACHABLE;
  /** The owner's identity, with which the registration form is filled in. */
  @property({attribute: false}) owner: Pick<AppRegistration, 'name' | 'phone'> = {
    name: '',
    phone: '',
  };
  /** The setting of the phone's clock. */
  @property() clock: PhoneClock = 'automatic';
  /** Whether the phone is in flight mode (비행기 모드). */
  @property({type: Boolean}) offline = false;
  /** Returns the correct time, in ms since the epoch. */
  @property({attribute: false}) now: () => number = Date.now;
  /** The current screen, reflected for the page's style sheet. */
  @property({reflect: true}) screen: MotpApp['status'] = 'in-store';

  @state() private _code = '';
  @state() private _seconds = 0;
  @state() private _time = '';

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#updateClock(), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    this.screen = this.app.status;
    if (changed.has('app') || changed.has('clock')) void this.#updateClock();
  }

  protected override render(): TemplateResult {
    const lang = this.closest<HTMLElement>('[lang]')?.lang ?? 'ko';
    const messages = phoneMessages(lang);
    const {app, owner, _code: code, _seconds: seconds} = this;
    return html`<section class="phone" lang=${lang} aria-label=${messages.phone}>
      <div class="bar">
        <span>${this._time}</span>
        <svg
          viewBox="0 0 20 16"
          role="img"
          aria-label=${this.offline ? messages.offline : messages.online}
        >
          ${this.offline ? FLIGHT_MODE_ICON : SIGNAL_ICON}
        </svg>
      </div>
      <div class="screen ${app.status}">
        ${renderScreen(app, {messages, code, seconds, owner}, this.#handlers)}
      </div>
      <button
        class="home"
        @click=${() => this.dispatch({type: 'closed'})}
        aria-label=${messages.close}
      ></button>
    </section>`;
  }

  readonly #handlers: PhoneHandlers = {
    onInstall: () => this.dispatch({type: 'installed'}),
    onOpen: () => this.dispatch({type: 'opened'}),
    onAgree: () => this.dispatch({type: 'agreed'}),
    onRegister: (applicant) => void this.#register(applicant),
    onPassword: (password) => void this.#unlock(password),
    onResetRequest: () => this.dispatch({type: 'reset-requested'}),
    onReset: () => void this.#reset(),
    onCancel: () => this.dispatch({type: 'reset-cancelled'}),
  };

  async #register(applicant: Applicant): Promise<void> {
    const result = await this.#reachableServer.issue(applicant);
    this.dispatch(
      result.kind === 'ok'
        ? {type: 'issued', registration: result.value}
        : {type: 'failed', error: result.error},
    );
  }

  async #unlock(password: string): Promise<void> {
    this.dispatch({type: 'password-typed', password});
    if (this.app.status !== 'code') return;
    const result = await this.#reachableServer.isCurrent(this.app.registration.device);
    // Without a network the app can't check this, and shows codes that are no longer valid.
    if (result.kind === 'ok' && !result.value) this.dispatch({type: 'issued-elsewhere'});
  }

  async #reset(): Promise<void> {
    // An ended phone has no registration to reset. It registers again, which ends the other phone.
    if (this.app.status === 'ended') return this.dispatch({type: 'reset'});
    const result = await this.#reachableServer.reset();
    this.dispatch(result.kind === 'ok' ? {type: 'reset'} : {type: 'failed', error: result.error});
  }

  get #reachableServer(): AppServer {
    return this.offline ? UNREACHABLE : this.server;
  }

  /** Dispatches an event to the app, from the screen or from the page. */
  dispatch(event: AppEvent): void {
    const previous = this.app;
    this.app = transitionApp(previous, event);
    if (this.app === previous) return;
    if (this.app.status !== previous.status && this.matches(':focus-within'))
      void this.#focusHeading();
    this.dispatchEvent(new PhoneChangeEvent(this.app));
  }

  /** Focuses the new screen's heading, because the focused element was removed with its screen. */
  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.shadowRoot?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  async #updateClock(): Promise<void> {
    const {clock} = this;
    const now = this.now();
    this._time = shownTime(clock, now);
    const registration = currentRegistration(this.app);
    if (this.app.status !== 'code' || !registration) {
      this._code = '';
      return;
    }
    const time = phoneTime(clock, now);
    this._code = await codeAt(registration.secret, time);
    this._seconds = Math.ceil(stepEndsInMs(time) / 1000);
  }
}

if (!customElements.get('demo-phone')) customElements.define('demo-phone', DemoPhone);

declare global {
  interface HTMLElementTagNameMap {
    'demo-phone': DemoPhone;
  }
  interface HTMLElementEventMap {
    'phone-change': PhoneChangeEvent;
  }
}
