/** Style sheets belong to one document: an element that is moved to another needs them made anew. */
import type {CSSResultOrNative} from 'lit';

/** Gives a root the same styles in the document to which it has come. */
export function adoptAnew(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const window = root.ownerDocument.defaultView;
  if (!window) return;
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : textOf(style));
    return sheet;
  });
}

function textOf(sheet: CSSStyleSheet): string {
  return [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
}
