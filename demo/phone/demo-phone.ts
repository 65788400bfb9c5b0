/** The trainee's phone: the mOTP app's screen with the six digits and the seconds they live. */
import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {codeAt, STEP_MS, stepEndsInMs} from '../endpoint/totp.ts';

/**
 * A phone that runs the mOTP app.
 *
 * @element demo-phone
 */
export class DemoPhone extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      inline-size: 280px;
    }

    .phone {
      box-sizing: border-box;
      border: 10px solid #1e2124;
      border-radius: 36px;
      min-block-size: 480px;
      padding: 20px;
      display: flex;
      flex-direction: column;
      gap: 16px;
      align-items: center;
      justify-content: center;
      color: #1e2124;
      background: #f4f5f6;
      font:
        400 16px / 1.5 'Pretendard GOV',
        Pretendard,
        'Noto Sans KR',
        'Noto Sans CJK KR',
        'Malgun Gothic',
        sans-serif;
      text-align: center;
      word-break: keep-all;
    }

    h2,
    p {
      margin: 0;
    }

    h2 {
      font-size: 20px;
    }

    .code {
      font-size: 40px;
      font-weight: 700;
      letter-spacing: 4px;
      font-variant-numeric: tabular-nums;
      color: #083891;
    }

    svg {
      inline-size: 96px;
      fill: none;
      stroke-width: 8;
    }

    .track {
      stroke: #cdd1d5;
    }

    .left {
      stroke: #256ef4;
      transform: rotate(-90deg);
      transform-origin: center;
    }

    text {
      font: 700 28px sans-serif;
      text-anchor: middle;
      dominant-baseline: central;
      fill: #1e2124;
      stroke: none;
    }

    @media (max-width: 800px) {
      :host {
        inline-size: auto;
      }

      .phone {
        min-block-size: 0;
        flex-direction: row;
        gap: 12px;
        padding: 4px;
        border-width: 4px;
        border-radius: 16px;
        box-shadow: 0 2px 12px rgb(0 0 0 / 30%);
      }

      .code {
        font-size: 32px;
      }

      svg {
        inline-size: 48px;
      }

      p {
        display: none;
      }
    }

    .owner {
      color: #464c53;
      font-size: 14px;
      white-space: pre-wrap;
    }
  `;

  /** The seed that was issued to this phone, in base32; empty before the app is registered. */
  @property({attribute: false}) secret = '';
  /** The name as registered in the app. */
  @property({attribute: 'trainee-name'}) traineeName = '';
  /** The number as registered in the app. */
  @property({attribute: 'trainee-phone'}) traineePhone = '';
  /** The phone's clock, ms since the epoch. */
  @property({attribute: false}) now: () => number = Date.now;

  @state() private _code = '';
  @state() private _seconds = 0;

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#tick(), 250);
    void this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('secret')) void this.#tick();
  }

  async #tick(): Promise<void> {
    if (!this.secret) return;
    const now = this.now();
    this._code = await codeAt(this.secret, now);
    this._seconds = Math.ceil(stepEndsInMs(now) / 1000);
  }

  protected override render(): TemplateResult {
    return html`<section class="phone" lang="ko" aria-label="mOTP 앱이 실행된 휴대폰">
      <h2>mOTP</h2>
      ${this._code ? this.#screen() : nothing}
    </section>`;
  }

  #screen(): TemplateResult {
    const share = (this._seconds * 1000) / STEP_MS;
    return html`
      <p>인증번호</p>
      <output class="code" translate="no">${this._code}</output>
      <svg viewBox="0 0 100 100" role="img" aria-label="${this._seconds}초 뒤 재생성">
        <circle class="track" cx="50" cy="50" r="44"></circle>
        <circle
          class="left"
          cx="50"
          cy="50"
          r="44"
          pathLength="1"
          stroke-dasharray="${share} 1"
        ></circle>
        <text x="50" y="50" lang="zxx">${this._seconds}</text>
      </svg>
      <p>60초 후 재생성</p>
      <p class="owner" translate="no">${this.traineeName}<br />${this.traineePhone}</p>
    `;
  }
}

if (!customElements.get('demo-phone')) customElements.define('demo-phone', DemoPhone);

declare global {
  interface HTMLElementTagNameMap {
    'demo-phone': DemoPhone;
  }
}
