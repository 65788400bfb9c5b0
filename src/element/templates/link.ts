/** Links that open a new window, and say so. */
import {nothing, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';
import {localizedHtml} from './localized-html.ts';

/** Optional properties of a link. */
export interface LinkOptions {
  readonly className?: string;
  readonly part?: string;
  readonly onClick?: (click: Event) => void;
}

/** Renders a link with a visible mark and a spoken note (KRDS: 새 창 열림). */
export function renderLink(
  messages: InitialMessages,
  href: string,
  text: string,
  {className = '', part, onClick}: LinkOptions = {},
): TemplateResult {
  return localizedHtml`<a
    class="external ${className}"
    part="${part ?? nothing}"
    href="${href}"
    target="_blank"
    rel="noopener"
    @click=${onClick}
    >${text}<span class="visually-hidden"> ${messages.newWindow}</span></a
  >`;
}
