/**
 * The schemas of the endpoint contract, v1 (docs/endpoint-contract.md). The widget decodes responses
 * with them, and the reference endpoint validates requests. All times are integers in ms.
 */
import * as v from 'valibot';
import {OCCASIONS} from './occasion.ts';
import {ownFields} from './own-fields.ts';

/**
 * Creates an object schema whose table of fields has no prototype. Valibot iterates over that table
 * with `for…in`, which would also visit what a page has added to `Object.prototype`.
 */
function ownFieldsObject<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object(ownFields(entries));
}

/** The end of the year 9999: within the range of `Date`, which the fuzz tests once exceeded. */
const LATEST_MS = 253_402_300_799_999;

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST_MS));
const failures = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

/**
 * Makes a response field optional. A missing field, an invalid value and `null`, which many JSON
 * libraries write, become `undefined`. The rest of the response stays valid.
 */
function lenientOptional<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/** An idempotency key: at least 128 random bits, as 22 to 64 characters of `[A-Za-z0-9_-]`. */
export const IdempotencyKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/), v.brand('key'));
/** Identifies one press of 인증하기. However often the request arrives, it counts once. */
export type IdempotencyKey = v.InferOutput<typeof IdempotencyKey>;

/** The body of `POST {endpoint}`. It has no name, no phone number and no user ID. */
export const AttemptRequest = ownFieldsObject({
  v: v.literal(1),
  code: v.pipe(v.string(), v.regex(/^[0-9]{6}$/)),
  occasion: v.picklist(OCCASIONS),
  /** The number of the lesson, or of the attempt at a test. */
  unit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
  /** Issued by the site's server; identifies the trainee where no session does. Opaque. */
  ticket: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
});
/** The request that asks the endpoint to evaluate one code. */
export type AttemptRequest = v.InferOutput<typeof AttemptRequest>;

/** Returns whether a number is a valid `unit` of an attempt. */
export const isUnit = (unit: number): boolean => v.is(AttemptRequest.entries.unit.wrapped, unit);

/** Returns whether a text is a valid `ticket` of an attempt. */
export const isTicket = (ticket: string): boolean =>
  v.is(AttemptRequest.entries.ticket.wrapped, ticket);

/** The methods that release a lock (manual: 휴대폰 본인인증, mOTP 등록 초기화). */
export const UNLOCK_METHODS = ['phone-identity', 're-registration'] as const;
/** A method that releases a lock: one of {@link UNLOCK_METHODS}. */
export type UnlockMethod = (typeof UNLOCK_METHODS)[number];

/**
 * The fields that every response may have beside `code`. The contract requires the first two; the
 * widget requires none of them.
 */
const common = {
  /** The endpoint's time, in ms since the epoch. */
  serverTime: lenientOptional(milliseconds),
  /** Whether this attempt counted as a failure. */
  counted: lenientOptional(v.boolean()),
  /** Failures in a row so far. */
  failures: lenientOptional(failures),
  /** How many of them lock (manual: 5회). */
  maxFailures: lenientOptional(failures),
  /** The length of a time step, in s. */
  period: lenientOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(3600))),
  /** Time left of the current step. Only where steps are aligned to the epoch (RFC 6238 §4.2). */
  stepEndsInMs: lenientOptional(milliseconds),
};

function response<const Code extends string, Entries extends v.ObjectEntries>(
  code: Code,
  more: Entries,
) {
  return ownFieldsObject({code: v.literal(code), ...common, ...more});
}

/** Creates the schema of a list that keeps its known values and ignores the rest. */
function knownValues<const Value>(known: readonly Value[]) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((values): readonly Value[] => known.filter((value) => values.includes(value))),
  );
}

const unlock = v.fallback(knownValues(UNLOCK_METHODS), []);

/** How the app's registered identity can differ from the site's (manual: 정보 불일치). */
export const IDENTITY_DIFFERENCES = ['name', 'phone', 'spaces'] as const;
/** One of {@link IDENTITY_DIFFERENCES}. `spaces`: the names differ only in their spaces. */
export type IdentityDifference = (typeof IDENTITY_DIFFERENCES)[number];

const differs = lenientOptional(knownValues(IDENTITY_DIFFERENCES));

/** In s. The widget limits the value where it uses it. */
const retryAfter = lenientOptional(v.pipe(v.number(), v.minValue(0)));

/** The schema of each response to an attempt, or to a query by key. */
export const ATTEMPT_RESPONSES = [
  response('verified', {
    verificationId: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,512}$/)),
    verifiedAt: lenientOptional(milliseconds),
    expiresAt: lenientOptional(milliseconds),
  }),
  response('code-mismatch', {}),
  response('locked', {unlock, lockedAt: lenientOptional(milliseconds)}),
  response('code-expired', {}),
  response('code-replayed', {nextCodeInMs: lenientOptional(milliseconds)}),
  response('not-registered', {}),
  response('identity-mismatch', {differs}),
  response('invalid-request', {}),
  response('key-required', {}),
  response('key-reused', {}),
  response('in-progress', {retryAfter}),
  response('attempt-unknown', {}),
  response('session-required', {}),
  response('csrf', {}),
  response('origin', {}),
  response('ticket-invalid', {}),
  response('rate-limited', {retryAfter}),
  response('unavailable', {retryAfter}),
  response('internal', {instance: lenientOptional(v.string())}),
] as const;
/** The endpoint's response to an attempt, or to a query by key, discriminated by `code`. */
export type AttemptResponse = v.InferOutput<(typeof ATTEMPT_RESPONSES)[number]>;

/** What `verified` gives to the page. The site's server must check it; it proves nothing itself. */
export interface Receipt {
  readonly verificationId: string;
  /** In ms since the epoch. */
  readonly verifiedAt?: number | undefined;
  /** In ms since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** The schema of each response of `GET {endpoint}/status`. */
export const STATUS_RESPONSES = [
  response('ready', {}),
  response('locked', {unlock}),
  response('not-registered', {}),
] as const;
/** The account's present status, discriminated by `code`. */
export type StatusResponse = v.InferOutput<(typeof STATUS_RESPONSES)[number]>;

/**
 * Decodes the response to an attempt. Returns `undefined` if the body does not follow the contract.
 *
 * Only own fields count, so that a page that has added to `Object.prototype` can't create a response.
 * `verified` is valid only with HTTP status 200.
 *
 * @param status the HTTP status
 * @param body the parsed JSON
 */
export function decodeAttemptResponse(status: number, body: unknown): AttemptResponse | undefined {
  const decoded = decodeByCode(ATTEMPT_RESPONSES, body);
  return decoded?.code === 'verified' && status !== 200 ? undefined : decoded;
}

/** Decodes a status response. Returns `undefined` if the body does not follow the contract. */
export function decodeStatusResponse(body: unknown): StatusResponse | undefined {
  return decodeByCode(STATUS_RESPONSES, body);
}

/** A schema of objects with a `code` of its own. */
type SchemaWithCode = v.GenericSchema & {
  readonly entries: {readonly code: {readonly literal: string}};
};

/** Decodes a body by the schema of its `code`. It does less than `variant` of Valibot, in less code. */
function decodeByCode<Schema extends SchemaWithCode>(
  schemas: readonly Schema[],
  body: unknown,
): v.InferOutput<Schema> | undefined {
  const fields = ownFields(body) as {readonly code?: unknown} | null | undefined;
  const schema = schemas.find(({entries}) => entries.code.literal === fields?.code);
  const result = schema && v.safeParse(schema, fields);
  return result?.success ? result.output : undefined;
}
