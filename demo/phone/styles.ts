/** The phone's styles. A phone's screen is light, whatever the page's theme is. */
import {css} from 'lit';

/** The phone's styles. */
export const styles = css`
  :host {
    display: block;
    inline-size: 300px;
  }

  .phone {
    box-sizing: border-box;
    border: 10px solid #1e2124;
    border-radius: 40px;
    min-block-size: 560px;
    padding: 8px 20px 12px;
    display: flex;
    flex-direction: column;
    color: #1e2124;
    background: #f4f5f6;
    color-scheme: light;
    box-shadow: 0 8px 32px rgb(0 0 0 / 20%);
    font:
      400 16px / 1.5 'Pretendard GOV',
      Pretendard,
      'Noto Sans KR',
      'Noto Sans CJK KR',
      'Malgun Gothic',
      sans-serif;
    word-break: keep-all;
  }

  .bar {
    display: flex;
    justify-content: space-between;
    font-size: 13px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .bar svg {
    inline-size: 18px;
    fill: currentColor;
  }

  .screen {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 16px;
    align-items: center;
    justify-content: center;
    text-align: center;
  }

  .in-store,
  .closed {
    justify-content: start;
    padding-block-start: 32px;
  }

  .closed {
    align-items: start;
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 20px;
    line-height: 1.3;
  }

  .note,
  .owner,
  small {
    color: #464c53;
    font-size: 14px;
  }

  /* Shows every space in the name. */
  .owner bdi {
    white-space: pre-wrap;
  }

  .terms {
    inline-size: 100%;
    box-sizing: border-box;
    padding: 12px;
    border-radius: 8px;
    background: #fff;
    white-space: pre-line;
    text-align: start;
    font-size: 14px;
  }

  .danger {
    color: #bd2c0f;
    font-size: 14px;
  }

  /* Transparent borders become visible in forced-colors mode. */
  .search {
    inline-size: 100%;
    box-sizing: border-box;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: 24px;
    background: #e6e8ea;
    text-align: start;
  }

  .found {
    inline-size: 100%;
    display: flex;
    align-items: center;
    gap: 12px;
    text-align: start;
  }

  .found p {
    flex: 1;
    min-inline-size: 0;
  }

  .found button {
    flex: none;
    padding-inline: 12px;
  }

  .icon {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border: 1px solid transparent;
    border-radius: 14px;
    background: #083891;
    color: #fff;
    font-weight: 700;
    font-size: 17px;
  }

  form {
    inline-size: 100%;
    display: grid;
    gap: 12px;
  }

  label {
    display: grid;
    gap: 4px;
    text-align: start;
    font-size: 14px;
  }

  input,
  button {
    box-sizing: border-box;
    font: inherit;
    font-size: 16px;
    min-block-size: 44px;
    border-radius: 8px;
    border: 1px solid #58616a;
    background: #fff;
    color: inherit;
  }

  input {
    inline-size: 100%;
    padding: 0 12px;
  }

  .password {
    text-align: center;
    letter-spacing: 12px;
  }

  button {
    padding: 0 16px;
    cursor: pointer;
  }

  .primary {
    background: #256ef4;
    border-color: #256ef4;
    color: #fff;
    font-weight: 700;
  }

  .screen > .primary {
    inline-size: 100%;
  }

  .quiet {
    border: none;
    background: none;
    color: #0b50d0;
    font-size: 14px;
    text-decoration: underline;
  }

  .app {
    display: grid;
    justify-items: center;
    gap: 4px;
    padding: 4px;
    border: none;
    background: none;
    font-size: 13px;
  }

  :focus-visible {
    outline: 4px solid #256ef4;
    outline-offset: 2px;
  }

  .home {
    align-self: center;
    min-block-size: 24px;
    padding: 8px 40px;
    border: none;
    background: none;
  }

  .home::after {
    content: '';
    display: block;
    inline-size: 88px;
    block-size: 5px;
    border-radius: 3px;
    background: #1e2124;
  }

  .digits {
    font-size: 42px;
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: 4px;
    padding-inline-start: 4px;
    font-variant-numeric: tabular-nums;
    color: #083891;
  }

  .screen svg {
    inline-size: 96px;
    fill: none;
    stroke-width: 8;
  }

  .track {
    stroke: #cdd1d5;
  }

  .left {
    stroke: #256ef4;
    transform: rotate(-90deg);
    transform-origin: center;
  }

  text {
    font: 700 28px sans-serif;
    text-anchor: middle;
    dominant-baseline: central;
    fill: #1e2124;
    stroke: none;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
