/** Defines `<motp-verify>` for a module script. A second copy on the page does nothing. */
import {MotpVerify} from './motp-verify.ts';

// Templates are HTML, which an XML document does not parse. A server has no document.
if (globalThis.document?.contentType === 'application/xhtml+xml') {
  console.error('<motp-verify> cannot be drawn in XHTML. Serve the page as text/html.');
} else if (!customElements.get('motp-verify')) {
  customElements.define('motp-verify', MotpVerify);
}
