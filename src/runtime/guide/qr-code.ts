/** A QR code for the phone's camera, with a library that is loaded only for it. */
import {html, svg, type TemplateResult} from 'lit';
import {generate} from 'lean-qr';
import {toSvgPath} from 'lean-qr/extras/svg';

/** The margin around a code, in modules (ISO/IEC 18004 requires four). */
const QUIET_ZONE = 4;

/**
 * Renders the QR code of a URL.
 *
 * @param label its accessible name
 */
export function renderQrCode(url: string, label: string): TemplateResult {
  const code = generate(url);
  const size = code.size + 2 * QUIET_ZONE;
  return html`<svg
    class="qr"
    viewBox="${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-QUIET_ZONE} y=${-QUIET_ZONE} width=${size} height=${size} />
      <path d=${toSvgPath(code)} />`}
  </svg>`;
}
