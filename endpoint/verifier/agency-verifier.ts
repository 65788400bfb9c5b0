/**
 * The remote verifier: sends each code to an agency over HTTP, as public integrations do (form-encoded;
 * the response is JSON, `{code, status, msg}`). The agency's URLs are configured; none is known here.
 */
import {AGENCY_CODES} from '../../src/core/agency-codes.ts';
import type {CodeVerifier, IdentityProof, VerifyInput, VerifyResult} from './verifier.ts';
import {isProtected, postWithRetry} from './agency-client.ts';
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

/** The agency names no delay when it refuses for too many requests. */
const RETRY_AFTER_SECONDS = 5;

/** How long storing the result may take after the agency's timeout, in ms. */
const STORE_TIMEOUT_MS = 5000;

/**
 * Creates a verifier that sends requests to the agency.
 *
 * @throws Error if a URL is not https; on this machine, http is allowed
 */
export function agencyVerifier(settings: AgencySettings, log: Log): CodeVerifier {
  const {accreditUrl, resetUrl, institute, timeoutMs = 10_000} = settings;
  for (const url of [accreditUrl, resetUrl]) {
    if (!isProtected(url)) throw new Error('The URLs of the agency must be https.');
  }
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
      if (reply.kind !== 'answered') log({event: 'agency-error', reason: reply.reason});
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
      if (reply.kind !== 'answered') {
        log({event: 'agency-error', reason: `user_reset ${reply.reason}`});
        return {kind: 'unavailable'};
      }
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
