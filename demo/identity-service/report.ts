/** The identity service's reports to the verification system, sent from server to server. */
import type {IdentityReport} from '../../endpoint/schemas.ts';
import {SITE_ID} from '../backend/backend.ts';
import {connectingInformation, TRAINEES, type TraineeId} from '../backend/fixtures.ts';

/** The endpoint's name for each service that verifies an identity. */
export const REPORT_METHODS = {phone: 'phone-identity', ipin: 'i-pin'} as const;

/** One of {@link REPORT_METHODS}. */
export type ReportMethod = (typeof REPORT_METHODS)[keyof typeof REPORT_METHODS];

/** Creates the report about a verified trainee. `verifiedAt` is in ms since the epoch. */
export function createReport(
  method: ReportMethod,
  subject: TraineeId,
  name: string,
  verifiedAt: number,
): IdentityReport {
  const {phone} = TRAINEES[subject].siteIdentity;
  return {
    site: SITE_ID,
    subject,
    method,
    transactionId: crypto.randomUUID(),
    name,
    phone,
    ci: connectingInformation(name),
    verifiedAt,
  };
}
