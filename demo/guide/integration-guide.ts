/** The integration guide: the steps, and snippets to copy. */
import {html, LitElement, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {SNIPPETS, type Snippet} from './snippets.ts';
import {guidePageMessages, type GuidePageMessages} from './messages.ts';

/**
 * The integration guide, with a copy button for each snippet.
 *
 * @element integration-guide
 */
export class IntegrationGuide extends LitElement {
  /** The language of the page. */
  @property() override lang = 'ko';

  @state() private _copied = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const messages = guidePageMessages(this.lang);
    return html`<section aria-labelledby="guide-title">
      <h2 id="guide-title">${messages.title}</h2>
      <p>${messages.lead}</p>
      <ol>
        ${messages.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <h2>${messages.snippets}</h2>
      ${SNIPPETS.map((snippet) => this.#renderSnippet(messages, snippet))}
    </section>`;
  }

  #renderSnippet(messages: GuidePageMessages, {file, title, text}: Snippet): TemplateResult {
    const onCopy = async (): Promise<void> => {
      await navigator.clipboard.writeText(text);
      this._copied = file;
    };
    return html`<details class="snippet" id=${file}>
      <summary><b>${title}</b> <small translate="no">${file}</small></summary>
      <p class="buttons">
        <button @click=${onCopy}>${messages.copy}</button>
        <span role="status">${this._copied === file ? messages.copied : ''}</span>
      </p>
      <pre translate="no" tabindex="0"><code>${text}</code></pre>
    </details>`;
  }
}

if (!customElements.get('integration-guide')) {
  customElements.define('integration-guide', IntegrationGuide);
}

declare global {
  interface HTMLElementTagNameMap {
    'integration-guide': IntegrationGuide;
  }
}
