/** The log of the requests between all parties and of the widget's events. */
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {RequestLogEntry, HttpClientName} from './request-log-entry.ts';
import {shellMessages, type ShellMessages} from './messages.ts';

/** The types of the widget's events. */
const EVENTS = [
  'motp-state-change',
  'motp-verified',
  'motp-completed',
  'motp-rejected',
  'motp-locked',
  'motp-fallback',
  'motp-error',
] as const;

/** One item of the log. */
type LogItem =
  | {readonly kind: 'request'; readonly id: string; readonly entry: RequestLogEntry}
  | {readonly kind: 'event'; readonly name: string; readonly fields: string};

/** The maximum number of items; older ones are removed. */
const MAX_ITEMS = 200;

/**
 * The demo's request log. It listens for the widget's events on the document.
 *
 * @element request-log
 */
export class RequestLog extends LitElement {
  /** The language of the page. */
  @property() override lang = 'ko';

  @state() private _items: readonly LogItem[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of EVENTS) document.addEventListener(name, this.#onEvent);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of EVENTS) document.removeEventListener(name, this.#onEvent);
  }

  /** Adds an entry, or replaces the one with the same ID. */
  upsert(id: string, entry: RequestLogEntry): void {
    const item: LogItem = {kind: 'request', id, entry};
    const index = this._items.findIndex((other) => other.kind === 'request' && other.id === id);
    if (index < 0) this.#add(item);
    else this._items = this._items.with(index, item);
  }

  protected override render(): TemplateResult {
    const messages = shellMessages(this.lang);
    return html`<section aria-labelledby="request-log-title" class="request-log">
      <h2 id="request-log-title">${messages.requestLog}</h2>
      <p>${messages.requestLogLead}</p>
      <ol>
        ${this._items.map((item) => html`<li class=${item.kind}>${renderItem(item, messages)}</li>`)}
      </ol>
    </section>`;
  }

  readonly #onEvent = (event: Event): void => {
    this.#add({kind: 'event', name: event.type, fields: formatEventFields(event)});
  };

  #add(item: LogItem): void {
    this._items = [...this._items, item].slice(-MAX_ITEMS);
  }
}

/** Formats the event's own fields as JSON, without the fields that every event has. */
function formatEventFields(event: Event): string {
  const fields = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  const text = JSON.stringify(Object.fromEntries(fields), (name, value: unknown) =>
    name === 'verificationId' && typeof value === 'string' ? `${value.slice(0, 6)}…` : value,
  );
  return text === '{}' ? '' : text;
}

function renderItem(item: LogItem, messages: ShellMessages): TemplateResult {
  if (item.kind === 'event') return html`<code>${item.name}</code> <small>${item.fields}</small>`;
  const {client, method, path, status, outcome, headers, requestBody, responseBody} = item.entry;
  return html`<details>
    <summary>
      <small>${clientLabels(messages)[client]}</small>
      <code>${method} ${path} → ${status === undefined ? '…' : status || '✕'} ${outcome}</code>
    </summary>
    <pre>
${headers.join('\n')}${headers.length > 0 && requestBody ? '\n\n' : nothing}${requestBody}</pre>
    <pre>${responseBody}</pre>
  </details>`;
}

function clientLabels(messages: ShellMessages): Readonly<Record<HttpClientName, string>> {
  return {
    page: messages.fromPage,
    site: messages.fromSite,
    app: messages.fromApp,
    'identity-service': messages.fromIdentityService,
  };
}

if (!customElements.get('request-log')) customElements.define('request-log', RequestLog);

declare global {
  interface HTMLElementTagNameMap {
    'request-log': RequestLog;
  }
}
