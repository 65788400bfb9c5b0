import * as v from 'valibot';
import {AttemptResponse} from '../core/contract.ts';
import {ownFields} from '../core/own-fields.ts';
import {parseJson} from './codec.ts';

/** What a value can mean: an outcome of the contract, or `ready` in a status response. */
const OUTCOMES = [
  'ready',
  ...AttemptResponse.options.map(({entries}) => entries.code.literal),
] as const;

/** An outcome of the contract, or `ready`. */
export type MappedOutcome = (typeof OUTCOMES)[number];

/** Where a field is: a dotted path into JSON, or the name of an XML element in angle brackets. */
const FieldPath = v.pipe(v.string(), v.minLength(1));

const Schema = v.strictObject(
  ownFields({
    /** Where the outcome is. Without it, the whole body is the outcome, such as a plain `Y`. */
    code: v.exactOptional(FieldPath),
    /** What each value there means. A value that is not listed leaves the result unknown. */
    values: v.record(v.string(), v.picklist(OUTCOMES)),
    /** Where the number of failures in a row is. */
    failures: v.exactOptional(FieldPath),
    /** Where the number of failures that lock is. Without it, 5 as in the manual. */
    maxFailures: v.exactOptional(FieldPath),
    /** Where a message is. It is shown when the result is unknown. */
    message: v.exactOptional(FieldPath),
    /** Where the receipt's ID is. With it, a success without an ID is not accepted. */
    id: v.exactOptional(FieldPath),
  }),
);

/** Declares what a legacy endpoint's responses mean (docs/legacy-endpoints.md). */
export type ResponseMap = v.InferOutput<typeof Schema>;

/** Parses the attribute `response-map`, or returns what is wrong with it. */
export function parseResponseMap(text: string): ResponseMap | {readonly error: string} {
  const result = v.safeParse(Schema, ownFields(parseJson(text)));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = issue.path?.map(({key}) => key).join('.');
  return {error: path ? `${path}: ${issue.message}` : issue.message};
}

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
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) => text.replaceAll('<', '\0'));
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    rest = rest.replace(LEAF, (_, leaf: string, text = '') => {
      if (leaf === name) values.push(text.replaceAll('\0', '<').trim());
      return '\uffff';
    });
  }
  const isXml = rest.trim() === '\uffff' && !/<(html|head|body)\b/i.test(xml);
  return isXml && values.length === 1 ? values[0] : undefined;
}
