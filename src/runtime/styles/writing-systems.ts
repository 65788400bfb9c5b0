/** What languages other than Korean and English need of fonts and of breaks. */
import {css} from 'lit';

/** They arrive later than the first render, as their words do. */
export const writingSystems = css`
  /* Korean fonts lack letters of these languages, and have Chinese ones in their Korean form. */
  :host(:is(:lang(vi), :lang(zh), :lang(th), :lang(uz), :lang(ne), :lang(km))) {
    --motp-font: 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
  }

  /* These leave no blanks between words: Safari would not break them at all. */
  [lang]:is(:lang(zh), :lang(ja), :lang(th), :lang(lo), :lang(km), :lang(my)) {
    word-break: normal;
  }
`;
