/**
 * The authority that an agency is: asked over HTTP in the vocabulary that public integrations show
 * (form-encoded; JSON `{code, status, msg}` back). Its address is configured; none is known here.
 */
import * as v from 'valibot';
import type {CodeAuthority, Proof, Question, Verdict} from './verifier.ts';
import {evaluationOf} from './agency-codes.ts';
import {koreanTime} from '../kst.ts';
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
const Said = v.object({code: v.pipe(v.union([v.string(), v.number()]), v.transform(String))});

/** How often a question is put at most. */
const TRIES = 3;

/** How long to wait before putting it again, in ms. */
const PAUSE_MS = 100;

/** How long storing the answer may take after the agency's time, in ms. */
const STORING_MS = 5000;

/** What came of putting a question. */
type Reply =
  | {readonly is: 'said'; readonly code: string}
  /** It never got there: it can be put again. */
  | {readonly is: 'not-sent'}
  /** It went out, and what came of it is unknown. */
  | {readonly is: 'unknown'};

/** The agency at configured addresses. */
export function agencyAuthority(settings: AgencySettings, log: Log): CodeAuthority {
  const {accreditUrl, resetUrl, institute, timeoutMs = 10_000} = settings;
  return {
    decides: 'elsewhere',
    withinMs: timeoutMs + STORING_MS,
    async judge(question) {
      const fields = accreditFields(question, institute);
      if (!fields) {
        log({event: 'agency-trouble', reason: 'the ticket says no name and phone'});
        return {is: 'internal'};
      }
      const reply = await put(accreditUrl, fields, timeoutMs, ({is}) => is === 'not-sent');
      if (reply.is !== 'said') log({event: 'agency-trouble', reason: reply.is});
      switch (reply.is) {
        case 'said':
          return verdictOf(reply.code, log);
        case 'not-sent':
          return {is: 'unavailable'};
        case 'unknown':
          return {is: 'unknown'};
      }
    },
    async release(subject, proof) {
      const fields = resetFields(subject, proof, institute);
      if (!fields) return {is: 'refused'};
      // To release a lock twice does no harm, so whatever went wrong is tried again.
      const reply = await put(resetUrl, fields, timeoutMs, ({is}) => is !== 'said');
      if (reply.is !== 'said') return {is: 'unavailable'};
      if (reply.code === '200') return {is: 'released'};
      log({event: 'agency-trouble', reason: `user_reset ${agencyCode(reply.code)}`});
      return {is: reply.code === 'AP010' ? 'refused' : 'unavailable'};
    },
  };
}

/** What the agency's code means (domain.md's table). */
function verdictOf(code: string, log: Log): Verdict {
  switch (code) {
    case '200':
      return {is: 'right'};
    case 'AP001':
      return {is: 'wrong'};
    case 'AP002':
    case 'AP003':
    case 'AP004':
    case 'AP012':
      return {is: 'invalid-request'};
    case 'AP005':
      // Not registered, or registered otherwise: the agency does not tell them apart.
      return {is: 'identity-mismatch', comparison: undefined};
    case 'AP009':
      return {is: 'locked'};
    case 'WE005':
      return {is: 'rate-limited', retryAfter: 5};
    case 'WE001':
    case 'WE002':
    case 'WE003':
    case 'WE004':
      log({event: 'agency-trouble', reason: code});
      return {is: 'internal'};
    case 'AP007':
    case 'AP008':
    case 'IE001':
    case 'CE001':
    case 'CE002':
    case 'CE003':
      log({event: 'agency-trouble', reason: code});
      return {is: 'unavailable'};
    default:
      log({event: 'agency-trouble', reason: `unknown ${agencyCode(code)}`});
      return {is: 'unknown'};
  }
}

/** What is fit for a log: a code of the agency's, not whatever a body may hold. */
function agencyCode(code: string): string {
  return /^[A-Z0-9]{1,8}$/.test(code) ? code : 'code';
}

function accreditFields({trainee, request, now}: Question, institute: string) {
  const {subject, identity, course, address = ''} = trainee;
  if (!identity) return undefined;
  const {code, word, unit} = evaluationOf(request);
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
    USRDT: koreanTime(now),
  });
}

function resetFields(
  subject: string,
  {name, phone, transactionId, verifiedAt}: Proof,
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
    M_TRNDT: koreanTime(verifiedAt),
  });
}

/** Puts a question, and again as long as that can do no harm and there is time. */
async function put(
  url: string,
  fields: URLSearchParams,
  timeoutMs: number,
  isHarmlessAgain: (reply: Reply) => boolean,
): Promise<Reply> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (let left = TRIES - 1; ; left--) {
    const reply = await putOnce(url, fields, deadline);
    if (left === 0 || deadline.aborted || !isHarmlessAgain(reply)) return reply;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function putOnce(url: string, body: URLSearchParams, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(url, {method: 'POST', body, signal, redirect: 'error'});
    const said = v.safeParse(Said, JSON.parse(await response.text()));
    return said.success ? {is: 'said', code: said.output.code} : {is: 'unknown'};
  } catch (error) {
    return {is: neverLeft(error) ? 'not-sent' : 'unknown'};
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

function neverLeft(error: unknown): boolean {
  const {cause} = error as {readonly cause?: {readonly code?: unknown}};
  return typeof cause?.code === 'string' && BEFORE_CONNECTION.has(cause.code);
}
