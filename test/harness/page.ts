/** Styles of readers, and checks of the layout. */

/** Applies the text spacing of WCAG 1.4.12 in the widget. */
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

/** Returns the elements that overflow the widget horizontally, as `tag.class`. */
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
