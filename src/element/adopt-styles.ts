/** Style sheets of the shadow root. A constructed sheet belongs to one document. */
import {adoptStyles, type CSSResultOrNative} from 'lit';

/** Gives a root its styles. In another document, the sheets are constructed again. */
export function adoptElementStyles(root: ShadowRoot, styles: CSSResultOrNative[]): void {
  const {ownerDocument} = root;
  const window = ownerDocument.defaultView;
  if (ownerDocument === document || !window) return adoptStyles(root, styles);
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : cssTextOf(style));
    return sheet;
  });
}

function cssTextOf(sheet: CSSStyleSheet): string {
  return [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
}
