/** Reads a legacy endpoint's responses with the widget's response map. */
import * as v from 'valibot';

/** The part of a response map that the check uses: the fields, and the meaning of the code's values. */
export const LegacyMap = v.object({
  code: v.string(),
  failures: v.optional(v.string()),
  id: v.optional(v.string()),
  values: v.record(v.string(), v.string()),
});
/** The part of a response map that the check uses. */
export type LegacyMap = v.InferOutput<typeof LegacyMap>;

/** Returns the contract's code of a response, or `undefined` if the map does not name its value. */
export function mappedCode({code, values}: LegacyMap, body: unknown): string | undefined {
  const value = fieldAt(body, code);
  return value !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

/** Returns a field of a response as a string. @param path names, separated by dots */
export function fieldAt(body: unknown, path: string): string | undefined {
  let at = body;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return typeof at === 'string' || typeof at === 'number' ? String(at) : undefined;
}
