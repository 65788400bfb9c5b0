/** The same card without a framework: what the widget has rendered, as markup for `innerHTML`. */
import type {Browser} from 'puppeteer-core';
import type {Candidate} from './candidates.ts';

/**
 * Renders the widget in a page, and returns a script that defines `<inner-card>` with the same elements
 * and style sheets. Of Lit, it keeps nothing: neither comments nor parts.
 *
 * @param url the address of the page of the widget
 */
export async function recordCard(
  browser: Browser,
  url: string,
  {tag, timeZone}: {readonly tag: Candidate['tag']; readonly timeZone: string},
): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.emulateTimezone(timeZone);
    await page.goto(url);
    const {markup, styles} = await page.evaluate(readCard, tag);
    return `const sheets = ${JSON.stringify(styles)}.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});
customElements.define('inner-card', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = sheets;
    root.innerHTML = ${JSON.stringify(markup)};
  }
});`;
  } finally {
    await page.close();
  }
}

/** Waits for the complete widget and reads its shadow root. Runs in the page. */
async function readCard(
  tag: string,
): Promise<{readonly markup: string; readonly styles: readonly string[]}> {
  await import(`/${tag}.js`);
  const element = document.querySelector(tag);
  if (element && 'updateComplete' in element) await element.updateComplete;
  const root = element?.shadowRoot;
  if (!root) throw new Error(`<${tag}> has no shadow root.`);
  const styles = root.adoptedStyleSheets.map(({cssRules}) =>
    [...cssRules].map(({cssText}) => cssText).join('\n'),
  );
  return {markup: root.innerHTML.replace(/<!--.*?-->/g, ''), styles};
}
