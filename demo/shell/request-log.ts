/** What the endpoint and the servers said to each other, and what the widget told the page. */
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {RequestLogEntry, HttpClientName} from './request-log-entry.ts';
import {shellMessages, type ShellMessages} from './messages.ts';

/** The widget's events, as a page hears them. */
const EVENTS = [
  'motp-state-change',
  'motp-verified',
  'motp-completed',
  'motp-rejected',
  'motp-locked',
  'motp-way-out',
  'motp-error',
] as const;

/** Something that is shown as a line. */
type LogItem =
  | {readonly kind: 'exchange'; readonly id: string; readonly entry: RequestLogEntry}
  | {readonly kind: 'event'; readonly name: string; readonly fields: string};

/** Older lines are let go. */
const MAX_ITEMS = 200;

/**
 * The log of the stage.
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

  /** Adds an exchange, in the place of what was told of it before. */
  upsert(id: string, exchange: RequestLogEntry): void {
    const line: LogItem = {kind: 'exchange', id, entry: exchange};
    const at = this._items.findIndex((one) => one.kind === 'exchange' && one.id === id);
    if (at < 0) this.#add(line);
    else this._items = this._items.with(at, line);
  }

  protected override render(): TemplateResult {
    const words = shellMessages(this.lang);
    return html`<section aria-labelledby="request-log-title" class="request-log">
      <h2 id="request-log-title">${words.exchange}</h2>
      <p>${words.exchangeLead}</p>
      <ol>
        ${this._items.map((line) => html`<li class=${line.kind}>${renderItem(line, words)}</li>`)}
      </ol>
    </section>`;
  }

  readonly #onEvent = (event: Event): void => {
    this.#add({kind: 'event', name: event.type, fields: formatEventFields(event)});
  };

  #add(line: LogItem): void {
    this._items = [...this._items, line].slice(-MAX_ITEMS);
  }
}

/** An event's own fields: what the widget says, and not what every event has. */
function formatEventFields(event: Event): string {
  const said = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  const text = JSON.stringify(Object.fromEntries(said), (name, value: unknown) =>
    name === 'verificationId' && typeof value === 'string' ? `${value.slice(0, 6)}…` : value,
  );
  return text === '{}' ? '' : text;
}

function renderItem(line: LogItem, words: ShellMessages): TemplateResult {
  if (line.kind === 'event') return html`<code>${line.name}</code> <small>${line.fields}</small>`;
  const {client, method, path, status, outcome, headers, requestBody, responseBody} = line.entry;
  return html`<details>
    <summary>
      <small>${clientLabels(words)[client]}</small>
      <code>${method} ${path} → ${status === undefined ? '…' : status || '✕'} ${outcome}</code>
    </summary>
    <pre>
${headers.join('\n')}${headers.length > 0 && requestBody ? '\n\n' : nothing}${requestBody}</pre>
    <pre>${responseBody}</pre>
  </details>`;
}

function clientLabels(words: ShellMessages): Readonly<Record<HttpClientName, string>> {
  return {
    page: words.fromPage,
    site: words.fromSite,
    app: words.fromApp,
    'identity-service': words.fromIdentityService,
  };
}

if (!customElements.get('request-log')) customElements.define('request-log', RequestLog);

declare global {
  interface HTMLElementTagNameMap {
    'request-log': RequestLog;
  }
}
