/** The mOTP app on one phone: its screens and their transitions (requirements P1, P2). */

/** What the app stores after a registration. */
export interface AppRegistration {
  /** The seed of the codes, in base32. */
  readonly secret: string;
  /** The ID of this phone at the app's server. */
  readonly device: string;
  /** Exactly as typed into the app. */
  readonly name: string;
  readonly phone: string;
  /** The app's own password: four digits that never leave the phone. */
  readonly password: string;
}

/** The values of the registration form (manual: 이름과 휴대폰번호, 앱실행 시 비밀번호). */
export type Applicant = Pick<AppRegistration, 'name' | 'phone' | 'password'>;

/** Why a request to the app's server failed. */
export type AppError = 'no-network' | 'unavailable';

/** The app's state, discriminated by the screen that it shows. */
export type MotpApp =
  /** Not installed yet (manual: mOTP어플을 검색하여 다운로드). */
  | {readonly status: 'in-store'}
  /** Installed and closed: the home screen shows its icon. */
  | {readonly status: 'closed'; readonly registration?: AppRegistration}
  /** Manual: 개인정보 수집 동의를 눌러주세요. */
  | {readonly status: 'consent'}
  | {readonly status: 'registering'; readonly error?: AppError}
  /** Manual: 비밀번호 4자리를 입력해 주세요. */
  | {readonly status: 'password'; readonly registration: AppRegistration; readonly isWrong: boolean}
  | {readonly status: 'code'; readonly registration: AppRegistration}
  /** Asks for confirmation before 등록 초기화. */
  | {
      readonly status: 'resetting';
      readonly registration: AppRegistration;
      readonly error?: AppError;
    }
  /** Another phone was registered in the meantime (manual: 1인 1기기). */
  | {readonly status: 'ended'};

/** An event of the app. */
export type AppEvent =
  | {readonly type: 'installed' | 'deleted' | 'opened' | 'closed' | 'agreed'}
  | {readonly type: 'issued'; readonly registration: AppRegistration}
  | {readonly type: 'failed'; readonly error: AppError}
  | {readonly type: 'password-typed'; readonly password: string}
  | {readonly type: 'reset-requested' | 'reset-cancelled' | 'reset'}
  | {readonly type: 'issued-elsewhere'};

/** Returns the app after an event. An event that doesn't apply to the screen changes nothing. */
export function transitionApp(app: MotpApp, event: AppEvent): MotpApp {
  switch (event.type) {
    case 'installed':
      return app.status === 'in-store' ? {status: 'closed'} : app;
    case 'deleted':
      return {status: 'in-store'};
    case 'opened':
      return app.status === 'closed' ? openApp(app.registration) : app;
    case 'closed':
      return app.status === 'in-store'
        ? app
        : {status: 'closed', ...withRegistration(currentRegistration(app))};
    case 'agreed':
      return app.status === 'consent' ? {status: 'registering'} : app;
    case 'issued':
      return {status: 'code', registration: event.registration};
    case 'failed':
      return app.status === 'registering' || app.status === 'resetting'
        ? {...app, error: event.error}
        : app;
    case 'password-typed': {
      if (app.status !== 'password') return app;
      const {registration} = app;
      return registration.password === event.password
        ? {status: 'code', registration}
        : {...app, isWrong: true};
    }
    case 'reset-requested': {
      const registration = currentRegistration(app);
      return registration ? {status: 'resetting', registration} : app;
    }
    case 'reset-cancelled':
      return app.status === 'resetting' ? openApp(app.registration) : app;
    case 'reset':
      return {status: 'consent'};
    case 'issued-elsewhere':
      return {status: 'ended'};
  }
}

/** Returns the registration on this phone, if there is one. */
export function currentRegistration(app: MotpApp): AppRegistration | undefined {
  return 'registration' in app ? app.registration : undefined;
}

function openApp(registration: AppRegistration | undefined): MotpApp {
  return registration ? {status: 'password', registration, isWrong: false} : {status: 'consent'};
}

function withRegistration(
  registration: AppRegistration | undefined,
): Pick<Extract<MotpApp, {status: 'closed'}>, 'registration'> | undefined {
  return registration && {registration};
}
