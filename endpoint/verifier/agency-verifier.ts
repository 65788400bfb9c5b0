/**
 * The authority that an agency is: asked over HTTP in the vocabulary that public integrations show
 * (form-encoded; JSON `{code, status, msg}` back). Its address is configured; none is known here.
 */
import * as v from 'valibot';
import {AGENCY_CODES} from '../../src/core/agency-codes.ts';
import type {CodeVerifier, IdentityProof, VerifyInput, VerifyResult} from './verifier.ts';
import {evaluationCode} from './evaluation-codes.ts';
import {formatKst} from '../kst.ts';
import type {Log} from '../log.ts';

/** What must be set for an agency. */
export interface AgencySettings {
  /** Address of `otp_accredit`, which verifies a code. */
  readonly accreditUrl: string;
  /** Address of `user_reset`, which releases a lock. */
  readonly resetUrl: string;
  /** The institute's number at the agency (AGTID). */
  readonly institute: string;
  /** How long one question may take with all its tries, in ms; 10 s where nothing is set. */
  readonly timeoutMs?: number;
}

/** What the agency answers: the code is a number or a text. */
const AgencyResponse = v.object({
  code: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
});

/** How often a question is put at most. */
const MAX_TRIES = 3;

/** How long to wait before putting it again, in ms. */
const RETRY_DELAY_MS = 100;

/** The agency names no delay when it refuses for too many requests. */
const RETRY_AFTER_SECONDS = 5;

/** How long storing the answer may take after the agency's time, in ms. */
const STORE_TIMEOUT_MS = 5000;

/** What came of putting a question. */
type AgencyReply =
  | {readonly kind: 'answered'; readonly code: string}
  /** It never got there: it can be put again. */
  | {readonly kind: 'not-sent'}
  /** It went out, and what came of it is unknown. */
  | {readonly kind: 'unknown'};

/** The agency at configured addresses. */
export function agencyVerifier(settings: AgencySettings, log: Log): CodeVerifier {
  const {accreditUrl, resetUrl, institute, timeoutMs = 10_000} = settings;
  return {
    mode: 'remote',
    timeoutMs: timeoutMs + STORE_TIMEOUT_MS,
    async verify(question) {
      const fields = accreditFields(question, institute);
      if (!fields) {
        log({event: 'agency-error', reason: 'the ticket says no name and phone'});
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
      // To release a lock twice does no harm, so whatever went wrong is tried again.
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

/** What is fit for a log: a code of the agency's, not whatever a body may hold. */
function loggableCode(code: string): string {
  return /^[A-Z0-9]{1,8}$/.test(code) ? code : 'code';
}

function accreditFields({trainee, request, now}: VerifyInput, institute: string) {
  const {subject, identity, course, address = ''} = trainee;
  if (!identity) return undefined;
  const {code, word, unit} = evaluationCode(request);
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
    EVAL_TYPE: word,
    CLASS_TME: unit,
    // Stamped here: a browser's clock is anything.
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

/** Puts a question, and again as long as that can do no harm and there is time. */
async function postWithRetry(
  url: string,
  fields: URLSearchParams,
  timeoutMs: number,
  isHarmlessAgain: (reply: AgencyReply) => boolean,
): Promise<AgencyReply> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (let left = MAX_TRIES - 1; ; left--) {
    const reply = await postOnce(url, fields, deadline);
    if (left === 0 || deadline.aborted || !isHarmlessAgain(reply)) return reply;
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
    const said = v.safeParse(AgencyResponse, JSON.parse(await response.text()));
    return said.success ? {kind: 'answered', code: said.output.code} : {kind: 'unknown'};
  } catch (error) {
    return {kind: wasNeverSent(error) ? 'not-sent' : 'unknown'};
  }
}

/** Errors of Node before a connection stands. */
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
