/** Formats the markup of a `<motp-verify>` element. */

/** Attributes by name; `true` for a boolean attribute. */
export type MarkupAttributes = Readonly<Record<string, string | number | boolean>>;

/** The markup's target: plain HTML, or a JSP, in which `${` starts an expression. */
export type MarkupTarget = 'html' | 'jsp';

/** Formats the element with one attribute per line. Empty, zero and `false` values are omitted. */
export function formatMarkup(choices: MarkupAttributes, target: MarkupTarget = 'html'): string {
  const lines = Object.entries(choices).flatMap(([name, value]) => {
    if (value === false || value === '' || value === 0) return [];
    return value === true ? `  ${name}` : `  ${name}="${escapeAttribute(String(value), target)}"`;
  });
  return ['<motp-verify', ...lines, '></motp-verify>'].join('\n');
}

/** Escapes a value for double quotes, and in a JSP also the `$` or `#` that starts an EL expression. */
function escapeAttribute(value: string, target: MarkupTarget): string {
  const html = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return target === 'html'
    ? html
    : html.replace(/[$#](?=\{)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
