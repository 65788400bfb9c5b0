/** A link that leaves the page alone: it opens a new window and says so. */
import {html, nothing, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

/** What a link can have beside its text. */
export interface LinkOptions {
  readonly className?: string;
  readonly part?: string;
  readonly onClick?: (click: Event) => void;
}

/** A link to a new window, with a mark to see and words to hear (KRDS: 새 창 열림). */
export function renderLink(
  messages: InitialMessages,
  href: string | undefined,
  text: string,
  {className, part, onClick}: LinkOptions = {},
): TemplateResult {
  return html`<a
    class="external ${className}"
    part=${part ?? nothing}
    href=${href ?? nothing}
    target="_blank"
    rel="noopener"
    @click=${onClick}
    >${text}<span class="visually-hidden"> ${messages.newWindow}</span></a
  >`;
}
