/** The responses of the OpenAPI document: their statuses, fields and headers. */
import {toJsonSchema} from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  ATTEMPT_RESPONSES,
  STATUS_RESPONSES,
  type AttemptResponse,
  type StatusResponse,
} from '../src/core/contract.ts';
import {
  Acknowledgement,
  AuditTrail,
  ReceiptResponse,
  RegistrationResponse,
  TicketResponse,
} from './schemas.ts';

/** A JSON Schema of an object. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
}

type AttemptCode = AttemptResponse['code'];

/** The HTTP status of each response to a page (docs/endpoint-contract.md). */
const ATTEMPT_STATUSES = {
  verified: 200,
  'code-mismatch': 422,
  locked: 423,
  'code-expired': 422,
  'code-replayed': 409,
  'not-registered': 409,
  'identity-mismatch': 409,
  'invalid-request': 400,
  'key-required': 400,
  'key-reused': 422,
  'in-progress': 409,
  'attempt-unknown': 404,
  'session-required': 403,
  csrf: 403,
  origin: 403,
  'ticket-invalid': 403,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<AttemptCode, number>;

/** The HTTP status of each response to a server, besides those of {@link ATTEMPT_STATUSES}. */
const SERVICE_STATUSES = {
  issued: 201,
  pending: 201,
  registered: 200,
  released: 200,
  reset: 200,
  revoked: 200,
  valid: 200,
  audit: 200,
  live: 200,
  'health-ready': 200,
  ready: 200,
  'status-locked': 200,
  'status-not-registered': 200,
  forbidden: 403,
  'refusal-device-unknown': 409,
  'refusal-code-mismatch': 422,
  'refusal-reference-used': 409,
  'refusal-not-registered': 409,
  'refusal-identity-mismatch': 409,
  'refusal-report-outdated': 409,
  'refusal-suspended': 409,
  'refusal-refused': 422,
  'refusal-unavailable': 503,
  'refusal-receipt-unknown': 404,
  'refusal-receipt-used': 409,
} as const;

const STATUSES = {...ATTEMPT_STATUSES, ...SERVICE_STATUSES};

/** The name of a response: a schema of the document. */
export type ResponseName = keyof typeof STATUSES;

/** The responses that describe an account; only they have its failures and its time step. */
const ABOUT_ACCOUNT: ReadonlySet<string> = new Set(
  'verified code-mismatch locked code-expired code-replayed identity-mismatch'.split(' '),
);

/** The fields that only a response about an account has. */
const ACCOUNT_FIELDS = new Set(['failures', 'maxFailures', 'period', 'stepEndsInMs']);

/** A name and a phone number, masked. */
const MASKED = schemaOf(v.object({name: v.string(), phone: v.string()}));

/** Fields of this endpoint that the contract does not name. */
const MORE_FIELDS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'invalid-request': {errors: {type: 'array', items: {type: 'string'}}},
  'identity-mismatch': {registered: MASKED, expected: MASKED},
};

/** The fields of every problem (RFC 9457). */
const PROBLEM_FIELDS = {title: {type: 'string'}, status: {type: 'integer'}} as const;

const TIME = {type: 'integer', minimum: 0} as const;

/** Creates the schema of each response. */
export function createSchemas(): Readonly<Record<ResponseName, ObjectSchema>> {
  const attempts = ATTEMPT_RESPONSES.map((option) => {
    const code = option.entries.code.literal;
    return [code, attemptSchema(code, schemaOf(option))] as const;
  });
  const acknowledgements = Acknowledgement.entries.code.options.map(
    (code) => [code, withCode(code, {serverTime: TIME})] as const,
  );
  const refusals = Object.keys(SERVICE_STATUSES)
    .filter((name) => name.startsWith(REFUSAL) || name === 'forbidden')
    .map((name) => [name, refusalSchema(name.replace(REFUSAL, ''))] as const);
  const statuses = STATUS_RESPONSES.map((option) => {
    const code = option.entries.code.literal;
    return [
      code === 'ready' ? code : `status-${code}`,
      statusSchema(code, schemaOf(option)),
    ] as const;
  });
  return Object.fromEntries([
    ...attempts,
    ...acknowledgements,
    ...refusals,
    ...statuses,
    ['issued', schemaOf(TicketResponse)],
    ['pending', schemaOf(RegistrationResponse)],
    ['valid', schemaOf(ReceiptResponse)],
    ['audit', schemaOf(AuditTrail)],
    ['live', withCode('live', {})],
    ['health-ready', withCode('ready', {})],
  ]) as Record<ResponseName, ObjectSchema>;
}

