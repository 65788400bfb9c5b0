/** Native disclosures (`<details>`): the browser finds, opens and prints them as on any page. */
import {html, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

/** The disclosures, each with a part and a slot of that name. */
export type DisclosureName = 'guide' | 'questions';

/** The options of a disclosure. */
export interface DisclosureOptions {
  readonly name: DisclosureName;
  readonly summary: string;
  /** Level of its heading in the page, 1 to 6. */
  readonly level: number;
  readonly isOpen: boolean;
  /** Its content while it is open. */
  readonly content: unknown;
  readonly onToggle: (name: DisclosureName, isOpen: boolean) => void;
}

/** Renders one disclosure, which the site can replace by its slot. */
export function renderDisclosure(options: DisclosureOptions): TemplateResult {
  const {name, summary, level, isOpen, content, onToggle} = options;
  const onChange = ({currentTarget}: Event): void =>
    onToggle(name, (currentTarget as HTMLDetailsElement).open);
  return html`<slot name=${name}>
    <details part=${name} ?open=${isOpen} @toggle=${onChange}>
      <summary><span role="heading" aria-level=${level}>${summary}</span></summary>
      ${isOpen ? html`<div class="opened">${content}</div>` : ''}
    </details>
  </slot>`;
}

/** Renders the line that fills an open disclosure until its content is loaded. */
export function renderLoading({loading}: InitialMessages): TemplateResult {
  return html`<p class="loading">${loading}</p>`;
}
