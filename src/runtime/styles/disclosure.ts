/** The styles of the first-time guide and the questions while they are open. */
import {css} from '../../element/styles/css.ts';

/** The styles of the content of the disclosures. */
export const disclosureStyles = css`
  .opened {
    padding: 4px 4px 24px;
  }

  .opened .title {
    margin-block: 28px 12px;
    border-inline-start: 4px solid var(--motp-color-primary);
    padding-inline-start: 12px;
    font-size: 1.12em;
    font-weight: 700;
  }

  .opened .title:first-child {
    margin-block-start: 0;
  }

  .opened dl > div {
    gap: 0 16px;
    padding: 12px 4px;
  }

  .opened dl {
    display: block;
    border-block: 1px solid var(--motp-color-divider);
  }

  .opened dl > div + div {
    border-block-start: 1px solid var(--motp-color-divider);
  }

  .opened dt {
    flex: 0 0 128px;
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
    display: grid;
    gap: 16px;
  }

  .steps > li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 12px;
    align-items: start;
    border-radius: var(--motp-radius);
    padding: 16px;
    background: var(--motp-color-surface-subtle);
  }

  .steps > li::before {
    content: attr(value);
    color: var(--motp-color-link);
    font-size: 1.12em;
    font-weight: 700;
    line-height: 1.4;
  }

  .stores {
    margin-block: 12px 4px;
  }

  .stores > li {
    display: grid;
    gap: 8px;
    justify-items: start;
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

  @container (max-width: 480px) {
    .steps > li {
      grid-template-columns: auto 1fr;
    }

    .steps .phone {
      grid-column: 2;
    }
  }
`;
