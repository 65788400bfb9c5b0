/** The styles of the code field, buttons and links in the first render. */
import {css} from './css.ts';

/** The styles of the controls in the first render. */
export const controls = css`
  label {
    font-size: clamp(1.06em, 5.4cqi, 1.2em);
    font-weight: 700;
    /* A second line begins with the brackets. */
    text-wrap: balance;
  }

  /*
   * One real input. Its six places are a background behind the digits, each one pitch wide. A page's
   * rule for inputs overrides ::slotted() and would shift the digits of the site's own input, as
   * input {letter-spacing: 0} does. What positions a digit is therefore !important.
   */
  input,
  ::slotted(input) {
    --pitch: min(48px, var(--inside) / 7);
    box-sizing: border-box !important;
    flex: none !important;
    inline-size: calc(var(--pitch) * 7) !important;
    min-inline-size: 0 !important;
    max-inline-size: none !important;
    block-size: var(--motp-code-size) !important;
    min-block-size: 0 !important;
    max-block-size: none !important;
    margin: 0 !important;
    border: 1px solid var(--motp-color-border) !important;
    border-radius: var(--motp-radius);
    /* Half a pitch on each side. The first digit is in the middle of the first place. */
    padding: 0 0 0 calc(var(--pitch) - 0.5ch) !important;
    color: var(--motp-color-text) !important;
    background: var(--motp-color-surface) !important;
    /* Generic families alone: a font of the page, loaded for one digit, would tell the digit. */
    font:
      700 calc(var(--motp-font-size) * 1.8) / 1.5 system-ui,
      sans-serif !important;
    font-variant-numeric: tabular-nums !important;
    letter-spacing: calc(var(--pitch) - 1ch) !important;
    word-spacing: 0 !important;
    text-indent: 0 !important;
    text-align: left !important;
    direction: ltr !important;
    appearance: none !important;
  }

  input::placeholder {
    color: var(--motp-color-placeholder);
    opacity: 1;
    font-size: var(--motp-font-size);
    font-weight: 400;
    letter-spacing: 0;
  }

  input:placeholder-shown:not(:focus),
  ::slotted(input:placeholder-shown:not(:focus)) {
    padding-inline: 16px !important;
    font-size: var(--motp-font-size) !important;
    font-weight: 400 !important;
    letter-spacing: 0 !important;
  }

  ::slotted(input)::placeholder {
    color: var(--motp-color-placeholder) !important;
    opacity: 1 !important;
    font: inherit !important;
    letter-spacing: 0 !important;
  }

  button,
  a {
    font: inherit;
  }

  button {
    margin: 0;
  }

  .primary,
  .secondary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-block-size: var(--motp-control-size);
    padding: 8px 24px;
    border: 1px solid var(--motp-color-border);
    border-radius: var(--motp-radius);
    color: var(--motp-color-text);
    background: var(--motp-color-surface);
    text-align: center;
    text-decoration: none;
    /* No word breaks within, not even on a narrow screen. */
    overflow-wrap: break-word;
    cursor: pointer;
  }

  .secondary:hover {
    background: var(--motp-color-surface-subtle);
  }

  .primary {
    border-color: transparent;
    color: var(--motp-color-on-primary);
    background: var(--motp-color-primary);
    font-weight: 700;
  }

  form .row .primary {
    flex: 1 0 144px;
    min-block-size: var(--motp-code-size);
    font-size: 1.12em;
  }

  /* Where the button is below the field. */
  @container (max-width: 557px) {
    form .row .primary {
      min-block-size: var(--motp-control-size);
    }
  }

  a:not(.primary, .secondary),
  button.link {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    border: 0;
    padding: 0;
    background: none;
    color: var(--motp-color-link);
    text-decoration: underline;
    cursor: pointer;
  }

  .external::after {
    content: '↗';
    content: '↗' / '';
    display: inline-block;
    margin-inline-start: 4px;
    text-decoration: none;
  }
`;
