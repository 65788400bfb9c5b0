/** Measures contrasts in forced colors from a picture, since computed colors are not the forced ones. */
import {EDGED, measureTexts, nameOf, textsOf, visibleElements, type Measured} from './contrast.ts';
import {Picture} from './picture.ts';

/** How far outside of its border the ring of a focused element ends, in px. */
const FOCUS_RING = 6;

/** Measures all visible texts, and the edges of controls, messages, panels and the dialog. */
export async function measureForcedContrasts(widget: Element): Promise<readonly Measured[]> {
  const dialog = widget.shadowRoot?.querySelector('dialog:modal');
  const shown = dialog ?? widget;
  const picture = await Picture.of(shown, Boolean(dialog));
  return visibleElements(widget).flatMap((element) => {
    // The colors of drawings are not forced.
    if (element instanceof SVGElement) return measureTexts(element);
    const results = textsOf(element)
      .filter(({data}) => data.trim() && data !== '\u200b')
      .map((text) => ({
        what: nameOf(element, text.data.trim()),
        isText: true,
        ratio: picture.contrastIn(firstLineOf(text)),
      }));
    const {left, top, right, bottom, width} = element.getBoundingClientRect();
    if (element instanceof HTMLInputElement) {
      const inside = new DOMRect(left + 4, top + 4, right - left - 8, bottom - top - 8);
      results.push({
        what: nameOf(element, 'value'),
        isText: true,
        ratio: picture.contrastIn(inside),
      });
    }
    const isFocused = element.matches(':focus-visible');
    if (element.matches(`${EDGED}, dialog`) && !element.matches('summary, [href^="tel:"]')) {
      const start = top - (isFocused ? FOCUS_RING : 0) - 2;
      // A dashed edge has gaps, and the page around a dialog is not the same everywhere.
      const ratios = [1 / 8, 1 / 2, 7 / 8].map((share) =>
        Math.max(
          ...[0, 2, 4, 6, 8, 10].map((step) =>
            picture.contrastDown(left + width * share + step, start, top + 3),
          ),
        ),
      );
      results.push({what: nameOf(element, 'edge'), isText: false, ratio: Math.min(...ratios)});
    }
    return results;
  });
}

function firstLineOf(text: Text): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(text);
  const [line] = range.getClientRects();
  return line ?? new DOMRect();
}
