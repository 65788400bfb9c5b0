/** What the endpoint and the servers said to each other, and what the widget told the page. */
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Exchange, Sender} from './request-log-entry.ts';
import {stageWords, type StageWords} from './messages.ts';

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
type Line =
  | {readonly is: 'exchange'; readonly id: string; readonly exchange: Exchange}
  | {readonly is: 'event'; readonly name: string; readonly says: string};

/** Older lines are let go. */
const MOST_LINES = 200;

/**
 * The log of the stage.
 *
 * @element exchange-log
 */
export class ExchangeLog extends LitElement {
  /** The language of the page. */
  @property() override lang = 'ko';

  @state() private _lines: readonly Line[] = [];

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
  tell(id: string, exchange: Exchange): void {
    const line: Line = {is: 'exchange', id, exchange};
    const at = this._lines.findIndex((one) => one.is === 'exchange' && one.id === id);
    if (at < 0) this.#add(line);
    else this._lines = this._lines.with(at, line);
  }

  protected override render(): TemplateResult {
    const words = stageWords(this.lang);
    return html`<section aria-labelledby="exchange-title" class="exchange">
      <h2 id="exchange-title">${words.exchange}</h2>
      <p>${words.exchangeLead}</p>
      <ol>
        ${this._lines.map((line) => html`<li class=${line.is}>${drawn(line, words)}</li>`)}
      </ol>
    </section>`;
  }

  readonly #onEvent = (event: Event): void => {
    this.#add({is: 'event', name: event.type, says: wordsOf(event)});
  };

  #add(line: Line): void {
    this._lines = [...this._lines, line].slice(-MOST_LINES);
  }
}

/** An event's own fields: what the widget says, and not what every event has. */
function wordsOf(event: Event): string {
  const said = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  const text = JSON.stringify(Object.fromEntries(said), (name, value: unknown) =>
    name === 'verificationId' && typeof value === 'string' ? `${value.slice(0, 6)}…` : value,
  );
  return text === '{}' ? '' : text;
}

function drawn(line: Line, words: StageWords): TemplateResult {
  if (line.is === 'event') return html`<code>${line.name}</code> <small>${line.says}</small>`;
  const {from, method, path, status, outcome, headers, sent, answered} = line.exchange;
  return html`<details>
    <summary>
      <small>${senders(words)[from]}</small>
      <code>${method} ${path} → ${status === undefined ? '…' : status || '✕'} ${outcome}</code>
    </summary>
    <pre>${headers.join('\n')}${headers.length > 0 && sent ? '\n\n' : nothing}${sent}</pre>
    <pre>${answered}</pre>
  </details>`;
}

function senders(words: StageWords): Readonly<Record<Sender, string>> {
  return {
    page: words.fromPage,
    site: words.fromSite,
    app: words.fromApp,
    'identity-service': words.fromIdentityService,
  };
}

if (!customElements.get('exchange-log')) customElements.define('exchange-log', ExchangeLog);

declare global {
  interface HTMLElementTagNameMap {
    'exchange-log': ExchangeLog;
  }
}
