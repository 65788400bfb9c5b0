/** A QR code as a drawing, for the phone's camera: of a library that comes only for this. */
import {html, svg, type TemplateResult} from 'lit';
import {generate} from 'lean-qr';
import {toSvgPath} from 'lean-qr/extras/svg';

/** Empty room around a code, in modules (ISO/IEC 18004 wants four). */
const QUIET = 4;

/**
 * The code that opens an address.
 *
 * @param label what it is, for those who don't see it
 */
export function qrCode(url: string, label: string): TemplateResult {
  const code = generate(url);
  const size = code.size + 2 * QUIET;
  return html`<svg
    class="qr"
    viewBox="${-QUIET} ${-QUIET} ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-QUIET} y=${-QUIET} width=${size} height=${size} />
      <path d=${toSvgPath(code)} />`}
  </svg>`;
}
