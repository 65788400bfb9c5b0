/**
 * The remote verifier: sends each code to an agency over HTTP, as public integrations do (form-encoded;
 * the response is JSON, `{code, status, msg}`). The agency's URLs are configured; none is known here.
 */
import * as v from 'valibot';
import {AGENCY_CODES} from '../../src/core/agency-codes.ts';
import type {CodeVerifier, IdentityProof, VerifyInput, VerifyResult} from './verifier.ts';
import {evaluationCode} from './evaluation-codes.ts';
import {formatKst} from '../kst.ts';
import type {Log} from '../log.ts';

/** The settings of an agency. */
export interface AgencySettings {
  /** The URL of `otp_accredit`, which verifies a code. */
  readonly accreditUrl: string;
  /** The URL of `user_reset`, which ends a lock. */
  readonly resetUrl: string;
  /** The institute's number at the agency (`AGTID`). */
  readonly institute: string;
  /** How long one request may take with all its retries, in ms; 10 s by default. */
  readonly timeoutMs?: number;
}

/** The agency's response. Its code is a number or a string. */
const AgencyResponse = v.object({
  code: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
});

/** How often a request is sent, at most. */
const MAX_TRIES = 3;

/** The delay before a retry, in ms. */
const RETRY_DELAY_MS = 100;

/** The agency names no delay when it refuses for too many requests. */
const RETRY_AFTER_SECONDS = 5;

/** How long storing the result may take after the agency's timeout, in ms. */
const STORE_TIMEOUT_MS = 5000;

/** The result of a request to the agency. */
type AgencyReply =
  | {readonly kind: 'answered'; readonly code: string}
  /** The request never left this server, so it can be sent again. */
  | {readonly kind: 'not-sent'}
  /** The request was sent; what the agency did with it is unknown. */
  | {readonly kind: 'unknown'};

/** Creates a verifier that sends requests to the agency. */
export function agencyVerifier(settings: AgencySettings, log: Log): CodeVerifier {
  const {accreditUrl, resetUrl, institute, timeoutMs = 10_000} = settings;
  return {
    mode: 'remote',
    timeoutMs: timeoutMs + STORE_TIMEOUT_MS,
    async verify(input) {
      const fields = accreditFields(input, institute);
      if (!fields) {
        log({event: 'agency-error', reason: 'the ticket has no name and phone'});
        return {kind: 'internal'};
      }
      const reply = await postWithRetry(
        accreditUrl,
        fields,
        timeoutMs,
        ({kind}) => kind === 'not-sent',
      );
      if (reply.kind !== 'answered') log({event: 'agency-error', reason: reply.kind});
      switch (reply.kind) {
        case 'answered':
          return toVerifyResult(reply.code, log);
        case 'not-sent':
          return {kind: 'unavailable'};
        case 'unknown':
          return {kind: 'unknown'};
      }
    },
    async unlock(subject, proof) {
      const fields = resetFields(subject, proof, institute);
      if (!fields) return {kind: 'refused'};
      // Ending a lock twice does no harm, so every failure is retried.
      const reply = await postWithRetry(
        resetUrl,
        fields,
        timeoutMs,
        ({kind}) => kind !== 'answered',
      );
      if (reply.kind !== 'answered') return {kind: 'unavailable'};
      if (reply.code === '200') return {kind: 'released'};
      log({event: 'agency-error', reason: `user_reset ${loggableCode(reply.code)}`});
      return {kind: reply.code === 'AP010' ? 'refused' : 'unavailable'};
    },
  };
}

/** Translates a code of the agency. */
function toVerifyResult(code: string, log: Log): VerifyResult {
  const meaning = Object.hasOwn(AGENCY_CODES, code)
    ? AGENCY_CODES[code as keyof typeof AGENCY_CODES]
    : undefined;
  switch (meaning) {
    case 'verified':
      return {kind: 'accepted'};
    case 'code-mismatch':
      return {kind: 'mismatch'};
    case 'identity-mismatch':
      // AP005 does not say what differs, nor whether the trainee is registered at all.
      return {kind: 'identity-mismatch', mismatch: undefined};
    case 'rate-limited':
      return {kind: 'rate-limited', retryAfter: RETRY_AFTER_SECONDS};
    case 'invalid-request':
    case 'locked':
      return {kind: meaning};
    case 'internal':
    case 'unavailable':
      log({event: 'agency-error', reason: code});
      return {kind: meaning};
    case undefined:
      log({event: 'agency-error', reason: `unknown ${loggableCode(code)}`});
      return {kind: 'unknown'};
  }
}

/** Returns a code that looks like the agency's; anything else could be personal data. */
function loggableCode(code: string): string {
  return /^[A-Z0-9]{1,8}$/.test(code) ? code : 'code';
}

function accreditFields({trainee, request, now}: VerifyInput, institute: string) {
  const {subject, identity, course, address = ''} = trainee;
  if (!identity) return undefined;
  const {code, type, unit} = evaluationCode(request);
  return new URLSearchParams({
    USER_NM: identity.name,
    USER_TEL: identity.phone,
    OTPNO: request.code,
    AGTID: institute,
    USRID: subject,
    SESSIONID: crypto.randomUUID(),
    EXIP: address,
    COURSE_AGENT_PK: course?.course ?? '',
    CLASS_AGENT_PK: course?.class ?? '',
    EVAL_CD: code,
    EVAL_TYPE: type,
    CLASS_TME: unit,
    // The server's time: a browser's clock can be wrong.
    USRDT: formatKst(now),
  });
}

function resetFields(
  subject: string,
  {name, phone, transactionId, verifiedAt}: IdentityProof,
  institute: string,
) {
  if (phone === undefined) return undefined;
  return new URLSearchParams({
    USER_NM: name,
    USER_TEL: phone,
    AGTID: institute,
    USRID: subject,
    M_RET: 'T',
    M_RETCD: '0000',
    M_TRNID: transactionId,
    M_TRNDT: formatKst(verifiedAt),
  });
}

/** Sends a request, and retries while that is harmless and the timeout has not passed. */
async function postWithRetry(
  url: string,
  fields: URLSearchParams,
  timeoutMs: number,
  canRetry: (reply: AgencyReply) => boolean,
): Promise<AgencyReply> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (let left = MAX_TRIES - 1; ; left--) {
    const reply = await postOnce(url, fields, deadline);
    if (left === 0 || deadline.aborted || !canRetry(reply)) return reply;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}

async function postOnce(
  url: string,
  body: URLSearchParams,
  signal: AbortSignal,
): Promise<AgencyReply> {
  try {
    const response = await fetch(url, {method: 'POST', body, signal, redirect: 'error'});
    const parsed = v.safeParse(AgencyResponse, JSON.parse(await response.text()));
    return parsed.success ? {kind: 'answered', code: parsed.output.code} : {kind: 'unknown'};
  } catch (error) {
    return {kind: wasNeverSent(error) ? 'not-sent' : 'unknown'};
  }
}

/** Error codes of Node for a connection that was never established. */
const BEFORE_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function wasNeverSent(error: unknown): boolean {
  const {cause} = error as {readonly cause?: {readonly code?: unknown}};
  return typeof cause?.code === 'string' && BEFORE_CONNECTION.has(cause.code);
}
