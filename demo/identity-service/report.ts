/** What the identity service reports to the verification system, from server to server. */
import type {IdentityReport} from '../../endpoint/schemas.ts';
import {TRAINEES, type TraineeId} from '../backend/fixtures.ts';

/** What the endpoint calls the services that prove who one is. */
export const REPORT_METHODS = {phone: 'phone-identity', ipin: 'i-pin'} as const;

/** One of {@link REPORT_METHODS}. */
export type ReportMethod = (typeof REPORT_METHODS)[keyof typeof REPORT_METHODS];

/** What is reported of a trainee who has proved to be of this name; `verifiedAt` in ms. */
export function createReport(
  method: ReportMethod,
  subject: TraineeId,
  name: string,
  verifiedAt: number,
): IdentityReport {
  const {phone} = TRAINEES[subject].siteIdentity;
  return {subject, method, transactionId: crypto.randomUUID(), name, phone, verifiedAt};
}
