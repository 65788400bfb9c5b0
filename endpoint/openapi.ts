/** The contract as an OpenAPI 3.1 document, generated from the schemas that the endpoint validates by. */
import {toJsonSchema} from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
  AttemptResponse,
  IdempotencyKey,
  AttemptRequest,
  StatusResponse,
} from '../src/core/contract.ts';
import {
  Acknowledgement,
  AuditQuery,
  AuditTrail,
  ConfirmationRequest,
  IdentityReport,
  ReceiptQuery,
  ReceiptResponse,
  RegistrationRequest,
  RegistrationResponse,
  ResetRequest,
  TicketRequest,
  TicketRevocation,
  TicketResponse,
} from './schemas.ts';
import {TicketId} from './tickets.ts';

/** The HTTP statuses of each code (docs/endpoint-contract.md). */
const CODE_STATUSES: Readonly<Record<AttemptResponse['code'], readonly number[]>> = {
  verified: [200],
  'code-mismatch': [422],
  locked: [423],
  'code-expired': [422],
  'code-replayed': [409],
  'not-registered': [409],
  'identity-mismatch': [409],
  'invalid-request': [400, 404, 405, 413, 415],
  'key-required': [400],
  'key-reused': [422],
  'in-progress': [409],
  'attempt-unknown': [404],
  'session-required': [403],
  csrf: [403],
  origin: [403],
  'ticket-invalid': [403],
  'rate-limited': [429],
  unavailable: [503],
  internal: [500],
};

/** The codes of `GET /attempts/{key}`. */
const OUTCOME_CODES: readonly AttemptResponse['code'][] = [
  ...(['verified', 'code-mismatch', 'locked', 'code-expired', 'code-replayed'] as const),
  ...(['attempt-unknown', 'in-progress', 'session-required', 'ticket-invalid'] as const),
  ...(['rate-limited', 'unavailable', 'internal'] as const),
];

/** The codes of `GET /status`, besides its successful response. */
const STATUS_PROBLEMS: readonly AttemptResponse['code'][] = [
  ...(['session-required', 'ticket-invalid'] as const),
  ...(['rate-limited', 'unavailable', 'internal'] as const),
];

/** A JSON Schema. */
type JsonSchema = object;

/** Creates the OpenAPI document. @param basePath the path of the endpoint */
export function createOpenApi(basePath: string): object {
  const ticket = header(
    'Motp-Ticket',
    {type: 'string', maxLength: 512},
    false,
    'Identifies the trainee without a session.',
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'mOTP verification endpoint',
      version: '1',
      description:
        'Verifies the six-digit codes of the mOTP app. Times are ms since the epoch, UTC.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: basePath}],
    paths: {
      '/': {
        post: {
          operationId: 'attempt',
          summary: 'Evaluates one attempt, at most once for each key.',
          parameters: [
            header(
              'Idempotency-Key',
              {type: 'string', pattern: '^"[A-Za-z0-9_-]{22,64}"$'},
              true,
              'One for each press of 인증하기.',
            ),
          ],
          requestBody: requestBodyOf(AttemptRequest),
          responses: responsesFor(Object.keys(CODE_STATUSES) as AttemptResponse['code'][]),
        },
      },
      '/attempts/{key}': {
        get: {
          operationId: 'outcome',
          summary: 'Returns the outcome of an attempt; changes nothing.',
          parameters: [
            {name: 'key', in: 'path', required: true, schema: schemaOf(IdempotencyKey)},
            ticket,
          ],
          responses: responsesFor(OUTCOME_CODES),
        },
      },
      '/status': {
        get: {
          operationId: 'status',
          summary: 'Returns failures, lock and server time, before any attempt.',
          parameters: [ticket],
          responses: {200: okResponse(schemaOf(StatusResponse)), ...responsesFor(STATUS_PROBLEMS)},
        },
      },
      '/tickets': {post: operation('ticket', TicketRequest, TicketResponse, 201)},
      '/tickets/{id}': {
        delete: {
          ...queryOperation('revokeTicket', TicketRevocation, Acknowledgement),
          parameters: [{name: 'id', in: 'path', required: true, schema: schemaOf(TicketId)}],
        },
      },
      '/registrations': {
        post: operation('register', RegistrationRequest, RegistrationResponse, 201),
      },
      '/registrations/confirm': {
        post: operation('confirmRegistration', ConfirmationRequest, Acknowledgement, 200),
      },
      '/registrations/reset': {post: operation('reset', ResetRequest, Acknowledgement, 200)},
      '/identity-reports': {
        post: operation('reportIdentity', IdentityReport, Acknowledgement, 200),
      },
      '/verifications/{id}': {
        get: {
          ...queryOperation('redeemReceipt', ReceiptQuery, ReceiptResponse),
          parameters: [
            {name: 'id', in: 'path', required: true, schema: {type: 'string'}},
            ...queryParameters(ReceiptQuery),
          ],
        },
      },
      '/audit': {get: queryOperation('audit', AuditQuery, AuditTrail)},
      '/health/live': {get: healthOperation('live', 'Whether the process runs.')},
      '/health/ready': {get: healthOperation('ready', 'Whether it can handle requests.')},
    },
    components: {
      schemas: Object.fromEntries(
        AttemptResponse.options.map((option) => [
          option.entries.code.literal,
          problemSchema(option),
        ]),
      ),
      securitySchemes: {
        service: {type: 'http', scheme: 'bearer', description: 'The secret of a server.'},
      },
    },
  };
}

