/** The layout of the first render: the sizes and gaps of KRDS, one column in a sidebar or a wide page. */
import {css} from './css.ts';

/** The styles of the first render, without its controls. */
export const layout = css`
  :host {
    display: block;
    container-type: inline-size;
    /* The width in a table cell or flex row that shrinks to its content. It would be 0 otherwise. */
    contain-intrinsic-inline-size: 320px;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before {
    box-sizing: border-box;
  }

  /* Typography is set here: a page's rule for all elements overrides a rule for the host. */
  .card,
  .check,
  .more {
    display: flex;
    flex-direction: column;
    gap: 24px;
    min-inline-size: 0;
  }

  .card {
    --padding: clamp(16px, 5cqi, 32px);
    /* The width of the card's content. */
    --inside: calc(100cqi - 2 * var(--padding) - 2px);
    color: var(--motp-color-text);
    background: var(--motp-color-surface);
    border: 1px solid var(--motp-color-divider);
    border-radius: calc(var(--motp-radius) * 1.5);
    padding: var(--padding);
    font: 400 var(--motp-font-size) / 1.5 var(--motp-font);
    letter-spacing: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* Korean breaks between words (KRDS). So do Korean names in other languages. */
  [lang] {
    word-break: keep-all;
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

  /* Reserves the place of the countdown. */
  form > .spread {
    position: relative;
    min-block-size: 40px;
    padding-inline-end: 96px;
  }

  /* Two texts in one place; only one is visible. */
  .swap {
    display: grid;
  }

  .swap > * {
    grid-area: 1 / 1;
  }

  .swap:not(.swapped) > :last-child,
  .swap.swapped > :first-child {
    opacity: 0;
  }

  /* Reserves room for messages, so that nothing below moves. */
  .feedback {
    /* WebKit would add the margin of its last line to the reserved height. */
    display: flow-root;
    min-block-size: 116px;
  }

  @container (max-width: 480px) {
    .feedback {
      min-block-size: 164px;
    }
  }

  /* For the load error alone: the styles of other messages come with the runtime. */
  #notice {
    color: var(--motp-color-danger);
  }

  /* Guidance: the numbered lines of the manual. */
  .guidance {
    list-style: none;
    background: var(--motp-color-surface-subtle);
    border-radius: var(--motp-radius);
    padding: 16px 20px;
  }

  .guidance li {
    display: flex;
    gap: 12px;
    padding-block: 4px;
  }

  .guidance li::before {
    /* Not a counter: the style cache of Chromium would keep its shadow root in memory. */
    content: attr(value);
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
    font-weight: 700;
    margin-block-end: 8px;
  }

  .spread {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
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

  dl > div + div,
  details,
  .help {
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

  /* Isolates the line: in a right-to-left line, a blank at its end would come first. */
  dd bdi {
    display: inline-block;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    list-style: none;
  }

  /* Lists of fallbacks, in the card and in the panel of a lock. */
  .fallbacks > p {
    margin-block-end: 8px;
  }

  section .row > li {
    display: flex;
    flex-direction: column;
    flex: 1 1 200px;
    gap: 4px;
  }

  section li > a {
    inline-size: 100%;
  }

  .row .small,
  .reset .small {
    font-size: 14px;
    text-align: center;
  }

  /* Disclosures: the first-time guide and the questions. */
  .more:empty {
    display: none;
  }

  .more {
    gap: 0;
  }

  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--motp-control-size);
    padding-inline: 4px;
    font-weight: 700;
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    margin-inline: 8px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -3px;
  }

  details[open] > summary::after {
    rotate: 225deg;
    translate: 0 3px;
  }

  /* The content to come is long. What is below moves out of sight, once. */
  .loading {
    min-block-size: 100vh;
  }

  /* On a wide page, the guide is beside the form. */
  @container (min-width: 960px) {
    .card {
      --inside: calc((100cqi - 2 * var(--padding) - 2px) * 0.55);
      display: grid;
      grid-template-columns: 55fr 45fr;
      column-gap: 48px;
    }

    .check {
      grid-column: 1;
    }

    .more {
      align-self: start;
      border-block-start: 1px solid var(--motp-color-divider);
    }

    .more > :first-child > details {
      border-block-start: 0;
    }

    .help,
    slot[name='footer'] {
      grid-column: 1 / -1;
    }
  }

  .help {
    padding-block-start: 16px;
    font-size: var(--motp-font-size-small);
  }

  .help .row {
    gap: 0 24px;
  }

  .help a,
  .stores a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }

  .help p a {
    min-block-size: 0;
  }

  .visually-hidden {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }

  @container (max-width: 480px) {
    section .row {
      flex-direction: column;
    }

    section .row > li {
      flex: none;
    }

    section .row a {
      display: flex;
    }

    .guidance {
      padding-inline: 12px;
    }
  }
`;
