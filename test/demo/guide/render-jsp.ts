/**
 * Renders a JSP snippet as a servlet container would. It supports only the tags and expressions that
 * the snippets use, and throws on all others, so that no snippet goes untested.
 */
import {CSRF_TOKEN, SNIPPET_TRAINEE} from './snippet-site.ts';

/** The values of the snippets' expressions. */
const VALUES: Readonly<Record<string, string>> = {
  occasion: 'lesson',
  'trainee.name': SNIPPET_TRAINEE.name,
  'trainee.phone': SNIPPET_TRAINEE.phone,
  '_csrf.token': CSRF_TOKEN,
  '_csrf.headerName': 'X-CSRF-TOKEN',
  '_csrf.parameterName': '_csrf',
};

/**
 * Renders a snippet as HTML.
 *
 * @throws Error on an unknown tag, expression or variable
 */
export function renderJsp(jsp: string): string {
  const html = jsp
    .replace(/<%--.*?--%>/gs, '')
    .replace(/<%@ (page|taglib) [^%]*%>/g, '')
    .replace(/<c:url value='([^']*)' \/>/g, '$1')
    .replace(/\$\{fn:escapeXml\(([^)]*)\)\}/g, (_all, name: string) => {
      const value = VALUES[name];
      if (value === undefined)
        throw new Error(`The snippet uses ${name}, which has no value here.`);
      return escapeXml(value);
    });
  const [unknown] = /<%|<c:|<fn:|\$\{|#\{/.exec(html) ?? [];
  if (unknown !== undefined)
    throw new Error(`The snippet contains ${unknown}, which is unescaped or not supported.`);
  return html;
}

/** Escapes the same five characters as JSTL's fn:escapeXml. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#039;')
    .replaceAll('"', '&#034;');
}
