/** Style sheets of the shadow root. A constructed sheet belongs to one document. */
import {adoptStyles, type CSSResultOrNative} from 'lit';

/** Gives a root its styles. In another document, the sheets are constructed again. */
export function adoptElementStyles(root: ShadowRoot, styles: CSSResultOrNative[]): void {
  const {ownerDocument} = root;
  const window = ownerDocument.defaultView;
  // Nothing is drawn in a document without a window, as that of a `<template>`.
  if (!window) return;
  if (ownerDocument === document) {
    // The page may have added sheets of its own. Safari before 16.4 has no such list.
    const before = [...((root as Partial<ShadowRoot>).adoptedStyleSheets ?? [])];
    adoptStyles(root, styles);
    const others = before.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (others.length > 0) root.adoptedStyleSheets.push(...others);
    return;
  }
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : cssTextOf(style));
    return sheet;
  });
}

function cssTextOf(sheet: CSSStyleSheet): string {
  return [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
}
