/** The kinds of page on which everything must hold. */
import {existsSync} from 'node:fs';

/** The widget as a page has it. */
const WIDGET = '<motp-verify endpoint="api" timeout="3"></motp-verify>';

const MODULE = '<script type="module" src="/motp-verify.min.js"></script>';

/** Without prototype.js installed, the legacy page can't be what it is named for. */
export const HAS_PROTOTYPE = existsSync('/usr/share/javascript/prototype/prototype.js');

/** Each kind by its name. */
export const PAGES: Readonly<Record<string, string>> = {
  'a plain page': `<!doctype html><html lang="ko"><title>plain</title>${MODULE}${WIDGET}</html>`,
  // Quirks mode, two libraries that change every array and element, the classic script twice.
  'a legacy page with jQuery 1.12 and prototype.js': `<html><head><title>legacy</title>
<style>* {margin: 0; letter-spacing: -1px} input {height: 18px !important}</style>
<script src="/prototype.js"></script><script src="/jquery.js"></script>
<script>jQuery.noConflict(); Object.prototype.polluted = function () {};
document.onpaste = document.onkeydown = function () { return false; };</script>
<script src="/motp-verify.classic.js"></script></head>
<body><form name="form1" action="/next.do"><table><tr><td>${WIDGET}</td></tr></table></form>
<script src="/motp-verify.classic.js?again"></script></body></html>`,
  'an iframe': `<!doctype html><html lang="ko"><title>outer</title><iframe width="600" height="900"
srcdoc='<!doctype html><base href="./page">${MODULE}${WIDGET}'></iframe></html>`,
};
