/** Native disclosures (`<details>`): the browser finds, opens and prints them as on any page. */
import {html, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';
import {localizedHtml} from './localized-html.ts';

/** The disclosures, each with a part and a slot of that name. */
export type DisclosureName = 'guidance' | 'guide' | 'questions';

/** The options of a disclosure. */
export interface DisclosureOptions {
  readonly name: DisclosureName;
  readonly summary: string;
  /** Level of its heading in the page, 1 to 6. */
  readonly level: number;
  readonly isOpen: boolean;
  readonly content: unknown;
  readonly onToggle: (name: DisclosureName, isOpen: boolean) => void;
}

/** Renders one disclosure, which the site can replace by its slot. */
export function renderDisclosure(options: DisclosureOptions): TemplateResult {
  const {name, summary, level, isOpen, content, onToggle} = options;
  const onChange = ({currentTarget}: Event): void =>
    onToggle(name, (currentTarget as HTMLDetailsElement).open);
  return localizedHtml`<slot name="${name}"
    ><details part="${name}" ?open=${isOpen} @toggle=${onChange}>
      <summary><span role="heading" aria-level="${level}">${summary}</span></summary>
      ${content}
    </details></slot
  >`;
}

/** Renders the content of an open disclosure, or the line that fills it until it is loaded. */
export function renderOpened(content: unknown, {loading}: InitialMessages): TemplateResult {
  return html`<div class="opened">${content ?? html`<p class="loading">${loading}</p>`}</div>`;
}
