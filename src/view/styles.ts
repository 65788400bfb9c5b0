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
    /* The width of what stands in the card. */
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

  /* Korean breaks between its words, as KRDS has it, and so do Korean names in other languages. */
  [lang] {
    word-break: keep-all;
  }

  /* These leave no blanks between words: Safari would not break them at all. */
  [lang]:is(:lang(zh), :lang(ja), :lang(th), :lang(lo), :lang(km), :lang(my)) {
    word-break: normal;
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

  /* The ring has its place before it is known whether there will be one. */
  form > .spread {
    position: relative;
    min-block-size: 40px;
    padding-inline-end: 96px;
  }

  .step {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .step svg {
    inline-size: 32px;
    rotate: -90deg;
    fill: none;
    stroke: var(--motp-color-divider);
    stroke-width: 4;
  }

  .step .left {
    stroke: var(--motp-color-primary);
  }

  .few {
    color: var(--motp-color-danger);
  }

  .few .left {
    stroke: var(--motp-color-danger-border);
  }

  @media (prefers-reduced-motion: no-preference) {
    .step .left {
      transition: stroke-dasharray 1s linear;
    }
  }

  /* Two texts in one place, of which one is seen. */
  .either {
    display: grid;
  }

  .either > * {
    grid-area: 1 / 1;
  }

  .either.first > :last-child,
  .either.second > :first-child {
    opacity: 0;
  }

  .kept {
    visibility: hidden;
  }

  .time {
    font-weight: 700;
    color: var(--motp-color-text);
  }

  .countdown {
    display: block;
    font-variant-numeric: tabular-nums;
  }

  .causes {
    margin-block: 12px;
    font-size: var(--motp-font-size-small);
  }

  .causes ul,
  .opened ul:not(.row) {
    padding-inline-start: 20px;
  }

  .causes li {
    margin-block-start: 4px;
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

  /* A line of its own direction: in one from right to left, a blank at its end would come first. */
  dd bdi {
    display: inline-block;
  }

  /* A blank is a quarter as wide as the sign for it. */
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

  /* It has no width of its own. */
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
  .ways > p {
    margin-block-end: 8px;
  }

  .ways .row > li,
  .panel .row > li {
    display: flex;
    flex-direction: column;
    flex: 1 1 200px;
    gap: 4px;
  }

  .row .small,
  .reset .small {
    font-size: 14px;
    text-align: center;
  }

  /* What opens: the first-time guide and the questions. */
  .more:empty {
    display: none;
  }

  .more {
    gap: 0;
  }

  details {
    border-block-start: 1px solid var(--motp-color-divider);
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

  .opened {
    padding: 4px 4px 24px;
  }

  /* What is about to come is long: what stands below it moves out of sight, once. */
  .arriving {
    min-block-size: 100vh;
  }

  .opened > div > * + * {
    margin-block-start: 12px;
  }

  .opened .title {
    margin-block: 28px 12px;
    border-inline-start: 4px solid var(--motp-color-primary);
    padding-inline-start: 12px;
    font-size: 19px;
    font-weight: 700;
  }

  .opened .title:first-child {
    margin-block-start: 0;
  }

  .opened dd {
    flex: 1 1 160px;
    font-weight: 400;
    white-space: normal;
    word-break: inherit;
  }

  .questions > div {
    flex-direction: column;
    gap: 4px;
  }

  .questions :is(dt, dd) {
    flex: none;
  }

  .questions dt {
    color: var(--motp-color-text);
    font-weight: 700;
  }

  .questions dt::before {
    content: 'Q. ';
    color: var(--motp-color-link);
  }

  .steps {
    list-style: none;
    counter-reset: step;
    display: grid;
    gap: 16px;
  }

  .steps > li {
    counter-increment: step;
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 12px;
    align-items: start;
    border-radius: var(--motp-radius);
    padding: 16px;
    background: var(--motp-color-surface-subtle);
  }

  .steps > li::before {
    content: counter(step);
    color: var(--motp-color-link);
    font-size: 19px;
    font-weight: 700;
    line-height: 1.4;
  }

  .steps .small {
    margin-block-start: 4px;
  }

  .stores {
    margin-block: 12px 4px;
  }

  .stores > li {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  .stores a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }

  .qr {
    inline-size: 112px;
    fill: #000;
    forced-color-adjust: none;
  }

  .qr rect {
    fill: #fff;
  }

  .reset {
    display: grid;
    gap: 4px;
  }

  .phone {
    direction: ltr;
    inline-size: 112px;
    fill: var(--motp-color-text);
    font-size: 10px;
  }

  .phone :is(.body, .line, .faint, .ring, .tick, .field) {
    fill: none;
    stroke: var(--motp-color-border);
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  .phone .body {
    fill: var(--motp-color-divider);
  }

  .phone .glass {
    fill: var(--motp-color-surface);
  }

  .phone .faint {
    stroke: var(--motp-color-divider);
    stroke-width: 3;
  }

  .phone .ring,
  .phone .tick {
    stroke: var(--motp-color-primary);
    stroke-width: 4;
  }

  .phone .tick {
    stroke-width: 2;
  }

  .phone .full {
    fill: var(--motp-color-primary);
  }

  .phone .on {
    fill: var(--motp-color-on-primary);
  }

  .phone .label {
    font-size: 8px;
    font-weight: 400;
  }

  .phone .strong,
  .phone .code {
    font-weight: 700;
  }

  .phone .code {
    font-size: 17px;
  }

  /* A page with room has the guide beside the check. */
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

  @media print {
    .card {
      color: #000;
      background: #fff;
      border: 0;
    }

    form,
    .ways,
    dialog,
    .panel button,
    [part='reveal'] {
      display: none;
    }
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

    .ways .row > li,
    .panel .row > li {
      flex: none;
    }

    .steps > li {
      grid-template-columns: auto 1fr;
    }

    .steps .phone {
      grid-column: 2;
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
