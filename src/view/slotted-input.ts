/** The site's own input in the slot `code`, made to look and speak as the widget's own. */
import {isOpen, type Attempt} from '../core/attempt.ts';
import type {Words} from '../locale/words.ts';
import {isAboutTheCode, noticeText} from './notice.ts';

/** What a code field needs, where the site has not said otherwise. */
const WANTED: Readonly<Record<string, string>> = {
  inputmode: 'numeric',
  enterkeyhint: 'go',
  autocomplete: 'one-time-code',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  dir: 'ltr',
};

/**
 * Sets on the input what the present state calls for. It stands in the page, where it can't be tied
 * to texts inside the widget; so its name and description are given as texts (ARIA 1.3).
 */
export function dressSlotted(input: HTMLInputElement, words: Words, attempt: Attempt): void {
  for (const [name, value] of Object.entries(WANTED)) {
    if (!input.hasAttribute(name)) input.setAttribute(name, value);
  }
  if (!input.placeholder) input.placeholder = words.codePlaceholder;
  if (!input.labels?.length && !input.hasAttribute('aria-labelledby')) {
    input.setAttribute('aria-label', words.codeLabel);
  }
  const description = [words.codeHint, words.codeLife, noticeText(words, attempt)];
  input.setAttribute('aria-description', description.join(' ').trim());
  input.toggleAttribute('aria-invalid', false);
  if (isAboutTheCode(attempt)) input.setAttribute('aria-invalid', 'true');
  input.readOnly = isOpen(attempt) || attempt.is === 'undecided';
}
