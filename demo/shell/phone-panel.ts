/** The panel with the trainee's two phones and the controls for them. */
import {html, LitElement, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {STEP_MS} from '../../endpoint/verifier/totp.ts';
import {UNREACHABLE, type AppServer} from '../phone/app-server.ts';
import {DemoPhone} from '../phone/demo-phone.ts';
import type {PhoneClock} from '../phone/phone-clock.ts';
import {APP_PASSWORD, type TraineeId} from '../backend/fixtures.ts';
import {provisionPhone} from './provision-phones.ts';
import {advanceClock} from './demo-clock.ts';
import {shellMessages} from './messages.ts';

/**
 * The trainee's phones, of which it shows one. It owns the phones and whether they are offline.
 *
 * @element phone-panel
 */
export class PhonePanel extends LitElement {
  /** The owner of the phones. The panel has no phones until this is set. */
  @property({attribute: false}) trainee: TraineeId | undefined;
  /** The app's server. */
  @property({attribute: false}) server: AppServer = UNREACHABLE;
  /** The clock setting of both phones. */
  @property() clock: PhoneClock = 'automatic';
  /** Whether the visitor can skip a minute. A real server has its own clock. */
  @property({attribute: false}) canAdvance = true;

  @state() private _number: 1 | 2 = 1;
  @state() private _isOffline = false;
  #phones: readonly [DemoPhone, DemoPhone] | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Resets the app on the first phone, after the registration was reset elsewhere. */
  reset(): void {
    this.#phones?.[0].dispatch({type: 'reset'});
  }

  protected override willUpdate(): void {
    const {trainee} = this;
    if (trainee) this.#phones ??= [this.#createPhone(1, trainee), this.#createPhone(2, trainee)];
    for (const phone of this.#phones ?? []) {
      phone.clock = this.clock;
      phone.offline = this._isOffline;
      // The page's language may have changed.
      phone.requestUpdate();
    }
  }

  protected override render(): TemplateResult {
    const {_number: number, _isOffline: isOffline} = this;
    const messages = shellMessages(document.documentElement.lang);
    const phone = this.#phones?.[number - 1];
    return html`${phone}
      <div class="phone-settings" role="group" aria-label=${messages.phones}>
        <label>
          <input type="checkbox" .checked=${isOffline} @change=${this.#onOfflineChange} />
          ${messages.offline}
        </label>
        <button aria-pressed=${number === 2} @click=${this.#onSwitchPhone}>
          ${messages.secondPhone}
        </button>
        <button @click=${() => phone?.dispatch({type: 'deleted'})}>${messages.remove}</button>
        <button ?hidden=${!this.canAdvance} @click=${() => advanceClock(STEP_MS)}>
          ${messages.advance}
        </button>
        <small>${messages.password.replace('{password}', APP_PASSWORD)}</small>
      </div>`;
  }

  #createPhone(number: 1 | 2, trainee: TraineeId): DemoPhone {
    const phone = new DemoPhone();
    provisionPhone(phone, number, trainee, this.server);
    return phone;
  }

  readonly #onOfflineChange = (event: Event): void => {
    this._isOffline = (event.target as HTMLInputElement).checked;
  };

  readonly #onSwitchPhone = (): void => {
    this._number = this._number === 1 ? 2 : 1;
  };
}

if (!customElements.get('phone-panel')) customElements.define('phone-panel', PhonePanel);

declare global {
  interface HTMLElementTagNameMap {
    'phone-panel': PhonePanel;
  }
}
