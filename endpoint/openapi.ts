/** The contract as an OpenAPI 3.1 document, generated from the schemas that the endpoint validates by. */
import type * as v from 'valibot';
import {AttemptRequest, IdempotencyKey} from '../src/core/contract.ts';
import {createSchemas, responsesFor, schemaOf, type ResponseName} from './openapi-responses.ts';
import {
  AuditQuery,
  ConfirmationRequest,
  IdentityReport,
  ReceiptQuery,
  RegistrationRequest,
  ResetRequest,
  TicketRequest,
  TicketRevocation,
} from './schemas.ts';

/** The responses of every route whose store can fail. */
const STORE_FAILURES = ['in-progress', 'internal', 'unavailable'] as const;

/** The responses of every route for pages that identifies the trainee. */
const TRAINEE_FAILURES = [
  ...(['session-required', 'ticket-invalid', 'rate-limited'] as const),
  ...STORE_FAILURES,
];

/** The responses to a server that is refused. */
const SERVICE_FAILURES = ['invalid-request', 'forbidden', 'rate-limited'] as const;

/** Creates the OpenAPI document. @param basePath the path of the endpoint */
export function createOpenApi(basePath: string): object {
  const ticket = {
    ...header('Motp-Ticket', {type: 'string', maxLength: 512}, false),
    description: 'Identifies the trainee without a session.',
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'mOTP verification endpoint',
      version: '1',
      description:
        'Verifies the six-digit codes of the mOTP app. Times are ms since the epoch, UTC.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: basePath || '/'}],
    paths: {
      '/': {
        post: {
          operationId: 'attempt',
          summary: 'Evaluates one attempt, at most once for each key.',
          parameters: [
            {
              ...header(
                'Idempotency-Key',
                {type: 'string', pattern: '^"[A-Za-z0-9_-]{22,64}"$'},
                true,
              ),
              description: 'One for each press of 인증하기.',
            },
          ],
          requestBody: requestBodyOf(AttemptRequest),
          responses: responsesFor(
            [
              ...(['verified', 'code-mismatch', 'locked', 'code-expired'] as const),
              ...(['code-replayed', 'not-registered', 'identity-mismatch'] as const),
              ...(['invalid-request', 'key-required', 'key-reused', 'csrf', 'origin'] as const),
              ...TRAINEE_FAILURES,
            ],
            {bodyLimits: true, isReplayable: true},
          ),
        },
      },
      '/attempts/{key}': {
        get: {
          operationId: 'outcome',
          summary: 'Returns the outcome of an attempt; changes nothing.',
          parameters: [pathParameter('key', schemaOf(IdempotencyKey)), ticket],
          responses: responsesFor([
            ...(['verified', 'code-mismatch', 'locked', 'code-expired'] as const),
            ...(['code-replayed', 'attempt-unknown', 'invalid-request'] as const),
            ...TRAINEE_FAILURES,
          ]),
        },
      },
      '/status': {
        get: {
          operationId: 'status',
          summary: 'Returns failures, lock and server time, before any attempt.',
          parameters: [ticket],
          responses: responsesFor([
            ...(['ready', 'status-locked', 'status-not-registered'] as const),
            ...TRAINEE_FAILURES,
          ]),
        },
      },
      '/tickets': {post: postOperation('ticket', TicketRequest, ['issued'])},
      '/tickets/{id}': {
        delete: {
          ...operation('revokeTicket', ['revoked', ...STORE_FAILURES]),
          parameters: [pathParameter('id', schemaOf(TicketRevocation.entries.id))],
        },
      },
      '/registrations': {
        post: postOperation('register', RegistrationRequest, ['pending', ...STORE_FAILURES]),
      },
      '/registrations/confirm': {
        post: postOperation('confirmRegistration', ConfirmationRequest, [
          ...(['registered', 'refusal-device-unknown', 'refusal-code-mismatch'] as const),
          ...STORE_FAILURES,
        ]),
      },
      '/registrations/reset': {
        post: postOperation('reset', ResetRequest, [
          ...(['reset', 'refusal-reference-used'] as const),
          ...STORE_FAILURES,
        ]),
      },
      '/identity-reports': {
        post: postOperation('reportIdentity', IdentityReport, [
          ...(['released', 'refusal-not-registered', 'refusal-identity-mismatch'] as const),
          ...(['refusal-report-outdated', 'refusal-reference-used'] as const),
          ...(['refusal-suspended', 'refusal-refused', 'refusal-unavailable'] as const),
          ...STORE_FAILURES,
        ]),
      },
      '/verifications/{id}': {
        get: {
          ...operation('redeemReceipt', [
            ...(['valid', 'refusal-receipt-unknown', 'refusal-receipt-used'] as const),
            ...STORE_FAILURES,
          ]),
          parameters: [
            pathParameter('id', {type: 'string'}),
            {
              ...header('Idempotency-Key', {type: 'string'}, false),
              description: 'A repeated request with the same key gets the same response.',
            },
            ...queryParameters(ReceiptQuery),
          ],
        },
      },
      '/audit': {
        get: {
          ...operation('audit', ['audit', ...STORE_FAILURES]),
          parameters: queryParameters(AuditQuery),
        },
      },
      '/health/live': {
        get: {
          operationId: 'live',
          summary: 'Whether the process runs.',
          responses: responsesFor(['live']),
        },
      },
      '/health/ready': {
        get: {
          operationId: 'ready',
          summary: 'Whether it can handle requests.',
          responses: responsesFor(['health-ready', 'unavailable']),
        },
      },
    },
    components: {
      schemas: createSchemas(),
      securitySchemes: {
        service: {type: 'http', scheme: 'bearer', description: 'The secret of a server.'},
      },
    },
  };
}

/** Describes an operation for servers. */
function operation(operationId: string, responses: readonly ResponseName[], bodyLimits = false) {
  return {
    operationId,
    security: [{service: []}],
    responses: responsesFor([...responses, ...SERVICE_FAILURES], {bodyLimits}),
  };
}

/** Describes an operation for servers with a body. */
function postOperation(id: string, request: v.GenericSchema, responses: readonly ResponseName[]) {
  return {...operation(id, responses, true), requestBody: requestBodyOf(request)};
}

function requestBodyOf(schema: v.GenericSchema) {
  return {required: true, content: {'application/json': {schema: schemaOf(schema)}}};
}

function header(name: string, schema: object, required: boolean) {
  return {name, in: 'header', required, schema} as const;
}

function pathParameter(name: string, schema: object) {
  return {name, in: 'path', required: true, schema} as const;
}

function queryParameters<Entries extends v.ObjectEntries>({
  entries,
}: v.ObjectSchema<Entries, undefined>) {
  return Object.entries(entries).map(([name, schema]) => {
    return {name, in: 'query', required: true, schema: schemaOf(schema)};
  });
}
