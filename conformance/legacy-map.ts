/** A legacy endpoint's answers by the widget's map. */
import * as v from 'valibot';

/** Which fields of an answer say what, and what its values mean. */
export const LegacyMap = v.object({
  code: v.string(),
  failures: v.optional(v.string()),
  id: v.optional(v.string()),
  values: v.record(v.string(), v.string()),
});
/** See the schema of the same name. */
export type LegacyMap = v.InferOutput<typeof LegacyMap>;

/** The contract's code that an answer means, or `undefined`: what the map doesn't name is no success. */
export function mappedCode({code, values}: LegacyMap, body: unknown): string | undefined {
  const value = fieldAt(body, code);
  return value !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

/** A field of an answer as text; a path of names with dots between. */
export function fieldAt(body: unknown, path: string): string | undefined {
  let at = body;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return typeof at === 'string' || typeof at === 'number' ? String(at) : undefined;
}
