/** A page's own element, of the page's own copy of Lit. */
import {html, LitElement, type TemplateResult} from 'lit';

/** See the file's head. */
class HostLit extends LitElement {
  protected override render(): TemplateResult {
    return html`<p>of the page</p>`;
  }
}

if (!customElements.get('host-lit')) customElements.define('host-lit', HostLit);
