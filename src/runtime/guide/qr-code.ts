/** A QR code for the phone's camera, with a library that is loaded only for it. */
import {html, svg, type TemplateResult} from 'lit';
import {generate} from 'lean-qr';
import {toSvgPath} from 'lean-qr/extras/svg';

/** The margin around a code, in modules (ISO/IEC 18004 requires four). */
const QUIET_ZONE = 4;

/** The codes so far, by URL: to compute one takes longer than to render the rest of the guide. */
const codes = new Map<string, {readonly path: string; readonly size: number}>();

/**
 * Renders the QR code of a URL.
 *
 * @param label its accessible name
 */
export function renderQrCode(url: string, label: string): TemplateResult {
  const {path, size} = codes.get(url) ?? computeCode(url);
  return html`<svg
    class="qr"
    viewBox="${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-QUIET_ZONE} y=${-QUIET_ZONE} width=${size} height=${size} />
      <path d=${path} />`}
  </svg>`;
}

function computeCode(url: string): {readonly path: string; readonly size: number} {
  const code = generate(url);
  const computed = {path: toSvgPath(code), size: code.size + 2 * QUIET_ZONE};
  codes.set(url, computed);
  return computed;
}
