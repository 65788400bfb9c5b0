/** The rules that every answer of the endpoint keeps, whatever it was asked (docs/endpoint-contract.md). */
import {
  ATTEMPT_RESPONSES,
  decodeAttemptResponse,
  decodeStatusResponse,
} from '../src/core/contract.ts';
import {MAX_FAILURES} from '../src/core/max-failures.ts';
import {show} from './check.ts';
import type {Exchange} from './endpoint.ts';
import {STEP_MS} from './totp.ts';

/** A rule of all answers. */
export interface AnswerRule {
  /** A sentence that is true of a correct endpoint. */
  readonly name: string;
  /** Returns why an answer breaks the rule, as sentences; none if it keeps it. */
  readonly failures: (exchange: Exchange) => readonly string[];
}

/** The statuses of each code. */
const STATUSES: Readonly<Record<string, readonly number[]>> = {
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

/** The statuses of a status response. */
const STATUSES_OF_STATUS: typeof STATUSES = {...STATUSES, ready: [200], locked: [200]};

/** The codes that can count. */
const COUNTING = new Set(['code-mismatch', 'locked']);

/** How far the endpoint's clock may be off, in ms. */
const MAX_CLOCK_ERROR_MS = 5000;

/** The rules, in the order in which they are printed. */
export const ANSWER_RULES: readonly AnswerRule[] = [
  {
    name: 'every answer has a code of the contract, with its status',
    failures({request, status, body}) {
      const table = request.route === 'status' ? STATUSES_OF_STATUS : STATUSES;
      const code = body['code'];
      const statuses =
        typeof code === 'string' && Object.hasOwn(table, code) ? table[code] : undefined;
      if (!statuses) return [`code ${show(code)} is not one of the contract`];
      const expected = statuses.join(' or ');
      return statuses.includes(status)
        ? []
        : [`${String(code)} has status ${status} instead of ${expected}`];
    },
  },
  {
    name: 'every answer has its fields, each as in the schemas',
    failures: ({request, status, body}) => [
      ...requiredFields(body).flatMap((field) =>
        body[field] === undefined ? [`${show(body['code'])} has no ${field}`] : [],
      ),
      ...invalidFields(request.route === 'status', status, body),
      ...(typeof body['counted'] === 'boolean' ? [] : [`counted is ${show(body['counted'])}`]),
      ...(body['counted'] === true && !COUNTING.has(String(body['code']))
        ? [`${show(body['code'])} is counted`]
        : []),
      ...impossibleFailures(body),
    ],
  },
  {
    name: 'every answer is JSON, or a problem, and is neither stored nor sniffed',
    failures({status, headers}) {
      const type = status >= 400 ? 'application/problem+json' : 'application/json';
      const sent = headers.get('Content-Type') ?? 'missing';
      const isType = sent.split(';')[0]?.trim().toLowerCase() === type;
      const cache = headers.get('Cache-Control') ?? '';
      return [
        ...(isType ? [] : [`Content-Type is ${sent} instead of ${type}`]),
        ...(/\bno-store\b/i.test(cache) ? [] : ['no Cache-Control: no-store']),
        ...(headers.get('X-Content-Type-Options')?.toLowerCase() === 'nosniff'
          ? []
          : ['no X-Content-Type-Options: nosniff']),
      ];
    },
  },
  {
    name: 'the server’s clock is right to 5 s',
    failures: (exchange) => [...clockFailures(exchange), ...stepEndFailures(exchange)],
  },
  {
    name: 'a refusal that says when to come back says so in Retry-After as well',
    failures({status, headers, body}) {
      const needsIt = status === 429 || status === 503;
      const retryAfter = headers.get('Retry-After');
      if (needsIt && !/^\d+$/.test(retryAfter ?? '')) return [`${status} without Retry-After`];
      return body['retryAfter'] !== undefined && retryAfter !== show(body['retryAfter'])
        ? [`Retry-After is ${retryAfter ?? 'missing'}, retryAfter ${show(body['retryAfter'])}`]
        : [];
    },
  },
];

/** Says which foreign origins an answer lets read it. */
export const CORS_RULE: AnswerRule = {
  name: 'no answer lets a foreign page read it',
  failures({request, headers}) {
    const allowed = headers.get('Access-Control-Allow-Origin');
    const {Origin: origin} = request.headers;
    if (allowed === null) return [];
    if (allowed === '*' || allowed === 'null') return [`Access-Control-Allow-Origin is ${allowed}`];
    return origin !== undefined && FOREIGN_ORIGIN.test(origin) && allowed === origin
      ? [`Access-Control-Allow-Origin is ${allowed}, as the request asked`]
      : [];
  },
};

/** The origins of pages that no site allows: the reserved domain of RFC 2606. */
const FOREIGN_ORIGIN = /\.invalid(?::\d+)?$/;

/** Returns whether the rules apply to an exchange: to the contract’s own routes and to JSON. */
export function isAnswerOfContract({request, status, isJson}: Exchange): boolean {
  if (request.route === 'service' || request.route === 'other') return false;
  // The widget understands the login page of an interceptor, and the redirect to it.
  const isSignedOut = !isJson && (status === 401 || status === 403 || status < 400);
  return !isSignedOut;
}

function requiredFields({code}: Exchange['body']): readonly string[] {
  if (code === 'verified') return ['verificationId'];
  if (code === 'locked') return ['unlock'];
  return code === 'identity-mismatch' ? ['differs'] : [];
}

/** Names the fields that the widget would ignore: they are there, and the schema refuses them. */
function invalidFields(isStatus: boolean, status: number, body: Exchange['body']): string[] {
  const decoded = isStatus ? decodeStatusResponse(body) : decodeAttemptResponse(status, body);
  const isKnown =
    isStatus || ATTEMPT_RESPONSES.some(({entries}) => entries.code.literal === body['code']);
  // A refusal is no status response.
  if (!decoded)
    return isKnown && !(isStatus && status >= 400) ? ['the widget can’t decode it'] : [];
  return Object.entries(body).flatMap(([name, value]) => {
    if (!Object.hasOwn(decoded, name)) return [];
    const read = (decoded as Readonly<Record<string, unknown>>)[name];
    const isWhole =
      !Array.isArray(value) || value.length === (read as unknown[] | undefined)?.length;
    const isRead = read !== undefined && isWhole && Array.isArray(value) === Array.isArray(read);
    return isRead ? [] : [`${name} is ${show(value)}`];
  });
}

function impossibleFailures({code, failures, maxFailures}: Exchange['body']): string[] {
  const hasRightMaximum = maxFailures === undefined || maxFailures === MAX_FAILURES;
  const isLocked = code === 'locked' || typeof failures !== 'number' || failures < MAX_FAILURES;
  return [
    ...(hasRightMaximum ? [] : [`maxFailures is ${show(maxFailures)} instead of ${MAX_FAILURES}`]),
    ...(isLocked ? [] : [`${show(code)} with ${show(failures)} failures, which lock`]),
  ];
}

function clockFailures({request, headers, body, sentAt, answeredAt}: Exchange): string[] {
  const {serverTime} = body;
  if (typeof serverTime !== 'number') return [`serverTime is ${show(serverTime)}`];
  // A stored answer has the time of its attempt.
  const isStored = request.route === 'outcome' || headers.has('Idempotency-Replayed');
  const behind = isStored ? 0 : sentAt - serverTime;
  const error = Math.max(behind, serverTime - answeredAt);
  return error > MAX_CLOCK_ERROR_MS
    ? [`serverTime is ${Math.round(error / 1000)} s off this machine’s clock`]
    : [];
}

function stepEndFailures({body}: Exchange): string[] {
  const {serverTime, stepEndsInMs} = body;
  if (typeof serverTime !== 'number' || typeof stepEndsInMs !== 'number') return [];
  const error = Math.abs((serverTime + stepEndsInMs) % STEP_MS);
  return Math.min(error, STEP_MS - error) > MAX_CLOCK_ERROR_MS
    ? [`stepEndsInMs ${stepEndsInMs} is not the end of the step`]
    : [];
}
