/** The answers of an endpoint that doesn't speak the contract, as the site's attribute declares them. */
import * as v from 'valibot';
import {AttemptResponse, ownFields} from '../core/contract.ts';
import {parseJson} from './codec.ts';

/** What a value can mean: any outcome of the contract, and `ready` for an answer about the status. */
const OUTCOMES = [
  'ready',
  ...AttemptResponse.options.map(({entries}) => entries.code.literal),
] as const;

/** One of the contract's outcomes, or `ready`. */
export type MappedOutcome = (typeof OUTCOMES)[number];

/** A field's place: a dotted path into JSON, or an XML element's name in angle brackets. */
const FieldPath = v.pipe(v.string(), v.minLength(1));

// Fields of its own alone, as in the contract's schemas: a page may have added to every object.
const fields = {
  /** Where the outcome stands; without it the whole body is the outcome, as in a plain `Y`. */
  code: v.exactOptional(FieldPath),
  /** What each value there means. One that is not named is undecided, and never success. */
  values: v.record(v.string(), v.picklist(OUTCOMES)),
  /** Failures in a row so far, and how many lock (5 where it isn't said, as in the manual). */
  failures: v.exactOptional(FieldPath),
  maxFailures: v.exactOptional(FieldPath),
  /** What is said in words of its own: shown where the outcome is none that is named here. */
  message: v.exactOptional(FieldPath),
  /** The receipt's id. Named here, it must be there for success. */
  id: v.exactOptional(FieldPath),
};
const Schema = v.strictObject(Object.assign(Object.create(null), fields) as typeof fields);

/** See the file's head. */
export type ResponseMap = v.InferOutput<typeof Schema>;

/** The map that an attribute's text declares, or why it is none. */
export function parseResponseMap(text: string): ResponseMap | {readonly error: string} {
  const read = v.safeParse(Schema, ownFields(parseJson(text)));
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = issue.path?.map(({key}) => key).join('.');
  return {error: place ? `${place}: ${issue.message}` : issue.message};
}
