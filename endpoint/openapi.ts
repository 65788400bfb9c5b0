/** The contract as an OpenAPI 3.1 document, made from the schemas that the endpoint itself uses. */
import {toJsonSchema} from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
  AttemptResponse,
  IdempotencyKey,
  AttemptRequest,
  StatusResponse,
} from '../src/core/contract.ts';
import {
  AuditQuery,
  AuditTrail,
  ReceiptResponse,
  Acknowledgement,
  IdentityReport,
  RegistrationResponse,
  ReceiptQuery,
  RegistrationRequest,
  ResetRequest,
  TicketResponse,
  TicketRequest,
} from './schemas.ts';

/** The statuses with which each answer goes out (contract's table). */
const STATUSES: Readonly<Record<AttemptResponse['code'], readonly number[]>> = {
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

/** What an answer to asking by key can be beside the outcomes that are kept. */
const OUTCOME_CODES: readonly AttemptResponse['code'][] = [
  ...(['verified', 'code-mismatch', 'locked', 'code-expired', 'code-replayed'] as const),
  ...(['attempt-unknown', 'in-progress', 'session-required', 'ticket-invalid'] as const),
  ...(['rate-limited', 'unavailable', 'internal'] as const),
];

const STATUS_PROBLEMS: readonly AttemptResponse['code'][] = [
  ...(['session-required', 'ticket-invalid', 'not-registered'] as const),
  ...(['rate-limited', 'unavailable', 'internal'] as const),
];

/** A JSON schema; what is in it is the schema's own affair. */
type JsonSchema = object;

/** @param basePath where the endpoint is served */
export function createOpenApi(basePath: string): object {
  const ticket = header('Motp-Ticket', {type: 'string', maxLength: 512}, false, 'No session: who.');
  return {
    openapi: '3.1.0',
    info: {
      title: 'mOTP verification endpoint',
      version: '1',
      description: 'Decides the six digits of the mOTP app; times are ms since the epoch, UTC.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: basePath}],
    paths: {
      '/': {
        post: {
          operationId: 'attempt',
          summary: 'Decides one attempt, at most once for each key.',
          parameters: [
            header(
              'Idempotency-Key',
              {type: 'string', pattern: '^"[A-Za-z0-9_-]{22,64}"$'},
              true,
              'One press of 인증하기 makes one.',
            ),
          ],
          requestBody: requestBodyOf(AttemptRequest),
          responses: responsesFor(Object.keys(STATUSES) as AttemptResponse['code'][]),
        },
      },
      '/attempts/{key}': {
        get: {
          operationId: 'outcome',
          summary: 'What became of an attempt; changes nothing.',
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
          summary: 'Failures, lock and server time, before any attempt.',
          parameters: [ticket],
          responses: {200: okResponse(schemaOf(StatusResponse)), ...responsesFor(STATUS_PROBLEMS)},
        },
      },
      '/tickets': {post: operation('ticket', TicketRequest, TicketResponse, 201)},
      '/registrations': {
        post: operation('register', RegistrationRequest, RegistrationResponse, 201),
      },
      '/registrations/reset': {post: operation('reset', ResetRequest, Acknowledgement, 200)},
      '/identity-reports': {
        post: operation('reportIdentity', IdentityReport, Acknowledgement, 200),
      },
      '/verifications/{id}': {
        get: {
          ...queryOperation('checkReceipt', ReceiptQuery, ReceiptResponse),
          parameters: [
            {name: 'id', in: 'path', required: true, schema: {type: 'string'}},
            ...queryParameters(ReceiptQuery),
          ],
        },
      },
      '/audit': {get: queryOperation('audit', AuditQuery, AuditTrail)},
      '/health/live': {get: healthOperation('live', 'Whether the process runs.')},
      '/health/ready': {get: healthOperation('ready', 'Whether it can be given work.')},
    },
    components: {
      schemas: Object.fromEntries(
        AttemptResponse.options.map((option) => [
          option.entries.code.literal,
          problemSchema(option),
        ]),
      ),
      securitySchemes: {
        party: {type: 'http', scheme: 'bearer', description: 'The secret of a server.'},
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
    // It tells keys from other texts in TypeScript alone.
    ignoreActions: ['brand'],
  });
  return plain;
}

/** The widget can do without them; the contract wants them always. */
function problemSchema(schema: v.GenericSchema): JsonSchema {
  const plain = schemaOf(schema) as {readonly required: readonly string[]};
  return {...plain, required: [...plain.required, 'serverTime', 'counted']};
}

function content(type: string, schema: JsonSchema) {
  return {[type]: {schema}};
}

function okResponse(schema: JsonSchema) {
  return {description: 'Done.', content: content('application/json', schema)};
}

function requestBodyOf(schema: v.GenericSchema) {
  return {required: true, content: content('application/json', schemaOf(schema))};
}

/** Responses by status, each with the answers that go out with it. */
function responsesFor(codes: readonly AttemptResponse['code'][]) {
  const byStatus = new Map<number, AttemptResponse['code'][]>();
  for (const code of codes) {
    for (const status of STATUSES[code]) {
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => {
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      const description = those.join(', ');
      return [status, {description, content: content(type, {oneOf: those.map(refTo)})}];
    }),
  );
}

const PROBLEM = {
  description: 'A problem of RFC 9457 with a `code`.',
  content: content('application/problem+json', {
    type: 'object',
    properties: {code: {type: 'string'}},
    required: ['code'],
  }),
} as const;

/** An operation of the server door. */
function operation(id: string, heard: v.GenericSchema, said: v.GenericSchema, status: 200 | 201) {
  return {
    operationId: id,
    security: [{party: []}],
    requestBody: requestBodyOf(heard),
    responses: {[status]: okResponse(schemaOf(said)), default: PROBLEM},
  };
}

function queryOperation<Entries extends v.ObjectEntries>(
  id: string,
  heard: v.ObjectSchema<Entries, undefined>,
  said: v.GenericSchema,
) {
  return {
    operationId: id,
    security: [{party: []}],
    parameters: queryParameters(heard),
    responses: {200: okResponse(schemaOf(said)), default: PROBLEM},
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
