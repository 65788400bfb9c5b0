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
    --motp-color-on-primary: #fff;
    --motp-color-link: #0b50d0;
    --motp-color-danger: #bd2c0f;
    --motp-font:
      'Pretendard GOV', Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic',
      'Apple SD Gothic Neo', sans-serif;
    --motp-font-size: 17px;
    --motp-font-size-small: calc(var(--motp-font-size) * 0.88);
    --motp-radius: 8px;
    --motp-control-size: calc(var(--motp-font-size) * 3.3);
    --motp-code-size: calc(var(--motp-font-size) * 4.2);
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
      --motp-color-on-primary: light-dark(#fff, #131416);
      --motp-color-link: light-dark(#0b50d0, #b1cefb);
      --motp-color-danger: light-dark(#bd2c0f, #f7afa1);
    }
  }

  /* 7:1 in light and dark, where the trainee's system asks for more contrast. */
  @media (prefers-contrast: more) {
    :host {
      --motp-color-subtle: var(--motp-color-text);
      --motp-color-placeholder: var(--motp-color-text);
      --motp-color-border: var(--motp-color-text);
      --motp-color-divider: var(--motp-color-text);
      --motp-color-primary: var(--motp-color-text);
      --motp-color-link: var(--motp-color-text);
      --motp-color-danger: var(--motp-color-text);
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
    --motp-color-on-primary: #000;
    --motp-color-link: #b1cefb;
    --motp-color-danger: #f7afa1;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
