/**
 * The verification endpoint's contract, v1, written once: from these schemas come the widget's
 * decoder and types and the reference endpoint's validation. All times are integer ms.
 */
import * as v from 'valibot';
import {OCCASIONS} from './occasion.ts';

/**
 * An object schema that looks at the named fields alone. Its table of fields has no prototype:
 * valibot walks it with `for…in`, which would also see what a page adds to `Object.prototype`.
 */
function ownFieldsObject<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object(Object.assign(Object.create(null), entries) as Entries);
}

/** The year 9999: far enough, and within what a date can hold (fuzzing found one that was not). */
const LATEST_MS = 253_402_300_799_999;

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST_MS));
const tally = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

/**
 * A field that an answer can do without: where it is missing, `null` (as many JSON libraries write
 * it) or no such value, it is as if it had not been said, and the rest of the answer still counts.
 */
function lenientOptional<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/** An attempt's key: 128 random bits, as 22 to 64 characters of `[A-Za-z0-9_-]`. */
export const IdempotencyKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/), v.brand('key'));
/** See {@link IdempotencyKey}. One press of 인증하기 makes one. */
export type IdempotencyKey = v.InferOutput<typeof IdempotencyKey>;

/** The body of `POST {endpoint}`: no name, no phone, no user id. */
export const AttemptRequest = ownFieldsObject({
  v: v.literal(1),
  code: v.pipe(v.string(), v.regex(/^[0-9]{6}$/)),
  occasion: v.picklist(OCCASIONS),
  /** The lesson's or the attempt's number. */
  unit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
  /** Opaque, issued by the site's server; says who the trainee is where no session does. */
  ticket: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
});
/** See the schema of the same name. */
export type AttemptRequest = v.InferOutput<typeof AttemptRequest>;

/** Whether a number can be an attempt's `unit`. */
export const isUnit = (unit: number): boolean => v.is(AttemptRequest.entries.unit.wrapped, unit);

/** Whether a text can be an attempt's `ticket`. */
export const isTicket = (ticket: string): boolean =>
  v.is(AttemptRequest.entries.ticket.wrapped, ticket);

/** The ways out of a lock that an endpoint can name (manual: 휴대폰 본인인증, mOTP 등록 초기화). */
export const UNLOCK_METHODS = ['phone-identity', 're-registration'] as const;
/** One of {@link UNLOCK_METHODS}. */
export type UnlockMethod = (typeof UNLOCK_METHODS)[number];

/**
 * What an answer says beside its code. The contract wants the first two always; the widget can do
 * without any of them.
 */
const common = {
  /** The endpoint's clock. */
  serverTime: lenientOptional(milliseconds),
  /** Whether this attempt was counted as a failure. */
  counted: lenientOptional(v.boolean()),
  /** Failures in a row so far. */
  failures: lenientOptional(tally),
  /** How many of them lock (manual: 5회). */
  maxFailures: lenientOptional(tally),
  /** The time step, in seconds. */
  period: lenientOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(3600))),
  /** How long the current step lasts, only where steps are aligned to the epoch (RFC 6238 §4.2). */
  stepEndsInMs: lenientOptional(milliseconds),
};

function response<const Code extends string, Entries extends v.ObjectEntries>(
  code: Code,
  more: Entries,
) {
  return ownFieldsObject({code: v.literal(code), ...common, ...more});
}

/** The ways out that are known here; others are passed over. */
const unlock = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((ways) => UNLOCK_METHODS.filter((way) => ways.includes(way))),
);

/** What can differ between what is registered and what the site expects (manual: 정보 불일치). */
export const IDENTITY_DIFFERENCES = ['name', 'phone', 'spaces'] as const;
/** One of {@link IDENTITY_DIFFERENCES}. `spaces`: the names are the same but for their blanks. */
export type IdentityDifference = (typeof IDENTITY_DIFFERENCES)[number];

/** What differs, as far as it is known here. */
const differs = lenientOptional(
  v.pipe(
    v.array(v.unknown()),
    v.transform((all): readonly IdentityDifference[] =>
      IDENTITY_DIFFERENCES.filter((one) => all.includes(one)),
    ),
  ),
);

/** Seconds; the widget clamps what it makes of it. */
const retryAfter = lenientOptional(v.pipe(v.number(), v.minValue(0)));

/** Every answer of the endpoint to an attempt, told apart by its `code`. */
export const AttemptResponse = v.variant('code', [
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
]);
/** See the schema of the same name. */
export type AttemptResponse = v.InferOutput<typeof AttemptResponse>;

/** What `verified` hands to the page: a reference that the site's server checks, never a proof. */
export interface Receipt {
  readonly verificationId: string;
  /** ms since the epoch, where the endpoint says so. */
  readonly verifiedAt?: number | undefined;
  /** ms since the epoch, where the endpoint says so. */
  readonly expiresAt?: number | undefined;
}

/** The answer of `GET {endpoint}/status`. */
export const StatusResponse = v.variant('code', [
  response('ready', {}),
  response('locked', {unlock}),
]);
/** See the schema of the same name. */
export type StatusResponse = v.InferOutput<typeof StatusResponse>;

/**
 * What an answer's body means, or `undefined` where it is none of the contract's.
 *
 * The body's own fields alone count, so that a page that has added to `Object.prototype` cannot
 * make an answer out of nothing; and `verified` counts with HTTP 200 alone.
 *
 * @param status the answer's HTTP status
 * @param body what its JSON held
 */
export function decodeAttemptResponse(status: number, body: unknown): AttemptResponse | undefined {
  const result = v.safeParse(AttemptResponse, ownFields(body));
  if (!result.success) return undefined;
  return result.output.code === 'verified' && status !== 200 ? undefined : result.output;
}

/** What a status answer's body means, or `undefined` where it is none of the contract's. */
export function decodeStatusResponse(body: unknown): StatusResponse | undefined {
  const result = v.safeParse(StatusResponse, ownFields(body));
  return result.success ? result.output : undefined;
}

/** An object's own fields alone, with no prototype behind them; of anything else nothing. */
export function ownFields(body: unknown): unknown {
  return typeof body === 'object' && body !== null
    ? Object.assign(Object.create(null), body)
    : undefined;
}
