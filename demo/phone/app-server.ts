/** The server of the mOTP app, as a phone reaches it. */
import type {Applicant, AppRegistration, AppError} from './motp-app.ts';

/** What came of asking it. */
export type AppServerResult<Value> =
  | {readonly kind: 'done'; readonly value: Value}
  | {readonly kind: 'failed'; readonly error: AppError};

/** What a phone asks of it. */
export interface AppServer {
  /** Registers this phone, and ends the one before (manual: 1인 1기기). */
  issue(applicant: Applicant): Promise<AppServerResult<AppRegistration>>;
  /** Ends the registration (manual: mOTP 등록 초기화). */
  reset(): Promise<AppServerResult<undefined>>;
  /** Whether this is still the phone that was registered last. */
  isCurrent(device: string): Promise<AppServerResult<boolean>>;
}

/** The same server from a phone without a network. */
export const UNREACHABLE: AppServer = {
  issue: () => Promise.resolve(NO_NETWORK),
  reset: () => Promise.resolve(NO_NETWORK),
  isCurrent: () => Promise.resolve(NO_NETWORK),
};

const NO_NETWORK = {kind: 'failed', error: 'no-network'} as const;
