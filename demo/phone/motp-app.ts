/** The mOTP app on one phone: its screens, and the only ways between them (requirements P1, P2). */

/** What an issue leaves on the phone. */
export interface Registration {
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
export type Applicant = Pick<Registration, 'name' | 'phone' | 'password'>;

/** Why something came to nothing. */
export type Trouble = 'no-network' | 'out-of-order';

/** The app, by what is on the screen. */
export type MotpApp =
  /** Not on the phone yet (manual: mOTP어플을 검색하여 다운로드). */
  | {readonly is: 'in-store'}
  /** Closed: its icon on the home screen. */
  | {readonly is: 'closed'; readonly registration?: Registration}
  /** Manual: 개인정보 수집 동의를 눌러주세요. */
  | {readonly is: 'consent'}
  | {readonly is: 'registering'; readonly trouble?: Trouble}
  /** Manual: 비밀번호 4자리를 입력해 주세요. */
  | {readonly is: 'password'; readonly registration: Registration; readonly isWrong: boolean}
  | {readonly is: 'code'; readonly registration: Registration}
  /** Asks back before 등록 초기화. */
  | {readonly is: 'resetting'; readonly registration: Registration; readonly trouble?: Trouble}
  /** Manual: 1인 1기기. Another phone was issued since. */
  | {readonly is: 'ended'};

/** What happens to the app. */
export type AppEvent =
  | {readonly type: 'installed' | 'deleted' | 'opened' | 'closed' | 'agreed'}
  | {readonly type: 'issued'; readonly registration: Registration}
  | {readonly type: 'failed'; readonly trouble: Trouble}
  | {readonly type: 'password-typed'; readonly password: string}
  | {readonly type: 'reset-asked' | 'reset-cancelled' | 'reset'}
  | {readonly type: 'issued-elsewhere'};

/** Whether four digits were typed, as the app wants its password. */
export function isPassword(text: string): boolean {
  return /^[0-9]{4}$/.test(text);
}

/** The app after an event; what makes no sense on a screen changes nothing. */
export function next(app: MotpApp, event: AppEvent): MotpApp {
  switch (event.type) {
    case 'installed':
      return app.is === 'in-store' ? {is: 'closed'} : app;
    case 'deleted':
      return {is: 'in-store'};
    case 'opened':
      return app.is === 'closed' ? opened(app.registration) : app;
    case 'closed':
      return app.is === 'in-store' ? app : {is: 'closed', ...kept(registrationOf(app))};
    case 'agreed':
      return app.is === 'consent' ? {is: 'registering'} : app;
    case 'issued':
      return {is: 'code', registration: event.registration};
    case 'failed':
      return app.is === 'registering' || app.is === 'resetting'
        ? {...app, trouble: event.trouble}
        : app;
    case 'password-typed': {
      if (app.is !== 'password') return app;
      const {registration} = app;
      return registration.password === event.password
        ? {is: 'code', registration}
        : {...app, isWrong: true};
    }
    case 'reset-asked': {
      const registration = registrationOf(app);
      return registration ? {is: 'resetting', registration} : app;
    }
    case 'reset-cancelled':
      return app.is === 'resetting' ? opened(app.registration) : app;
    case 'reset':
      return {is: 'consent'};
    case 'issued-elsewhere':
      return {is: 'ended'};
  }
}

/** What is registered on this phone, if anything is. */
export function registrationOf(app: MotpApp): Registration | undefined {
  return 'registration' in app ? app.registration : undefined;
}

function opened(registration: Registration | undefined): MotpApp {
  return registration ? {is: 'password', registration, isWrong: false} : {is: 'consent'};
}

function kept(registration: Registration | undefined) {
  return registration && {registration};
}
