/** What the servers say to the endpoint and hear from it: the schemas of the server door. */
import * as v from 'valibot';
import {AttemptRequest} from '../src/core/contract.ts';
import {Identity} from './identity.ts';
import {Course} from './auth.ts';

/** How a site names a trainee: opaque to the endpoint. */
export const Subject = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/));

/** ms since the epoch. */
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A number or name that the caller gives, by which it can tell the same thing twice. */
const reference = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/));

/** `POST {endpoint}/tickets`, by a site: who is before the page that it is about to send. */
export const TicketRequest = v.object({
  subject: Subject,
  /** As registered at the site; without it nothing is compared with the app's. */
  identity: v.exactOptional(Identity),
  course: v.exactOptional(Course),
});

/** Its answer. */
export const TicketResponse = v.object({
  code: v.literal('issued'),
  ticket: v.string(),
  expiresAt: milliseconds,
});

/** `POST {endpoint}/registrations`, by the app's server (requirement P1). */
export const RegistrationRequest = v.object({
  subject: Subject,
  ...Identity.entries,
  /** The trainee has agreed (manual: 개인정보 수집 동의); without it nothing is kept. */
  consent: v.literal(true),
});

/** Its answer: told once, to the device. */
export const RegistrationResponse = v.object({
  code: v.literal('registered'),
  /** The seed, in base32. */
  secret: v.string(),
  digits: v.literal(6),
  /** Seconds. */
  period: v.literal(60),
  device: v.string(),
});

/** `POST {endpoint}/registrations/reset`, by a site or the app (manual: mOTP 등록 초기화). */
export const ResetRequest = v.object({subject: Subject, reference});

/** `POST {endpoint}/identity-reports`, by the identity service: a trainee has proved who they are. */
export const IdentityReport = v.object({
  subject: Subject,
  method: v.picklist(['phone-identity', 'i-pin']),
  /** The service's number of the verification; told twice, it counts once. */
  transactionId: reference,
  /** As the service has verified them. */
  name: Identity.entries.name,
  phone: v.exactOptional(Identity.entries.phone),
  verifiedAt: milliseconds,
});
/** See the schema of the same name. */
export type IdentityReport = v.InferOutput<typeof IdentityReport>;

/** That something was done. */
export const Acknowledgement = v.object({code: v.picklist(['released', 'reset'])});

/** `GET {endpoint}/verifications/{id}?subject=…&occasion=…`, by a site. */
export const ReceiptQuery = v.object({
  subject: Subject,
  occasion: AttemptRequest.entries.occasion,
});

/** Its answer, once. */
export const ReceiptResponse = v.object({
  code: v.literal('valid'),
  verificationId: v.string(),
  subject: Subject,
  site: v.string(),
  occasion: AttemptRequest.entries.occasion,
  unit: v.optional(v.number()),
  verifiedAt: milliseconds,
});

/** One line of the audit trail. */
export const AuditEntry = v.object({
  /** UTC, RFC 3339. */
  at: v.string(),
  /** The same moment as people in Korea read it. */
  korea: v.string(),
  what: v.string(),
  occasion: v.optional(v.string()),
  unit: v.optional(v.number()),
  counted: v.optional(v.boolean()),
  failures: v.optional(v.number()),
  by: v.optional(v.string()),
});
/** See the schema of the same name. */
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

/** `GET {endpoint}/audit?subject=…`, by a site. */
export const AuditQuery = v.object({subject: Subject});

/** Its answer, oldest first. */
export const AuditTrail = v.object({code: v.literal('audit'), lines: v.array(AuditEntry)});
