/** A QR code as a drawing, for the phone's camera: of a library that comes only for this. */
import {html, svg, type TemplateResult} from 'lit';
import {generate} from 'lean-qr';
import {toSvgPath} from 'lean-qr/extras/svg';

/** Empty room around a code, in modules (ISO/IEC 18004 wants four). */
const QUIET_ZONE = 4;

/**
 * The code that opens an address.
 *
 * @param label what it is, for those who don't see it
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
