/** An element of the page, with the page's own copy of Lit. */
import {html, LitElement, type TemplateResult} from 'lit';

class HostLit extends LitElement {
  protected override render(): TemplateResult {
    return html`<p>of the page</p>`;
  }
}

if (!customElements.get('host-lit')) customElements.define('host-lit', HostLit);
