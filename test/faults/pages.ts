/** The kinds of page on which everything must hold. */
import {existsSync} from 'node:fs';

/** What a page has of the widget, and before it. */
export interface PageContent {
  /** The widget's attributes beside its endpoint and deadline. */
  readonly attributes?: string | undefined;
  /** The page's own script, run before the widget's. */
  readonly script?: string | undefined;
}

const MODULE = '<script type="module" src="/motp-verify.min.js"></script>';

/** Without prototype.js installed, the legacy page can't be what it is named for. */
export const HAS_PROTOTYPE_JS = existsSync('/usr/share/javascript/prototype/prototype.js');

/** A page of each kind, by its name. */
export const PAGES: Readonly<Record<string, (holding: PageContent) => string>> = {
  'a plain page': (holding) =>
    `<!doctype html><html lang="ko"><title>plain</title>${own(holding)}${MODULE}${widget(holding)}</html>`,
  // Quirks mode, two libraries that change every array and element, the classic script twice.
  'a legacy page with jQuery 1.12 and prototype.js': (holding) => `<html><head><title>legacy</title>
<style>* {margin: 0; letter-spacing: -1px} input {height: 18px !important}</style>
<script src="/prototype.js"></script><script src="/jquery.js"></script>
<script>jQuery.noConflict(); Object.prototype.polluted = function () {};
document.onpaste = document.onkeydown = function () { return false; };</script>${own(holding)}
<script src="/motp-verify.classic.js"></script></head>
<body><form name="form1" action="/next.do"><table><tr><td>${widget(holding)}</td></tr></table></form>
<script src="/motp-verify.classic.js?again"></script></body></html>`,
  'an iframe': (holding) => {
    const inner = `<!doctype html><base href="./page">${own(holding)}${MODULE}${widget(holding)}`;
    const srcdoc = inner.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
    return `<!doctype html><html lang="ko"><title>outer</title><iframe width="600" height="900"
srcdoc='${srcdoc}'></iframe></html>`;
  },
};

/** The widget as a page has it. */
function widget({attributes = ''}: PageContent): string {
  return `<motp-verify endpoint="api" timeout="3" ${attributes}></motp-verify>`;
}

function own({script}: PageContent): string {
  return script === undefined ? '' : `<script>${script}</script>`;
}
