/** Style sheets belong to one document: an element that is in another needs them made anew. */
import {adoptStyles, type CSSResultOrNative} from 'lit';

/** Gives a root its styles, in whichever document it stands. */
export function adoptElementStyles(root: ShadowRoot, styles: CSSResultOrNative[]): void {
  const {ownerDocument} = root;
  const window = ownerDocument.defaultView;
  if (ownerDocument === document || !window) return adoptStyles(root, styles);
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : textOf(style));
    return sheet;
  });
}

function textOf(sheet: CSSStyleSheet): string {
  return [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
}
