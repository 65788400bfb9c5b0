/**
 * Renders the markup of a JSP snippet as a servlet container would, for the few tags and expressions
 * that the snippets use. What it doesn't know is an error, so that no snippet slips through unread.
 */
import {CSRF_TOKEN, SNIPPET_TRAINEE} from './snippet-site.ts';

/** What the expressions of the snippets stand for. */
const VALUES: Readonly<Record<string, string>> = {
  occasion: 'lesson',
  'trainee.name': SNIPPET_TRAINEE.name,
  'trainee.phone': SNIPPET_TRAINEE.phone,
  '_csrf.token': CSRF_TOKEN,
  '_csrf.headerName': 'X-CSRF-TOKEN',
  '_csrf.parameterName': '_csrf',
};

/** The HTML that a browser gets. */
export function renderJsp(jsp: string): string {
  const html = jsp
    .replace(/<%--.*?--%>/gs, '')
    .replace(/<%@ (page|taglib) [^%]*%>/g, '')
    .replace(/<c:url value='([^']*)' \/>/g, '$1')
    .replace(/\$\{fn:escapeXml\(([^)]*)\)\}/g, (_all, name: string) => {
      const value = VALUES[name];
      if (value === undefined) throw new Error(`The snippet asks for ${name}.`);
      return escapeXml(value);
    });
  const [unknown] = /<%|<c:|<fn:|\$\{|#\{/.exec(html) ?? [];
  if (unknown !== undefined) throw new Error(`The snippet holds ${unknown}, unescaped or unknown.`);
  return html;
}

/** As JSTL's own function: five characters. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#039;')
    .replaceAll('"', '&#034;');
}
