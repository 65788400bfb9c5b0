/** The integration guide: what to do, and snippets to copy. */
import {html, LitElement, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {SNIPPETS, type Snippet} from './snippets.ts';
import {guidePageMessages, type GuidePageMessages} from './messages.ts';

/**
 * The guide.
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
    const words = guidePageMessages(this.lang);
    return html`<section aria-labelledby="guide-title">
      <h2 id="guide-title">${words.title}</h2>
      <p>${words.lead}</p>
      <ol>
        ${words.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <h2>${words.snippets}</h2>
      ${SNIPPETS.map((snippet) => this.#snippet(words, snippet))}
    </section>`;
  }

  #snippet(words: GuidePageMessages, {file, title, text}: Snippet): TemplateResult {
    const onCopy = async (): Promise<void> => {
      await navigator.clipboard.writeText(text);
      this._copied = file;
    };
    return html`<details class="snippet" id=${file}>
      <summary><b>${title}</b> <small translate="no">${file}</small></summary>
      <p class="buttons">
        <button @click=${onCopy}>${words.copy}</button>
        <span role="status">${this._copied === file ? words.copied : ''}</span>
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
