/** The colors of what the first render does not show: messages, panels, and controls in use. */
import {css} from '../../element/styles/css.ts';

/** The other colors, in the themes of {@link tokens}. */
export const runtimeTokens = css`
  :host {
    --motp-color-primary-hover: #0b50d0;
    --motp-color-primary-pressed: #083891;
    --motp-color-focus: #256ef4;
    --motp-color-danger-border: #de3412;
    --motp-color-danger-surface: #fdefec;
    --motp-color-warning: #8a5c00;
    --motp-color-warning-surface: #fff3db;
    --motp-color-information: #096ab3;
    --motp-color-information-surface: #e7f4fe;
    --motp-color-success: #267337;
    --motp-color-success-border: #228738;
    --motp-color-success-surface: #eaf6ec;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --motp-color-primary-hover: light-dark(#0b50d0, #d8e5fd);
      --motp-color-primary-pressed: light-dark(#083891, #ecf2fe);
      --motp-color-focus: light-dark(#256ef4, #b1cefb);
      --motp-color-danger-border: light-dark(#de3412, #f7afa1);
      --motp-color-danger-surface: light-dark(#fdefec, #260903);
      --motp-color-warning: light-dark(#8a5c00, #ffc95c);
      --motp-color-warning-surface: light-dark(#fff3db, #241800);
      --motp-color-information: light-dark(#096ab3, #9ed2fa);
      --motp-color-information-surface: light-dark(#e7f4fe, #021a2c);
      --motp-color-success: light-dark(#267337, #a9dab4);
      --motp-color-success-border: light-dark(#228738, #a9dab4);
      --motp-color-success-surface: light-dark(#eaf6ec, #0e2012);
    }
  }

  /* The color of a message is left to its border and surface. */
  @media (prefers-contrast: more) {
    :host {
      --motp-color-primary-hover: var(--motp-color-primary-pressed);
      --motp-color-warning: var(--motp-color-text);
      --motp-color-information: var(--motp-color-text);
      --motp-color-success: var(--motp-color-text);
    }
  }

  .high-contrast {
    --motp-color-primary-hover: #d8e5fd;
    --motp-color-primary-pressed: #ecf2fe;
    --motp-color-focus: #ffc95c;
    --motp-color-danger-border: #f7afa1;
    --motp-color-danger-surface: #260903;
    --motp-color-warning: #ffc95c;
    --motp-color-warning-surface: #241800;
    --motp-color-information: #9ed2fa;
    --motp-color-information-surface: #021a2c;
    --motp-color-success: #a9dab4;
    --motp-color-success-border: #a9dab4;
    --motp-color-success-surface: #0e2012;
  }
`;
