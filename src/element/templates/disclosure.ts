/** A line that opens to more: native, so that it is found, opened and printed as anywhere else. */
import {html, type TemplateResult} from 'lit';

/** What it is drawn from. */
export interface DisclosureOptions {
  /** Its part, and its slot for the site's own. */
  readonly name: 'guide' | 'questions';
  readonly summary: string;
  /** Its heading level in the page, 1 to 6. */
  readonly level: number;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Asked for while it is open. */
  readonly content: () => unknown;
}

/** See the file's head. */
export function renderDisclosure(options: DisclosureOptions): TemplateResult {
  const {name, summary, level, isOpen, onToggle, content} = options;
  const onChange = ({currentTarget}: Event): void =>
    onToggle((currentTarget as HTMLDetailsElement).open);
  return html`<slot name=${name}>
    <details part=${name} ?open=${isOpen} @toggle=${onChange}>
      <summary><span role="heading" aria-level=${level}>${summary}</span></summary>
      ${isOpen ? html`<div class="opened">${content()}</div>` : ''}
    </details>
  </slot>`;
}
