/** The server of the mOTP app, as a phone reaches it. */
import type {Applicant, Registration, Trouble} from './motp-app.ts';

/** What came of asking it. */
export type Said<Value> =
  {readonly is: 'done'; readonly value: Value} | {readonly is: 'failed'; readonly trouble: Trouble};

/** What a phone asks of it. */
export interface AppServer {
  /** Registers this phone, and ends the one before (manual: 1인 1기기). */
  issue(applicant: Applicant): Promise<Said<Registration>>;
  /** Ends the registration (manual: mOTP 등록 초기화). */
  reset(): Promise<Said<undefined>>;
  /** Whether this is still the phone that was registered last. */
  isCurrent(device: string): Promise<Said<boolean>>;
}

/** The same server from a phone without a network. */
export const UNREACHABLE: AppServer = {
  issue: () => Promise.resolve(NO_NETWORK),
  reset: () => Promise.resolve(NO_NETWORK),
  isCurrent: () => Promise.resolve(NO_NETWORK),
};

const NO_NETWORK = {is: 'failed', trouble: 'no-network'} as const;