const REFUSAL = 'refusal-';

/** What {@link responsesFor} adds. */
export interface ResponseOptions {
  /** Whether a body can be too long or of the wrong type: 413 and 415. */
  readonly bodyLimits?: boolean;
  /** Whether a repeated request gets the same response, with `Idempotency-Replayed`. */
  readonly isReplayable?: boolean;
}

/** Groups responses by HTTP status. */
export function responsesFor(
  names: readonly ResponseName[],
  {bodyLimits = false, isReplayable = false}: ResponseOptions = {},
): object {
  const pairs = names.map((name) => [STATUSES[name], name] as const);
  const limits = [413, 415].map((status) => [status, 'invalid-request'] as const);
  const all: readonly (readonly [number, ResponseName])[] = bodyLimits
    ? [...pairs, ...limits]
    : pairs;
  const statuses = [...new Set(all.map(([status]) => status))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const same = all.flatMap(([other, name]) => (other === status ? [name] : []));
      return [status, responseOf(status, same, isReplayable)];
    }),
  );
}

/** The responses that are kept under the key of an attempt; `unavailable` by a remote verifier alone. */
const KEPT: ReadonlySet<string> = new Set(
  'verified code-mismatch locked code-expired code-replayed unavailable'.split(' '),
);

/** The responses that say when another request makes sense. */
const WITH_RETRY_AFTER: ReadonlySet<string> = new Set([
  'in-progress',
  'rate-limited',
  'unavailable',
]);

function responseOf(status: number, names: readonly ResponseName[], isReplayable: boolean): object {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const hasRetryAfter = names.some((name) => WITH_RETRY_AFTER.has(name));
  const isKept = isReplayable && names.some((name) => KEPT.has(name));
  const headers = {
    ...HEADERS,
    ...(hasRetryAfter && {'Retry-After': headerOf('Seconds.', 'integer')}),
    ...(isKept && {'Idempotency-Replayed': headerOf('`true` for a repeated request.')}),
  };
  const schema = {oneOf: names.map((name) => ({$ref: `#/components/schemas/${name}`}))};
  return {description: names.join(', '), headers, content: {[type]: {schema}}};
}

/** The headers of every response. */
const HEADERS = {
  'X-Request-Id': headerOf(
    'Identifies the request in the log; that of the request, if it had one.',
  ),
  'Cache-Control': headerOf('`no-store`'),
  'X-Content-Type-Options': headerOf('`nosniff`'),
};

function headerOf(description: string, type = 'string'): object {
  return {description, schema: {type}};
}

/** Describes a response to a page. The contract requires `serverTime` and `counted`. */
function attemptSchema(code: AttemptCode, {properties, required}: ObjectSchema): ObjectSchema {
  const own = Object.entries(properties).filter(
    ([name]) => ABOUT_ACCOUNT.has(code) || !ACCOUNT_FIELDS.has(name),
  );
  const problem = ATTEMPT_STATUSES[code] >= 400 && PROBLEM_FIELDS;
  return {
    type: 'object',
    properties: {...Object.fromEntries(own), ...MORE_FIELDS[code], ...problem},
    required: [...required, 'serverTime', 'counted'],
  };
}

function statusSchema(
  code: StatusResponse['code'],
  {properties, required}: ObjectSchema,
): ObjectSchema {
  const own = Object.entries(properties).filter(
    ([name]) => code !== 'not-registered' || !ACCOUNT_FIELDS.has(name),
  );
  const lockedAt = code === 'locked' && {lockedAt: TIME};
  return {
    type: 'object',
    properties: {...Object.fromEntries(own), ...lockedAt, expected: MASKED},
    required: [...required, 'serverTime', 'counted'],
  };
}

function refusalSchema(code: string): ObjectSchema {
  return withCode(code, {...PROBLEM_FIELDS, serverTime: TIME});
}

function withCode(code: string, properties: ObjectSchema['properties']): ObjectSchema {
  return {
    type: 'object',
    properties: {code: {const: code}, ...properties},
    required: ['code', ...Object.keys(properties)],
  };
}

/** Converts a schema into JSON Schema. */
export function schemaOf(schema: v.GenericSchema): ObjectSchema {
  const {$schema: _, ...plain} = toJsonSchema(schema, {
    typeMode: 'input',
    target: 'draft-2020-12',
    // A brand exists in TypeScript only.
    ignoreActions: ['brand'],
  });
  return plain as unknown as ObjectSchema;
}
