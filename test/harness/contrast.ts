/** Measures the contrast of everything that a widget shows, from its computed colors. */
import {contrastOf, faded, opaqueColorsIn, over, parseColor, type Color} from './colors.ts';

/** The contrast of one text, or of one part without text, with what is around it. */
export interface Measured {
  /** The text, or the part and what of it is measured. */
  readonly what: string;
  readonly isText: boolean;
  /** From 1 to 21. */
  readonly ratio: number;
}

/** Measures all visible texts, and all visible parts without text. */
export function measureContrasts(widget: Element): readonly Measured[] {
  const elements = visibleElements(widget);
  return [
    ...elements.flatMap(measureTexts),
    ...elements.flatMap(measureEdges),
    ...elements.flatMap(measureDrawings),
    ...elements.flatMap(measureFocus),
  ];
}

/** The opaque color behind an element's content, with its own background unless `isOutside`. */
export function backgroundOf(element: Element, isOutside = false): Color {
  const layers: Color[] = [];
  for (let one = isOutside ? flatParent(element) : element; one; one = flatParent(one)) {
    const color = parseColor(getComputedStyle(one).backgroundColor);
    layers.unshift(color);
    if (color[3] === 1) break;
  }
  return layers.reduce((below, layer) => over(layer, below), canvasColor());
}

/** The color of a page without a background. */
function canvasColor(): Color {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Canvas';
  const color = parseColor(getComputedStyle(probe).color);
  probe.remove();
  return color;
}

function flatParent(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  const {parentNode} = element;
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : undefined;
}

/** The elements of the shadow root, and those in its slots, that are drawn and not hidden from the eye. */
export function visibleElements(widget: Element): readonly Element[] {
  const {shadowRoot} = widget;
  const all = [
    ...(shadowRoot?.querySelectorAll('*') ?? []),
    ...widget.querySelectorAll('[slot], [slot] *'),
  ];
  return all.filter(
    (element) =>
      // An open modal dialog covers the card.
      (!shadowRoot?.querySelector('dialog:modal') || element.closest('dialog')) &&
      element.checkVisibility({opacityProperty: true, visibilityProperty: true}) &&
      !element.closest('.visually-hidden'),
  );
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let one: Element | undefined = element; one; one = flatParent(one)) {
    opacity *= Number(getComputedStyle(one).opacity);
  }
  return opacity;
}

/** Measures the text of an element itself, its value or placeholder, and its generated text. */
export function measureTexts(element: Element): readonly Measured[] {
  const texts = textsOf(element).map(({data}) => [data.trim(), getComputedStyle(element)] as const);
  if (element instanceof HTMLInputElement) {
    texts.push(
      element.value
        ? [element.value, getComputedStyle(element)]
        : [element.placeholder, getComputedStyle(element, '::placeholder')],
    );
  }
  for (const pseudo of ['::before', '::after']) {
    const style = getComputedStyle(element, pseudo);
    const [, text = ''] = /^"(.+?)"/.exec(style.content) ?? [];
    texts.push([text, style]);
  }
  return texts
    .filter(([text]) => text)
    .map(([what, style]) => {
      const color = parseColor(
        element instanceof SVGElement ? style.fill : style.webkitTextFillColor,
      );
      // The places in the field stand for the placeholder.
      return color[3] === 0 && element instanceof HTMLInputElement
        ? undefined
        : measure(element, what, true, color, groundOf(element));
    })
    .filter((measured) => measured !== undefined);
}

/** The texts of an element itself that are not cut off. */
export function textsOf(element: Element): readonly Text[] {
  return [...element.childNodes].filter((node) => node instanceof Text).filter(isWithinClip);
}

/** Whether a text is not cut off, as the hint is where a message needs its room. */
function isWithinClip(text: Text): boolean {
  const range = document.createRange();
  range.selectNodeContents(text);
  const {top, bottom, height} = range.getBoundingClientRect();
  const clip = text.parentElement?.closest('.yields')?.getBoundingClientRect();
  return height > 0 && (!clip || (bottom > clip.top && top < clip.bottom));
}

/** What has an edge that the trainee must see: controls, messages and panels. */
export const EDGED =
  'input, button:not(.link), a.primary, a.secondary, [href^="tel:"], .notice, .panel, summary';

/** The color behind a text: in a drawing, that of the last shape that was drawn below it. */
function groundOf(element: Element): Color {
  const ground = backgroundOf(element);
  if (!(element instanceof SVGTextElement)) return ground;
  const {left, top, width, height} = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const fills = [...(element.ownerSVGElement?.querySelectorAll('rect, circle, path') ?? [])]
    .filter((shape) => shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    .filter((shape) => {
      const box = shape.getBoundingClientRect();
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    })
    .map((shape) => getComputedStyle(shape).fill)
    .filter((fill) => fill !== 'none');
  const fill = fills.at(-1);
  return fill ? over(parseColor(fill), ground) : ground;
}

/** Measures the border or the background of what has an edge: the stronger of the two is seen. */
function measureEdges(element: Element): readonly Measured[] {
  if (!element.matches(EDGED)) return [];
  const marker = element.matches('summary');
  const style = getComputedStyle(element, marker ? '::after' : null);
  const outside = backgroundOf(element, true);
  const hasBorder = Number.parseFloat(style.borderBottomWidth) > 0;
  const colors = [
    ...(hasBorder ? [parseColor(style.borderBottomColor)] : []),
    ...(marker ? [] : [parseColor(style.backgroundColor)]),
  ];
  // A link without a frame is a text.
  if (element.matches('[href^="tel:"]') && !hasBorder) return [];
  const ratios = colors.map((color) => measure(element, 'edge', false, color, outside));
  return ratios.toSorted((a, b) => b.ratio - a.ratio).slice(0, 1);
}

/** Measures the places in the field, and the lines of the countdown and the tick. */
function measureDrawings(element: Element): readonly Measured[] {
  const style = getComputedStyle(element);
  if (element instanceof HTMLInputElement) {
    return opaqueColorsIn(style.backgroundImage)
      .filter((_, i, all) => element.selectionStart === element.selectionEnd || i < all.length - 1)
      .map((color) => measure(element, 'place', false, color, backgroundOf(element)));
  }
  if (!element.matches('.left, .tick circle, .tick path')) return [];
  return [measure(element, 'stroke', false, strokeOf(element), backgroundOf(element))];
}

/** Returns the color of a line, over what is behind it. */
export function strokeOf(element: Element): Color {
  const {stroke, strokeOpacity} = getComputedStyle(element);
  return over(faded(parseColor(stroke), Number(strokeOpacity)), backgroundOf(element));
}

/** Measures the ring around the control that has the focus. */
function measureFocus(element: Element): readonly Measured[] {
  const {outlineStyle, outlineColor} = getComputedStyle(element);
  if (!element.matches(':focus') || outlineStyle === 'none') return [];
  const outside = backgroundOf(element, true);
  return [measure(element, 'focus ring', false, parseColor(outlineColor), outside)];
}

function measure(
  element: Element,
  what: string,
  isText: boolean,
  color: Color,
  background: Color,
): Measured {
  const visible = over(faded(color, opacityOf(element)), background);
  return {what: nameOf(element, what), isText, ratio: contrastOf(visible, background)};
}

/** Names what is measured by its part. */
export function nameOf(element: Element, what: string): string {
  return `${element.closest('[part]')?.getAttribute('part') ?? element.localName}: ${what}`;
}
