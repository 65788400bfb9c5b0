/** The pages on which every fault test runs. */
import {existsSync} from 'node:fs';

/** The variable parts of a page. */
export interface PageContent {
  /** The widget's attributes besides `endpoint` and `timeout`. */
  readonly attributes?: string | undefined;
  /** A script of the page that runs before the widget's. */
  readonly script?: string | undefined;
}

const MODULE = '<script type="module" src="/motp-verify.min.js"></script>';

/** Whether prototype.js is installed, which the legacy page needs. */
export const HAS_PROTOTYPE_JS = existsSync('/usr/share/javascript/prototype/prototype.js');

/** The page templates by name. */
export const PAGES: Readonly<Record<string, (content: PageContent) => string>> = {
  'a plain page': (content) =>
    `<!doctype html><html lang="ko"><title>plain</title>${pageScript(content)}${MODULE}${widget(content)}</html>`,
  // Quirks mode, two libraries that patch arrays and elements, and the classic script twice.
  'a legacy page with jQuery 1.12 and prototype.js': (content) => `<html><head><title>legacy</title>
<style>* {margin: 0; letter-spacing: -1px} input {height: 18px !important}</style>
<script src="/prototype.js"></script><script src="/jquery.js"></script>
<script>jQuery.noConflict(); Object.prototype.polluted = function () {};
document.onpaste = document.onkeydown = function () { return false; };</script>${pageScript(content)}
<script src="/motp-verify.classic.js"></script></head>
<body><form name="form1" action="/next.do"><table><tr><td>${widget(content)}</td></tr></table></form>
<script src="/motp-verify.classic.js?again"></script></body></html>`,
  'an iframe': (content) => {
    const inner = `<!doctype html><base href="./page">${pageScript(content)}${MODULE}${widget(content)}`;
    const srcdoc = inner.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
    return `<!doctype html><html lang="ko"><title>outer</title><iframe width="600" height="900"
srcdoc='${srcdoc}'></iframe></html>`;
  },
};

/** Formats the widget's tag. */
function widget({attributes = ''}: PageContent): string {
  return `<motp-verify endpoint="api" timeout="3" ${attributes}></motp-verify>`;
}

function pageScript({script}: PageContent): string {
  return script === undefined ? '' : `<script>${script}</script>`;
}
