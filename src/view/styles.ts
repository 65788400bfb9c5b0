/** How the widget looks: KRDS's sizes and gaps, one column that fits a sidebar and a wide page. */
import {css} from 'lit';

/** Everything but the controls. */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    /* What a shrink-wrapping table cell or flex row takes for its width: else it would be none. */
    contain-intrinsic-inline-size: 320px;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before {
    box-sizing: border-box;
  }

  /* Typography sits here: a page's own rule for every element beats one for the host. */
  .card {
    --padding: clamp(16px, 5cqi, 32px);
    /* The width of what stands in the card. */
    --inside: calc(100cqi - 2 * var(--padding) - 2px);
    display: flex;
    flex-direction: column;
    gap: 24px;
    color: var(--motp-color-text);
    background: var(--motp-color-surface);
    border: 1px solid var(--motp-color-divider);
    border-radius: calc(var(--motp-radius) * 1.5);
    padding: var(--padding);
    font: 400 var(--motp-font-size) / 1.5 var(--motp-font);
    letter-spacing: 0;
    text-align: start;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  .heading {
    font-size: 24px;
    font-weight: 700;
    line-height: 1.4;
  }

  .lead,
  .small {
    color: var(--motp-color-subtle);
  }

  .small {
    font-size: var(--motp-font-size-small);
  }

  .lead {
    margin-block-start: 4px;
  }

  form > .small {
    margin-block: 8px 0;
  }

  form > .row {
    margin-block: 12px;
  }

  [part='tally'] {
    color: var(--motp-color-danger);
  }

  /* Room for what is said, so that nothing below moves when it is. */
  .said {
    min-block-size: 108px;
  }

  .said p:not(:empty) {
    margin-block-end: 8px;
  }

  @container (max-width: 480px) {
    .said {
      min-block-size: 164px;
    }
  }

  /* Guidance: the manual's lines, numbered. */
  .guidance {
    list-style: none;
    counter-reset: step;
    background: var(--motp-color-surface-subtle);
    border-radius: var(--motp-radius);
    padding: 16px 20px;
  }

  .guidance li {
    counter-increment: step;
    display: flex;
    gap: 12px;
    padding-block: 4px;
  }

  .guidance li::before {
    content: counter(step);
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--motp-color-subtle);
    color: var(--motp-color-surface);
    font-size: 13px;
    font-weight: 700;
    line-height: 24px;
    text-align: center;
  }

  /* Identity. */
  .label {
    display: block;
    font-weight: 700;
    margin-block-end: 8px;
  }

  dl {
    border-block: 1px solid var(--motp-color-divider);
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 12px 4px;
  }

  dl > div + div {
    border-block-start: 1px solid var(--motp-color-divider);
  }

  dt {
    flex: 0 0 128px;
    color: var(--motp-color-subtle);
  }

  dd {
    font-weight: 700;
    white-space: pre-wrap;
    word-break: break-all;
    font-variant-numeric: tabular-nums;
  }

  .blank {
    position: relative;
    padding-inline: 4px;
  }

  .blank::before {
    content: '␣';
    content: '␣' / '';
    position: absolute;
    inset: 0;
    color: var(--motp-color-danger);
    text-align: center;
  }

  .identity .small {
    margin-block-start: 8px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    list-style: none;
  }

  /* The ways out and the help links. */
  .ways p {
    margin-block-end: 8px;
  }

  .help {
    border-block-start: 1px solid var(--motp-color-divider);
    padding-block-start: 16px;
    font-size: var(--motp-font-size-small);
  }

  .help .row {
    gap: 0 24px;
  }

  .help a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }

  .help p a {
    min-block-size: 0;
  }

  /* Panels: what takes the form's place. */
  .panel,
  .notice {
    border: 1px solid;
    border-radius: var(--motp-radius);
    padding: 16px;
  }

  .panel > * + * {
    margin-block-start: 12px;
  }

  .panel.success {
    display: flex;
    align-items: center;
    gap: 12px;
  }

  .panel.success > * {
    margin: 0;
  }

  .panel-heading {
    font-size: 20px;
    font-weight: 700;
  }

  .danger {
    color: var(--motp-color-danger);
    border-color: var(--motp-color-danger-border);
    background: var(--motp-color-danger-surface);
  }

  .information {
    color: var(--motp-color-information);
    border-color: currentcolor;
    background: var(--motp-color-information-surface);
  }

  .success {
    color: var(--motp-color-success);
    border-color: var(--motp-color-success-border);
    background: var(--motp-color-success-surface);
  }

  .tick {
    inline-size: 48px;
    fill: none;
    stroke: var(--motp-color-success);
    stroke-width: 3;
  }

  dialog {
    border: 0;
    border-radius: calc(var(--motp-radius) * 1.5);
    padding: 32px;
    inline-size: min(420px, calc(100vw - 32px));
    color: var(--motp-color-text);
    background: var(--motp-color-surface);
    font: inherit;
    text-align: center;
  }

  dialog h2 {
    font-size: 20px;
    margin: 0;
  }

  dialog form > * + * {
    margin-block-start: 12px;
  }

  dialog .primary {
    inline-size: 100%;
    margin-block-start: 24px;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  .unseen {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }

  @container (max-width: 480px) {
    .ways .row,
    .panel .row {
      flex-direction: column;
    }

    .ways .row a,
    .panel .row a {
      display: flex;
    }

    .panel button {
      inline-size: 100%;
    }

    .guidance {
      padding-inline: 12px;
    }
  }
`;
