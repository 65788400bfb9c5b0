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
    gap: clamp(12px, 3cqi, 24px);
    min-inline-size: 0;
  }

  /* Sizes are in em of the card, so that --motp-font-size scales everything. */
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
    font-size: clamp(1.06em, 5.3cqi, 1.4em);
    font-weight: 700;
    line-height: 1.4;
  }

  .lead,
  .small,
  dt {
    color: var(--motp-color-subtle);
    font-size: var(--motp-font-size-small);
  }

  /* Reserves the place of the countdown. */
  form > .spread {
    flex-wrap: nowrap;
    column-gap: 8px;
    min-block-size: 2.3em;
    padding-inline-end: 5em;
  }

  .countdown {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    max-inline-size: 9em;
    margin-inline-end: -5em;
    font-weight: 700;
  }

  /* Hint, then messages, which end at the field. The usual ones have room and move nothing. */
  .messages {
    display: flex;
    flex-direction: column;
    min-block-size: 5.8em;
    margin-block-end: 12px;
  }

  .yields {
    flex: 1 0 0;
    overflow: hidden;
  }

  /* Two texts in one place; only one is visible. */
  .swap {
    display: grid;
  }

  .swap > * {
    grid-area: 1 / 1;
  }

  :not(.swapped) > .swap > :last-child,
  .swapped > .swap > :first-child {
    opacity: 0;
  }

  /* For the load error alone: the styles of other messages come with the runtime. */
  #notice {
    color: var(--motp-color-danger);
  }

  /* Guidance: the numbered lines of the manual. */
  .guidance details {
    border: 0;
    border-radius: var(--motp-radius);
    padding-inline: 12px;
    background: var(--motp-color-surface-subtle);
  }

  .guidance summary {
    min-block-size: 44px;
  }

  .guidance ol {
    list-style: none;
    padding: 0 4px 12px;
  }

  .guidance li {
    display: flex;
    gap: 8px;
    padding-block: 4px;
  }

  .guidance li::before {
    /* Not a counter: the style cache of Chromium would keep its shadow root in memory. */
    content: attr(value);
    flex: none;
    inline-size: 1.2em;
    color: var(--motp-color-subtle);
  }

  .spread,
  dl,
  dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
  }

  .spread {
    justify-content: space-between;
  }

  dl > div {
    align-items: baseline;
    gap: 0 8px;
  }

  details,
  .help {
    border-block-start: 1px solid var(--motp-color-divider);
  }

  dd {
    font-weight: 700;
    white-space: pre-wrap;
    word-break: break-all;
    font-variant-numeric: tabular-nums;
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
    font-size: 0.82em;
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
    min-block-size: 48px;
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

  /* On a wide page, guidance and guide are beside the form. The last row takes what one column is longer. */
  @container (min-width: 960px) {
    .card {
      --inside: calc((100cqi - 2 * var(--padding) - 50px) * 0.55);
      display: grid;
      grid-template: auto auto 1fr / 55fr 45fr;
      column-gap: 48px;
    }

    .card > :first-child,
    .help,
    ::slotted([slot='footer']) {
      grid-column: 1 / -1;
    }

    .check {
      grid-area: 2 / 1 / span 2;
      align-self: start;
    }

    .guidance {
      grid-column: 2;
    }

    .more {
      grid-area: 3 / 2;
      align-self: start;
    }
  }

  .help {
    padding-block-start: 16px;
    font-size: var(--motp-font-size-small);
  }

  .help .row {
    gap: 0 24px;
  }

  .visually-hidden {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }

  /* Room for the longest notice, from the first press on. */
  @container (max-width: 640px) {
    .room {
      min-block-size: 7.4em;
    }
  }

  @container (max-width: 480px) {
    /* On a phone, a button to call. */
    .help [href^='tel:'] {
      border: 1px solid var(--motp-color-border);
      border-radius: var(--motp-radius);
      padding-inline: 12px;
      text-decoration: none;
    }

    section .row {
      flex-direction: column;
    }

    section .row > li {
      flex: none;
    }

    section .row a {
      display: flex;
    }

    .messages {
      min-block-size: 7.4em;
    }

    .messages.room {
      min-block-size: 10.3em;
    }
  }

  @container (max-width: 320px) {
    .messages.room {
      min-block-size: 11.8em;
    }
  }
`;
