/** The answers of an endpoint that doesn't speak the contract, as the site's attribute declares them. */
import * as v from 'valibot';
import {Answer, ownFields} from '../core/contract.ts';
import {parsed} from './codec.ts';

/** What a value can mean: any outcome of the contract, and `ready` for an answer about the status. */
const OUTCOMES = ['ready', ...Answer.options.map(({entries}) => entries.code.literal)] as const;

/** One of the contract's outcomes, or `ready`. */
export type MappedOutcome = (typeof OUTCOMES)[number];

/** A field's place: a dotted path into JSON, or an XML element's name in angle brackets. */
const Place = v.pipe(v.string(), v.minLength(1));

// Fields of its own alone, as in the contract's schemas: a page may have added to every object.
const fields = {
  /** Where the outcome stands; without it the whole body is the outcome, as in a plain `Y`. */
  code: v.exactOptional(Place),
  /** What each value there means. One that is not named is undecided, and never success. */
  values: v.record(v.string(), v.picklist(OUTCOMES)),
  /** Failures in a row so far, and how many lock (5 where it isn't said, as in the manual). */
  failures: v.exactOptional(Place),
  maxFailures: v.exactOptional(Place),
  /** What is said in words of its own: shown where the outcome is none that is named here. */
  message: v.exactOptional(Place),
  /** The receipt's id. Named here, it must be there for success. */
  id: v.exactOptional(Place),
};
const Schema = v.strictObject(Object.assign(Object.create(null), fields) as typeof fields);

/** See the file's head. */
export type AnswerMap = v.InferOutput<typeof Schema>;

/** The map that an attribute's text declares, or why it is none. */
export function readAnswerMap(text: string): AnswerMap | {readonly problem: string} {
  const read = v.safeParse(Schema, ownFields(parsed(text)));
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = issue.path?.map(({key}) => key).join('.');
  return {problem: place ? `${place}: ${issue.message}` : issue.message};
}
