/** The styles of messages, panels, the dialog, the countdown and marks, and of the card in print. */
import {css} from '../../element/styles/css.ts';

/** The styles of what the first render does not show, without controls and disclosures. */
export const messageStyles = css`
  .countdown,
  .next-code {
    font-variant-numeric: tabular-nums;
  }

  .countdown svg {
    inline-size: 32px;
    rotate: -90deg;
    fill: none;
    stroke: var(--motp-color-subtle);
    stroke-opacity: 0.3;
    stroke-width: 2;
  }

  /* The rest outweighs its track in every theme. */
  .countdown .left {
    stroke: var(--motp-color-primary);
    stroke-opacity: 1;
    stroke-width: 5;
  }

  .low,
  [part='failure-count'] {
    color: var(--motp-color-danger);
  }

  .low .left {
    stroke: var(--motp-color-danger-border);
  }

  .time {
    font-weight: 700;
    color: var(--motp-color-text);
  }

  .server-message,
  .next-code {
    display: block;
  }

  .troubleshooting {
    font-size: var(--motp-font-size-small);
  }

  [part='debug'] {
    white-space: pre-wrap;
  }

  ul:not([class]) {
    padding-inline-start: 20px;
  }

  .troubleshooting li,
  .steps .small {
    margin-block-start: 4px;
  }

  #notice {
    color: inherit;
  }

  .hidden {
    visibility: hidden;
  }

  /* A space is a quarter as wide as its mark. */
  .mark {
    position: relative;
    padding-inline: 0.4em;
  }

  .mark::before {
    content: '␣';
    content: '␣' / '';
    position: absolute;
    inset: 0;
    color: var(--motp-color-danger);
    text-align: center;
  }

  .mark.no-break::before {
    content: '⍽';
    content: '⍽' / '';
  }

  /* The character itself has no width. */
  .mark.invisible {
    padding-inline: 0.55em;
  }

  .mark.invisible::before {
    content: '▢';
    content: '▢' / '';
  }

  .warnings {
    list-style: none;
    margin-block-start: 12px;
    border-radius: var(--motp-radius);
    padding: 12px 16px;
    color: var(--motp-color-warning);
    background: var(--motp-color-warning-surface);
    font-size: var(--motp-font-size-small);
  }

  .warnings li + li {
    margin-block-start: 8px;
  }

  .identity > .small {
    margin-block-start: 8px;
  }

  @media print {
    details::details-content {
      content-visibility: visible;
    }

    .card {
      color: #000;
      background: #fff;
      border: 0;
    }

    form,
    .fallbacks,
    dialog,
    .panel button,
    [part='reveal'] {
      display: none;
    }
  }

  /* Panels: they replace the form. */
  .panel,
  .notice {
    border: 1px solid;
    border-radius: var(--motp-radius);
    padding: 16px;
  }

  .notice {
    padding: 10px 16px;
  }

  .panel > * + *,
  dialog > div > * + *,
  .opened > div > * + * {
    margin-block-start: 12px;
  }

  .panel.success {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
  }

  /* One way stands out, above the others. */
  .panel .row > :first-child {
    flex-basis: 100%;
  }

  /* A target of 44 px on a lower line. */
  [part='reveal'] {
    margin-block: -12px;
  }

  .panel-heading {
    font-size: 1.18em;
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
    /* An edge in forced colors. */
    border: 1px solid transparent;
    border-radius: calc(var(--motp-radius) * 1.5);
    padding: 32px;
    inline-size: min(420px, calc(100vw - 32px));
    color: var(--motp-color-text);
    background: var(--motp-color-surface);
    font: inherit;
    text-align: center;
  }

  dialog h2 {
    font-size: 1.18em;
    margin: 0;
  }

  dialog .primary {
    inline-size: 100%;
    margin-block-start: 24px;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  @container (max-width: 480px) {
    .panel button {
      inline-size: 100%;
    }
  }
`;
