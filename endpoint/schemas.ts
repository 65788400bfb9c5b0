/** The schemas of the routes for servers: requests and responses. */
import * as v from 'valibot';
import {AttemptRequest} from '../src/core/contract.ts';
import {Course} from './auth.ts';
import {ConnectingInformation, Identity} from './identity.ts';
import {TicketId} from './tickets.ts';

/** The site's own identifier of a trainee: opaque. */
export const Subject = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/));

/** The name of a training site, as in the setting `SITES`. */
export const SiteName = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

/** In ms since the epoch. */
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The caller's own number of a request: a repeated request with the same number changes nothing. */
const reference = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/));

/** `POST {endpoint}/tickets`, by a site: identifies the trainee of a page. */
export const TicketRequest = v.object({
  subject: Subject,
  /** What the page is for. The ticket is refused for any other occasion. */
  occasion: AttemptRequest.entries.occasion,
  /** As registered at the site; without it, nothing is compared with the app's registration. */
  identity: v.exactOptional(Identity),
  course: v.exactOptional(Course),
});

/** The response to a {@link TicketRequest}. */
export const TicketResponse = v.object({
  code: v.literal('issued'),
  /** Revokes the ticket (`DELETE {endpoint}/tickets/{id}`). */
  id: TicketId,
  ticket: v.string(),
  expiresAt: milliseconds,
  serverTime: milliseconds,
});

/** `DELETE {endpoint}/tickets/{id}`, by a site: revokes one of its tickets. */
export const TicketRevocation = v.object({id: TicketId});

/** `POST {endpoint}/registrations`, by the app's server (requirement P1). */
export const RegistrationRequest = v.object({
  site: SiteName,
  subject: Subject,
  ...Identity.entries,
  /** Without it, no i-PIN verification can end a lock. */
  ci: v.exactOptional(ConnectingInformation),
  /** The trainee consents (manual: 개인정보 수집 동의); without it, nothing is stored. */
  consent: v.literal(true),
});

/** The response to a {@link RegistrationRequest}: the only time that the seed is sent. */
export const RegistrationResponse = v.object({
  code: v.literal('pending'),
  /** The seed, in base32. */
  secret: v.string(),
  digits: v.literal(6),
  /** In seconds. */
  period: v.literal(60),
  device: v.string(),
  /** Until when the device must confirm a code. */
  expiresAt: milliseconds,
  serverTime: milliseconds,
});

/** `POST {endpoint}/registrations/confirm`, by the app's server: the device shows this code. */
export const ConfirmationRequest = v.object({
  site: SiteName,
  subject: Subject,
  device: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  code: AttemptRequest.entries.code,
});
/** `POST {endpoint}/registrations/confirm`, by the app's server: the device shows this code. */
export type ConfirmationRequest = v.InferOutput<typeof ConfirmationRequest>;

/** `POST {endpoint}/registrations/reset`, by a site or the app (manual: mOTP 등록 초기화). */
export const ResetRequest = v.object({
  /** Required from the app. A site resets its own subjects only. */
  site: v.exactOptional(SiteName),
  subject: Subject,
  reference,
});

/** `POST {endpoint}/identity-reports`, by the identity service: it has verified a trainee. */
export const IdentityReport = v.object({
  site: SiteName,
  subject: Subject,
  method: v.picklist(['phone-identity', 'i-pin']),
  /** The service's own number of the verification. A repeated report of it changes nothing. */
  transactionId: reference,
  /** As the service has verified it. */
  name: Identity.entries.name,
  phone: v.exactOptional(Identity.entries.phone),
  ci: v.exactOptional(ConnectingInformation),
  /** When the service has verified the person: after the lock, and at most 10 minutes ago. */
  verifiedAt: milliseconds,
});
/** `POST {endpoint}/identity-reports`, by the identity service: it has verified a trainee. */
export type IdentityReport = v.InferOutput<typeof IdentityReport>;

/** The response to a confirmation, a reset, an identity report or a revocation. */
export const Acknowledgement = v.object({
  code: v.picklist(['registered', 'released', 'reset', 'revoked']),
  serverTime: milliseconds,
});

/** `GET {endpoint}/verifications/{id}?subject=…&occasion=…`, by a site: redeems a receipt. */
export const ReceiptQuery = v.object({
  subject: Subject,
  occasion: AttemptRequest.entries.occasion,
});

/** The response to a {@link ReceiptQuery}, once. */
export const ReceiptResponse = v.object({
  code: v.literal('valid'),
  verificationId: v.string(),
  subject: Subject,
  site: v.string(),
  occasion: AttemptRequest.entries.occasion,
  unit: v.optional(v.number()),
  verifiedAt: milliseconds,
  serverTime: milliseconds,
});

/** An entry of the audit trail. */
export const AuditEntry = v.object({
  /** In UTC, RFC 3339. */
  at: v.string(),
  /** The same time in Korea. */
  korea: v.string(),
  what: v.string(),
  site: v.string(),
  /** The network address of the trainee or of the server, if known. */
  address: v.optional(v.string()),
  occasion: v.optional(v.string()),
  unit: v.optional(v.number()),
  counted: v.optional(v.boolean()),
  failures: v.optional(v.number()),
  by: v.optional(v.string()),
  /** Why something was refused. */
  reason: v.optional(v.string()),
});
/** An entry of the audit trail. */
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

/** `GET {endpoint}/audit?subject=…`, by a site. */
export const AuditQuery = v.object({subject: Subject});

/** The response to an {@link AuditQuery}, oldest entry first. */
export const AuditTrail = v.object({
  code: v.literal('audit'),
  lines: v.array(AuditEntry),
  serverTime: milliseconds,
});
