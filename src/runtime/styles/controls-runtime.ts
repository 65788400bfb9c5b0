/** The styles of controls in use: focused, filled, invalid, disabled, and in forced colors. */
import {css} from '../../element/styles/css.ts';

/** The styles of the controls that the first render does not need. */
export const controlsRuntime = css`
  /* The places, with a gap after the third, above the selection. */
  input:focus,
  input:not(:placeholder-shown),
  ::slotted(input:focus),
  ::slotted(input:not(:placeholder-shown)) {
    --place: var(--motp-color-border);
    background-image:
      repeating-linear-gradient(
        90deg,
        transparent 0 8px,
        var(--place) 0 calc(var(--pitch) - 4px),
        transparent 0 calc(var(--pitch) + 4px),
        var(--place) 0 calc(var(--pitch) * 2 - 4px),
        transparent 0 calc(var(--pitch) * 2 + 4px),
        var(--place) 0 calc(var(--pitch) * 3 - 8px),
        transparent 0 calc(var(--pitch) * 3)
      ),
      linear-gradient(var(--selected, transparent) 0 0) !important;
    background-repeat: no-repeat !important;
    background-size:
      calc(var(--pitch) * 6) 2px,
      calc(var(--pitch) * var(--motp-selected, 0)) 2em !important;
    background-position:
      calc(var(--pitch) * 0.5) calc(50% + 22px),
      calc(var(--pitch) * (0.5 + var(--motp-selected-from, 0))) 50% !important;
  }

  /* The selection, in line with the places: the browser's own would begin at the first digit. */
  input:focus {
    --selected: var(--motp-color-primary);
  }

  input::selection {
    color: var(--motp-color-on-primary);
    background: transparent;
  }

  /* On focus, the places replace the placeholder before the first digit. */
  input:focus:placeholder-shown,
  ::slotted(input:focus:placeholder-shown) {
    -webkit-text-fill-color: transparent !important;
    caret-color: var(--motp-color-text) !important;
  }

  /* A second border inside: a thicker border would shift the digits. */
  input[aria-invalid='true'],
  ::slotted(input[aria-invalid='true']) {
    --place: var(--motp-color-danger-border);
    border-color: var(--motp-color-danger-border) !important;
    box-shadow: inset 0 0 0 1px var(--motp-color-danger-border) !important;
  }

  input:read-only,
  input:disabled,
  ::slotted(input:read-only),
  ::slotted(input:disabled) {
    color: var(--motp-color-subtle) !important;
    background-color: var(--motp-color-surface-subtle) !important;
  }

  input:disabled,
  ::slotted(input:disabled) {
    border-style: dashed !important;
    cursor: not-allowed;
  }

  .primary:hover {
    background: var(--motp-color-primary-hover);
  }

  .primary:active {
    background: var(--motp-color-primary-pressed);
  }

  /* As strong as the rules for the pointer above: it rests on the button that it has pressed. */
  .primary:disabled,
  .primary[aria-disabled='true'] {
    border: 1px solid var(--motp-color-border);
    color: var(--motp-color-text);
    background: var(--motp-color-surface-subtle);
    font-variant-numeric: tabular-nums;
    cursor: default;
  }

  :focus-visible,
  input:focus,
  ::slotted(input:focus) {
    outline: 4px solid var(--motp-color-focus) !important;
    outline-offset: 2px !important;
  }

  @media (forced-colors: active) {
    /* Forced colors remove background images, and with them the places. */
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
      --place: FieldText;
    }

    input[aria-invalid='true'],
    ::slotted(input[aria-invalid='true']) {
      border-color: Mark !important;
      box-shadow: inset 0 0 0 2px FieldText !important;
    }

    input:focus {
      --selected: Highlight;
    }

    input::selection {
      color: HighlightText;
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

    .primary[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }

    .primary {
      border-color: ButtonBorder;
    }

    .tick,
    .countdown .left {
      stroke: CanvasText;
    }

    .countdown svg {
      stroke: GrayText;
    }
  }
`;
