/** The custom properties of the widget, named by role, with the values of KRDS. */
import {css} from './css.ts';

/**
 * The light and dark values. `light-dark()` follows the `color-scheme` of the page, not of the system:
 * a white page keeps a white widget. Browsers before spring 2024 lack it and get the light values.
 * Sizes are in px, because KRDS pages set `html {font-size: 62.5%}`
 * (docs/decisions/0022-sizes-in-px-and-typography-inside.md).
 */
export const tokens = css`
  :host {
    --motp-color-text: #1e2124;
    --motp-color-subtle: #464c53;
    --motp-color-placeholder: #58616a;
    --motp-color-surface: #fff;
    --motp-color-surface-subtle: #f4f5f6;
    --motp-color-divider: #cdd1d5;
    --motp-color-border: #58616a;
    --motp-color-primary: #256ef4;
    --motp-color-primary-hover: #0b50d0;
    --motp-color-primary-pressed: #083891;
    --motp-color-on-primary: #fff;
    --motp-color-link: #0b50d0;
    --motp-color-focus: #256ef4;
    --motp-color-danger: #bd2c0f;
    --motp-color-danger-border: #de3412;
    --motp-color-danger-surface: #fdefec;
    --motp-color-warning: #8a5c00;
    --motp-color-warning-surface: #fff3db;
    --motp-color-information: #096ab3;
    --motp-color-information-surface: #e7f4fe;
    --motp-color-success: #267337;
    --motp-color-success-border: #228738;
    --motp-color-success-surface: #eaf6ec;
    --motp-font:
      'Pretendard GOV', Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic',
      'Apple SD Gothic Neo', sans-serif;
    --motp-font-size: 17px;
    --motp-font-size-small: 15px;
    --motp-radius: 8px;
    --motp-control-size: 56px;
    --motp-code-size: 80px;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --motp-color-text: light-dark(#1e2124, #f4f5f6);
      --motp-color-subtle: light-dark(#464c53, #cdd1d5);
      --motp-color-placeholder: light-dark(#58616a, #b1b8be);
      --motp-color-surface: light-dark(#fff, #1e2124);
      --motp-color-surface-subtle: light-dark(#f4f5f6, #33363d);
      --motp-color-divider: light-dark(#cdd1d5, #58616a);
      --motp-color-border: light-dark(#58616a, #b1b8be);
      --motp-color-primary: light-dark(#256ef4, #b1cefb);
      --motp-color-primary-hover: light-dark(#0b50d0, #d8e5fd);
      --motp-color-primary-pressed: light-dark(#083891, #ecf2fe);
      --motp-color-on-primary: light-dark(#fff, #131416);
      --motp-color-link: light-dark(#0b50d0, #b1cefb);
      --motp-color-focus: light-dark(#256ef4, #b1cefb);
      --motp-color-danger: light-dark(#bd2c0f, #f7afa1);
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

  /* More contrast, as the trainee's system asks, in light and dark. */
  @media (prefers-contrast: more) {
    :host {
      --motp-color-subtle: var(--motp-color-text);
      --motp-color-placeholder: var(--motp-color-text);
      --motp-color-border: var(--motp-color-text);
      --motp-color-divider: var(--motp-color-text);
    }
  }

  /* The high contrast of KRDS: data-krds-mode of the page, or the attribute theme. */
  .high-contrast {
    color-scheme: dark;
    --motp-color-text: #f4f5f6;
    --motp-color-subtle: #cdd1d5;
    --motp-color-placeholder: #b1b8be;
    --motp-color-surface: #000;
    --motp-color-surface-subtle: #131416;
    --motp-color-divider: #8a949e;
    --motp-color-border: #cdd1d5;
    --motp-color-primary: #b1cefb;
    --motp-color-primary-hover: #d8e5fd;
    --motp-color-primary-pressed: #ecf2fe;
    --motp-color-on-primary: #000;
    --motp-color-link: #b1cefb;
    --motp-color-focus: #ffc95c;
    --motp-color-danger: #f7afa1;
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

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
