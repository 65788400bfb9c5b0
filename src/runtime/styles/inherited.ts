/** The inherited properties of a page that would harm the card. */
import {css} from '../../element/styles/css.ts';

/** Sets each of them; a test takes the list from the browser. The first render sets the most frequent. */
export const inheritedStyles = css`
  .card {
    white-space: normal;
    text-wrap: wrap;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    text-align-last: auto;
    text-justify: auto;
    -webkit-user-select: text;
    user-select: text;
    text-emphasis: none;
    text-orientation: mixed;
    text-combine-upright: none;
    word-spacing: 0;
    line-break: auto;
    hyphens: manual;
    caret-color: auto;
    accent-color: auto;
    cursor: auto;
    pointer-events: auto;
    writing-mode: horizontal-tb;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    -webkit-text-security: none;
    -webkit-user-modify: read-only;
  }
`;
