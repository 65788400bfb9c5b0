/** The trainee's two phones, one of them at hand, and what can be done to it. */
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
 * The phones of the stage.
 *
 * @element phone-panel
 */
export class PhonePanel extends LitElement {
  /** Whose phones they are; until that is known there are none. */
  @property({attribute: false}) trainee: TraineeId | undefined;
  /** The server of the app. */
  @property({attribute: false}) server: AppServer = UNREACHABLE;
  /** How the clocks of both are set. */
  @property() clock: PhoneClock = 'automatic';

  /** Whether the time can be skipped: a real server has its own. */
  @property({attribute: false}) canAdvance = true;

  @state() private _number: 1 | 2 = 1;
  @state() private _isOffline = false;
  #phones: readonly [DemoPhone, DemoPhone] | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The registration was reset elsewhere: the app begins anew. */
  reset(): void {
    this.#phones?.[0].dispatch({type: 'reset'});
  }

  protected override willUpdate(): void {
    const {trainee} = this;
    if (trainee) this.#phones ??= [this.#createPhone(1, trainee), this.#createPhone(2, trainee)];
    for (const phone of this.#phones ?? []) {
      phone.clock = this.clock;
      phone.offline = this._isOffline;
      // The page may speak another language by now.
      phone.requestUpdate();
    }
  }

  protected override render(): TemplateResult {
    const {_number: number, _isOffline: isOffline} = this;
    const words = shellMessages(document.documentElement.lang);
    const phone = this.#phones?.[number - 1];
    return html`${phone}
      <div class="phone-settings" role="group" aria-label=${words.phones}>
        <label>
          <input type="checkbox" .checked=${isOffline} @change=${this.#onOfflineChange} />
          ${words.offline}
        </label>
        <button aria-pressed=${number === 2} @click=${this.#onSwitchPhone}>${words.phone2}</button>
        <button @click=${() => phone?.dispatch({type: 'deleted'})}>${words.remove}</button>
        <button ?hidden=${!this.canAdvance} @click=${() => advanceClock(STEP_MS)}>
          ${words.skip}
        </button>
        <small>${words.password.replace('{password}', APP_PASSWORD)}</small>
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
