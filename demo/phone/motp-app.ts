/** The mOTP app on one phone: its screens, and the only ways between them (requirements P1, P2). */

/** What an issue leaves on the phone. */
export interface AppRegistration {
  /** The seed of the codes, in base32. */
  readonly secret: string;
  /** By which the app's server knows this phone. */
  readonly device: string;
  /** As typed into the app, to the letter. */
  readonly name: string;
  readonly phone: string;
  /** The app's own password: four digits, which never leave the phone. */
  readonly password: string;
}

/** What is typed at the registration (manual: 이름과 휴대폰번호, 앱실행 시 비밀번호). */
export type Applicant = Pick<AppRegistration, 'name' | 'phone' | 'password'>;

/** Why something came to nothing. */
export type AppError = 'no-network' | 'out-of-order';

/** The app, by what is on the screen. */
export type MotpApp =
  /** Not on the phone yet (manual: mOTP어플을 검색하여 다운로드). */
  | {readonly status: 'in-store'}
  /** Closed: its icon on the home screen. */
  | {readonly status: 'closed'; readonly registration?: AppRegistration}
  /** Manual: 개인정보 수집 동의를 눌러주세요. */
  | {readonly status: 'consent'}
  | {readonly status: 'registering'; readonly error?: AppError}
  /** Manual: 비밀번호 4자리를 입력해 주세요. */
  | {readonly status: 'password'; readonly registration: AppRegistration; readonly isWrong: boolean}
  | {readonly status: 'code'; readonly registration: AppRegistration}
  /** Asks back before 등록 초기화. */
  | {
      readonly status: 'resetting';
      readonly registration: AppRegistration;
      readonly error?: AppError;
    }
  /** Manual: 1인 1기기. Another phone was issued since. */
  | {readonly status: 'ended'};

/** What happens to the app. */
export type AppEvent =
  | {readonly type: 'installed' | 'deleted' | 'opened' | 'closed' | 'agreed'}
  | {readonly type: 'issued'; readonly registration: AppRegistration}
  | {readonly type: 'failed'; readonly error: AppError}
  | {readonly type: 'password-typed'; readonly password: string}
  | {readonly type: 'reset-asked' | 'reset-cancelled' | 'reset'}
  | {readonly type: 'issued-elsewhere'};

/** Whether four digits were typed, as the app wants its password. */
export function isPassword(text: string): boolean {
  return /^[0-9]{4}$/.test(text);
}

/** The app after an event; what makes no sense on a screen changes nothing. */
export function transition(app: MotpApp, event: AppEvent): MotpApp {
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
        : {status: 'closed', ...registrationProperty(registrationOf(app))};
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
    case 'reset-asked': {
      const registration = registrationOf(app);
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

/** What is registered on this phone, if anything is. */
export function registrationOf(app: MotpApp): AppRegistration | undefined {
  return 'registration' in app ? app.registration : undefined;
}

function openApp(registration: AppRegistration | undefined): MotpApp {
  return registration ? {status: 'password', registration, isWrong: false} : {status: 'consent'};
}

function registrationProperty(registration: AppRegistration | undefined) {
  return registration && {registration};
}
