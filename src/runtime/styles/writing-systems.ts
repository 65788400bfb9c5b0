/** The fonts and line breaks of languages other than Korean and English. */
import {css} from '../../element/styles/css.ts';

/** Loaded after the first render, as the messages of these languages are. */
export const writingSystems = css`
  /* Korean fonts lack letters of these languages, or have the Korean forms of Chinese characters. */
  :host(:is(:lang(vi), :lang(zh), :lang(th), :lang(uz), :lang(ne), :lang(km))) {
    --motp-font: 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
  }

  /* These languages have no spaces between words. Safari would not break their lines at all. */
  [lang]:is(:lang(zh), :lang(ja), :lang(th), :lang(lo), :lang(km), :lang(my)) {
    word-break: normal;
  }
`;