function refTo(code: AttemptResponse['code']): JsonSchema {
  return {$ref: `#/components/schemas/${code}`};
}

function header(name: string, schema: JsonSchema, required: boolean, description: string) {
  return {name, in: 'header', required, schema, description} as const;
}

function schemaOf(schema: v.GenericSchema): JsonSchema {
  const {$schema: _, ...plain} = toJsonSchema(schema, {
    typeMode: 'input',
    target: 'draft-2020-12',
    // A brand exists in TypeScript only.
    ignoreActions: ['brand'],
  });
  return plain;
}

/** Requires `serverTime` and `counted`: the widget can do without them, the contract can't. */
function problemSchema(schema: v.GenericSchema): JsonSchema {
  const plain = schemaOf(schema) as {readonly required: readonly string[]};
  return {...plain, required: [...plain.required, 'serverTime', 'counted']};
}

function content(type: string, schema: JsonSchema) {
  return {[type]: {schema}};
}

function okResponse(schema: JsonSchema) {
  return {description: 'Success.', content: content('application/json', schema)};
}

function requestBodyOf(schema: v.GenericSchema) {
  return {required: true, content: content('application/json', schemaOf(schema))};
}

/** Groups codes into responses by HTTP status. */
function responsesFor(codes: readonly AttemptResponse['code'][]) {
  const byStatus = new Map<number, AttemptResponse['code'][]>();
  for (const code of codes) {
    for (const status of CODE_STATUSES[code]) {
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
  }
  return Object.fromEntries(
    [...byStatus].map(([status, sameStatus]) => {
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      const description = sameStatus.join(', ');
      return [status, {description, content: content(type, {oneOf: sameStatus.map(refTo)})}];
    }),
  );
}

const PROBLEM = {
  description: 'A problem (RFC 9457) with a `code`.',
  content: content('application/problem+json', {
    type: 'object',
    properties: {code: {type: 'string'}},
    required: ['code'],
  }),
} as const;

/** Describes a POST operation for servers. */
function operation(
  id: string,
  request: v.GenericSchema,
  response: v.GenericSchema,
  status: 200 | 201,
) {
  return {
    operationId: id,
    security: [{service: []}],
    requestBody: requestBodyOf(request),
    responses: {[status]: okResponse(schemaOf(response)), default: PROBLEM},
  };
}

/** Describes an operation for servers without a body. */
function queryOperation<Entries extends v.ObjectEntries>(
  id: string,
  request: v.ObjectSchema<Entries, undefined>,
  response: v.GenericSchema,
) {
  return {
    operationId: id,
    security: [{service: []}],
    parameters: queryParameters(request),
    responses: {200: okResponse(schemaOf(response)), default: PROBLEM},
  };
}

function queryParameters<Entries extends v.ObjectEntries>({
  entries,
}: v.ObjectSchema<Entries, undefined>) {
  return Object.entries(entries).map(([name, schema]) => {
    return {name, in: 'query', required: true, schema: schemaOf(schema)};
  });
}

function healthOperation(id: string, summary: string) {
  const schema = {type: 'object', properties: {code: {const: id}}, required: ['code']};
  const responses = {200: okResponse(schema), default: PROBLEM};
  return {operationId: id, summary, responses};
}
