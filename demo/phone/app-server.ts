/** The interface of the mOTP app's server, as a phone uses it. */
import type {Applicant, AppRegistration, AppError} from './motp-app.ts';

/** The result of a request to the app's server. */
export type AppServerResult<Value> =
  | {readonly kind: 'ok'; readonly value: Value}
  | {readonly kind: 'failed'; readonly error: AppError};

/** The app's server. */
export interface AppServer {
  /** Registers this phone and ends the previous registration (manual: 1인 1기기). */
  issue(applicant: Applicant): Promise<AppServerResult<AppRegistration>>;
  /** Resets the registration (manual: mOTP 등록 초기화). */
  reset(): Promise<AppServerResult<undefined>>;
  /** Checks whether this is still the phone that was registered last. */
  isCurrent(device: string): Promise<AppServerResult<boolean>>;
}

/** The server as seen from a phone without a network: every request fails. */
export const UNREACHABLE: AppServer = {
  issue: () => Promise.resolve(NO_NETWORK),
  reset: () => Promise.resolve(NO_NETWORK),
  isCurrent: () => Promise.resolve(NO_NETWORK),
};

const NO_NETWORK = {kind: 'failed', error: 'no-network'} as const;
