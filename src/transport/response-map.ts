import * as v from 'valibot';
import {AttemptResponse} from '../core/contract.ts';
import {ownFields} from '../core/own-fields.ts';
import {parseJson} from './parse-json.ts';

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
