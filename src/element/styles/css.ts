/** The tag of the style sheets. */
import {unsafeCSS, type CSSResult} from 'lit';

/**
 * Creates a style sheet from a template without values. Lit's own tag also checks values, which costs
 * the first render 90 bytes.
 */
export const css: (text: TemplateStringsArray) => CSSResult = unsafeCSS;
