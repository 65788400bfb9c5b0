/** Writes the markup of a `<motp-verify>` as one chooses. */

/** What is chosen: attributes by name; `true` for those that only stand there. */
export type MarkupAttributes = Readonly<Record<string, string | number | boolean>>;

/** For what the markup is meant: a page as it is, or a JSP, in which `${` begins an expression. */
export type MarkupTarget = 'html' | 'jsp';

/** The element, one attribute a line; what is empty or `false` is left out. */
export function formatMarkup(choices: MarkupAttributes, target: MarkupTarget = 'html'): string {
  const lines = Object.entries(choices).flatMap(([name, value]) => {
    if (value === false || value === '' || value === 0) return [];
    return value === true ? `  ${name}` : `  ${name}="${escapeAttribute(String(value), target)}"`;
  });
  return ['<motp-verify', ...lines, '></motp-verify>'].join('\n');
}

/** A value between double quotes. A reference keeps `$` and `#` from beginning an EL expression. */
function escapeAttribute(value: string, target: MarkupTarget): string {
  const html = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return target === 'html'
    ? html
    : html.replace(/[$#](?=\{)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
