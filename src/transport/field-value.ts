/** Reads a field of a legacy response: JSON, XML or plain text. */
import {parseJson} from './parse-json.ts';

/**
 * Returns the value at a path of a response, as text. It reads own fields only. Without a path, the
 * whole body is the value, as plain text or as a JSON string.
 */
export function valueAt(path: string | undefined, text: string): string | undefined {
  if (path === undefined) return text.trim().replace(/^"(.*)"$/, '$1');
  const element = /^<([\w.:-]+)>$/.exec(path)?.[1];
  if (element !== undefined) return elementText(element, text);
  let value = parseJson(text);
  for (const name of path.split('.')) {
    const hasField = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    value = hasField ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText ? String(value) : undefined;
}

/** An element that holds no other one. U+FFFF stands for an element that was read. */
const LEAF = /<([\w.:-]+)(?:\s[^<>\uffff]*)?(?:\/>|>([^<]*)<\/\1\s*>)/g;

/** The deepest nesting of elements that is read. */
const MAX_DEPTH = 16;

/**
 * Returns the text of the only XML element of this name. It parses no entities. It refuses HTML, and
 * what is not well-formed: comments and declarations too. `DOMParser` needs a Trusted Types policy.
 */
function elementText(name: string, xml: string): string | undefined {
  const values: string[] = [];
  let rest = xml
    .replace(/^\s*<\?xml\s[^>]*\?>/, '')
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) => text.replace(/</g, '\0'));
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    rest = rest.replace(LEAF, (_, leaf: string, text = '') => {
      if (leaf === name) values.push(text.replace(/\0/g, '<').trim());
      return '\uffff';
    });
  }
  const isXml = rest.trim() === '\uffff' && !/<(html|head|body)\b/i.test(xml);
  return isXml && values.length === 1 ? values[0] : undefined;
}
