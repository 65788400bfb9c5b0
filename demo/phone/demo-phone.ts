/** The trainee's phone: the mOTP app as the manual draws it, from the store to the six digits. */
import {html, LitElement, svg, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {codeAt, stepEndsInMs} from '../../endpoint/verifier/totp.ts';
import {UNREACHABLE, type AppServer} from './app-server.ts';
import {
  transition,
  registrationOf,
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

/** How often the screen is looked after, in ms. */
const TICK_MS = 250;

/** The sign of a network, and of none. */
const SIGNAL_ICON = svg`<path d="M1 11h3v4H1zM6 8h3v7H6zM11 5h3v10h-3zM16 1h3v14h-3z" />`;
const FLIGHT_MODE_ICON = svg`<path d="M9 1c1-1 2 0 2 1v4l8 4v2l-8-2v3l2 2v1l-3-1-3 1v-1l2-2v-3l-8 2v-2l8-4z" />`;

/** The app went from one screen to another. */
export class PhoneChangeEvent extends Event {
  readonly app: MotpApp;

  constructor(app: MotpApp) {
    super('phone-change', {bubbles: true, composed: true});
    this.app = app;
  }
}

/**
 * A phone that runs the mOTP app.
 *
 * @element demo-phone
 * @fires phone-change - The app went from one screen to another.
 */
export class DemoPhone extends LitElement {
  static override readonly styles = [styles, narrowStyles];

  /** The app on this phone. */
  @property({attribute: false}) app: MotpApp = {status: 'in-store'};
  /** The server of the app. */
  @property({attribute: false}) server: AppServer = UNREACHABLE;
  /** What the phone knows of its owner: what the registration begins with. */
  @property({attribute: false}) owner: Pick<AppRegistration, 'name' | 'phone'> = {
    name: '',
    phone: '',
  };
  /** How the phone's clock is set. */
  @property() clock: PhoneClock = 'automatic';
  /** No network (비행기 모드). */
  @property({type: Boolean}) offline = false;
  /** The right time, ms since the epoch. */
  @property({attribute: false}) now: () => number = Date.now;
  /** The screen that is shown, for the page's style sheet. */
  @property({reflect: true}) screen: MotpApp['status'] = 'in-store';

  @state() private _code = '';
  @state() private _seconds = 0;
  @state() private _time = '';

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#tick(), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    this.screen = this.app.status;
    if (changed.has('app') || changed.has('clock')) void this.#tick();
  }

  protected override render(): TemplateResult {
    const lang = this.closest<HTMLElement>('[lang]')?.lang ?? 'ko';
    const words = phoneMessages(lang);
    const {app, owner, _code: code, _seconds: seconds} = this;
    return html`<section class="phone" lang=${lang} aria-label=${words.phone}>
      <div class="bar">
        <span>${this._time}</span>
        <svg
          viewBox="0 0 20 16"
          role="img"
          aria-label=${this.offline ? words.offline : words.online}
        >
          ${this.offline ? FLIGHT_MODE_ICON : SIGNAL_ICON}
        </svg>
      </div>
      <div class="screen ${app.status}">
        ${renderScreen(app, {messages: words, code, seconds, owner}, this.#handlers)}
      </div>
      <button
        class="home"
        @click=${() => this.dispatch({type: 'closed'})}
        aria-label=${words.close}
      ></button>
    </section>`;
  }

  readonly #handlers: PhoneHandlers = {
    onInstall: () => this.dispatch({type: 'installed'}),
    onOpen: () => this.dispatch({type: 'opened'}),
    onAgree: () => this.dispatch({type: 'agreed'}),
    onRegister: (applicant) => void this.#register(applicant),
    onPassword: (password) => void this.#unlock(password),
    onAskReset: () => this.dispatch({type: 'reset-asked'}),
    onReset: () => void this.#reset(),
    onCancel: () => this.dispatch({type: 'reset-cancelled'}),
  };

  async #register(applicant: Applicant): Promise<void> {
    const said = await this.#reachableServer.issue(applicant);
    this.dispatch(
      said.kind === 'done'
        ? {type: 'issued', registration: said.value}
        : {type: 'failed', error: said.error},
    );
  }

  async #unlock(password: string): Promise<void> {
    this.dispatch({type: 'password-typed', password});
    if (this.app.status !== 'code') return;
    const said = await this.#reachableServer.isCurrent(this.app.registration.device);
    // Without a network the app can't know, and shows numbers that no longer count.
    if (said.kind === 'done' && !said.value) this.dispatch({type: 'issued-elsewhere'});
  }

  async #reset(): Promise<void> {
    // A phone that has ended has nothing to reset: it registers, which ends the other.
    if (this.app.status === 'ended') return this.dispatch({type: 'reset'});
    const said = await this.#reachableServer.reset();
    this.dispatch(said.kind === 'done' ? {type: 'reset'} : {type: 'failed', error: said.error});
  }

  get #reachableServer(): AppServer {
    return this.offline ? UNREACHABLE : this.server;
  }

  /** Something happens to the app: by a touch, or by whoever holds the phone. */
  dispatch(event: AppEvent): void {
    const before = this.app;
    this.app = transition(before, event);
    if (this.app === before) return;
    if (this.app.status !== before.status && this.matches(':focus-within'))
      void this.#focusHeading();
    this.dispatchEvent(new PhoneChangeEvent(this.app));
  }

  /** What had the focus goes with its screen: whoever is on the phone goes on at the next one's head. */
  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.shadowRoot?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  async #tick(): Promise<void> {
    const {clock} = this;
    const now = this.now();
    this._time = shownTime(clock, now);
    const registration = registrationOf(this.app);
    if (this.app.status !== 'code' || !registration) {
      this._code = '';
      return;
    }
    const told = phoneTime(clock, now);
    this._code = await codeAt(registration.secret, told);
    this._seconds = Math.ceil(stepEndsInMs(told) / 1000);
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
