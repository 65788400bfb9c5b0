/** How what can be used looks: the code field, buttons, links, and the focus. */
import {css} from 'lit';

/** The controls. */
export const controlStyles = css`
  label {
    display: block;
    font-weight: 700;
  }

  /*
   * One real input. Its six places are drawn behind the digits, each one pitch wide, so what decides
   * where a digit stands is important: the rules of the page, which reach the site's own input and
   * outdo ::slotted(), would move the digits off their places (input {letter-spacing: 0}).
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
    /* Half a pitch at either side; the first digit stands in the middle of the first place. */
    padding: 0 0 0 calc(var(--pitch) - 0.5ch) !important;
    color: var(--motp-color-text) !important;
    background: var(--motp-color-surface) !important;
    font: 700 24px / 1.5 var(--motp-font) !important;
    font-variant-numeric: tabular-nums !important;
    letter-spacing: calc(var(--pitch) - 1ch) !important;
    word-spacing: 0 !important;
    text-indent: 0 !important;
    text-align: left !important;
    direction: ltr !important;
    appearance: none !important;
  }

  /* The places, and over them those that are filled: --motp-digits is the field's own count. */
  input:focus,
  input:not(:placeholder-shown),
  ::slotted(input:focus),
  ::slotted(input:not(:placeholder-shown)) {
    --place: var(--motp-color-border);
    --filled: var(--motp-color-primary);
    background-image:
      repeating-linear-gradient(
        90deg,
        transparent 0 4px,
        var(--filled) 4px calc(var(--pitch) - 4px),
        transparent calc(var(--pitch) - 4px) var(--pitch)
      ),
      repeating-linear-gradient(
        90deg,
        transparent 0 4px,
        var(--place) 4px calc(var(--pitch) - 4px),
        transparent calc(var(--pitch) - 4px) var(--pitch)
      ) !important;
    background-repeat: no-repeat !important;
    background-size:
      calc(var(--pitch) * var(--motp-digits, 0)) 4px,
      calc(var(--pitch) * 6) 2px !important;
    background-position:
      calc(var(--pitch) * 0.5) calc(50% + 22px),
      calc(var(--pitch) * 0.5) calc(50% + 22px) !important;
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

  /* The placeholder goes, and the places come, before the first digit. */
  input:focus:placeholder-shown,
  ::slotted(input:focus:placeholder-shown) {
    -webkit-text-fill-color: transparent !important;
    caret-color: var(--motp-color-text) !important;
  }

  /* A second border is drawn inside: a thicker one would move the digits. */
  input[aria-invalid='true'],
  ::slotted(input[aria-invalid='true']) {
    --filled: var(--motp-color-danger-border);
    border-color: var(--motp-color-danger-border) !important;
    box-shadow: inset 0 0 0 1px var(--motp-color-danger-border) !important;
  }

  input:read-only,
  input:disabled,
  ::slotted(input:read-only),
  ::slotted(input:disabled) {
    --filled: var(--motp-color-border);
    color: var(--motp-color-subtle) !important;
    background-color: var(--motp-color-surface-subtle) !important;
  }

  input:disabled,
  ::slotted(input:disabled) {
    border-style: dashed !important;
    cursor: not-allowed;
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
    cursor: pointer;
  }

  .secondary:hover {
    background: var(--motp-color-surface-subtle);
  }

  .ways li > a,
  .panel li > a {
    inline-size: 100%;
  }

  .primary {
    border-color: transparent;
    color: var(--motp-color-on-primary);
    background: var(--motp-color-primary);
    font-weight: 700;
  }

  .primary:hover {
    background: var(--motp-color-primary-hover);
  }

  .primary:active {
    background: var(--motp-color-primary-pressed);
  }

  form .row .primary {
    flex: 1 0 144px;
    min-block-size: var(--motp-code-size);
    font-size: 19px;
  }

  /* Where field and button stand one above the other. */
  @container (max-width: 557px) {
    form .row .primary {
      min-block-size: var(--motp-control-size);
    }
  }

  button:disabled,
  button[aria-disabled='true'] {
    color: var(--motp-color-subtle);
    background: var(--motp-color-divider);
    cursor: default;
  }

  a:not(.primary, .secondary),
  button.link {
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

  :focus-visible,
  input:focus,
  ::slotted(input:focus) {
    outline: 4px solid var(--motp-color-focus) !important;
    outline-offset: 2px !important;
  }

  @media (forced-colors: active) {
    /* The system would take the places away: it removes every drawn background. */
    input,
    ::slotted(input) {
      forced-color-adjust: none !important;
      color: FieldText !important;
      background-color: Field !important;
      border-color: FieldText !important;
      outline-color: Highlight !important;
    }

    input:focus,
    input:not(:placeholder-shown),
    ::slotted(input:focus),
    ::slotted(input:not(:placeholder-shown)) {
      --place: GrayText;
      --filled: FieldText;
    }

    input[aria-invalid='true'],
    ::slotted(input[aria-invalid='true']) {
      border-color: Mark !important;
      box-shadow: inset 0 0 0 2px FieldText !important;
    }

    input:read-only,
    ::slotted(input:read-only) {
      color: FieldText !important;
      background-color: Field !important;
    }

    input:disabled,
    ::slotted(input:disabled) {
      color: GrayText !important;
      border-color: GrayText !important;
    }

    button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }

    .primary {
      border-color: ButtonBorder;
    }

    .tick,
    .step .left {
      stroke: CanvasText;
    }

    .step svg {
      stroke: GrayText;
    }
  }
`;
