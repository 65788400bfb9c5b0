/** The lower bound of a Lit element: the same input in a shadow root, with one reactive property. */
import {css, html, LitElement} from 'lit';

class BareLit extends LitElement {
  static override readonly properties = {value: {}};
  static override readonly styles = css`
    input {
      font-size: 24px;
    }
  `;
  declare value: string;

  constructor() {
    super();
    this.value = '';
  }

  protected override render() {
    return html`<label>mOTP 번호 <input inputmode="numeric" @input=${this.#onInput} /></label>`;
  }

  readonly #onInput = ({target}: InputEvent): void => {
    if (target instanceof HTMLInputElement) this.value = target.value;
  };
}

if (!customElements.get('bare-lit')) customElements.define('bare-lit', BareLit);
