/** The attribute `response-map`. */
import {ATTEMPT_RESPONSES} from '../core/contract.ts';
import {ownFields} from '../core/own-fields.ts';
import {parseJson} from './parse-json.ts';

/** What a value can mean: an outcome of the contract, or `ready` in a status response. */
const OUTCOMES = ['ready', ...ATTEMPT_RESPONSES.map(({entries}) => entries.code.literal)] as const;

/** An outcome of the contract, or `ready`. */
export type MappedOutcome = (typeof OUTCOMES)[number];

/** The fields with a place: a dotted path into JSON, or the name of an XML element in angle brackets. */
const PATHS: ReadonlySet<string> = new Set(['code', 'failures', 'maxFailures', 'message', 'id']);

/** Declares what a legacy endpoint's responses mean (docs/legacy-endpoints.md). */
export interface ResponseMap {
  /** Where the outcome is. Without it, the whole body is the outcome, such as a plain `Y`. */
  readonly code?: string;
  /** What each value there means. A value that is not listed leaves the result unknown. */
  readonly values: Readonly<Record<string, MappedOutcome>>;
  /** Where the number of failures in a row is. */
  readonly failures?: string;
  /** Where the number of failures that lock is. Without it, 5 as in the manual. */
  readonly maxFailures?: string;
  /** Where a message is. It is shown when the result is unknown. */
  readonly message?: string;
  /** Where the receipt's ID is. With it, a success without an ID is not accepted. */
  readonly id?: string;
}

/** Parses the attribute `response-map`, or returns what is wrong with it. */
export function parseResponseMap(text: string): ResponseMap | {readonly error: string} {
  const map = ownFields(parseJson(text));
  if (!isRecord(map)) return {error: 'it is no JSON object'};
  const {values, ...paths} = map;
  for (const [name, path] of Object.entries(paths)) {
    if (!PATHS.has(name)) return {error: `it has no field "${name}"`};
    if (typeof path !== 'string' || path === '') return {error: `${name} is no path`};
  }
  if (!isRecord(values)) return {error: 'values is missing'};
  const outcomes: Record<string, MappedOutcome> = ownFields({});
  for (const [value, meaning] of Object.entries(values)) {
    const outcome = OUTCOMES.find((known) => known === meaning);
    if (!outcome) return {error: `values.${value} is no outcome`};
    outcomes[value] = outcome;
  }
  return ownFields({...paths, values: outcomes});
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
