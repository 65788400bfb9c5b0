/** Ways in which a page or a reader's own settings press on the widget. */

/** WCAG 1.4.12: what a reader may set for the spacing of text, in the widget as elsewhere. */
export function applyTextSpacing(widget: Element): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p {
    margin-block-end: 2em !important;
  }`);
  widget.shadowRoot?.adoptedStyleSheets.push(sheet);
}

/** Everything inside a root whose text or box stands out of it at either side, by its tag. */
export function findOverflow(root: ShadowRoot): readonly string[] {
  const {left, right} = root.host.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .filter((element) => !element.matches('.visually-hidden'))
    .map((element) => `${element.localName}.${element.className}`);
}
