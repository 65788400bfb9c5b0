import type {Locale, Messages} from './messages.ts';

/** English. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const en: Messages = {
  heading: 'HRD Korea mOTP verification',
  leadEnrollment: 'Identity check for your first entry to this course.',
  leadLesson: 'Identity check before lesson {unit} (every 8 lessons).',
  leadLessons: 'Identity check before the next lesson (every 8 lessons).',
  leadProgressTest: 'Identity check before the progress test.',
  leadExam: 'Identity check before the exam.',
  leadAssignment: 'Identity check before the assignment.',

  guidance: 'How to verify',
  stepRun: 'Open the mOTP app on your smartphone.',
  stepEnter: 'Enter the 6-digit number shown in the app in the mOTP number field.',
  stepMatch: 'The details registered in the app must match those below.',
  stepAbroad: 'If you work abroad, set your phone to Korea time first.',
  stepLock: 'After 5 failures, reset by mobile-phone identity verification.',
  stepOutage: 'If mOTP is down, use phone or i-PIN verification.',

  identity: 'Details registered on this site',
  name: 'Name',
  phone: 'Mobile number',
  reveal: 'Show details',
  conceal: 'Hide details',
  marks: '␣ marks a blank, ⍽ a special blank, ▢ an invisible character.',
  nameLeading: 'There is a blank before the name. The app must have the same.',
  nameTrailing: 'There is a blank after the name. The app must have the same.',
  nameInner: 'There is a blank inside the name. The app must have the same.',
  nameDouble: 'There are two or more blanks in a row inside the name. The app must have the same.',
  nameFullWidthBlank:
    'There is a full-width blank in the name, which is hard to type on a phone. Ask the institute to correct the name.',
  nameNoBreak:
    'There is a special blank in the name, other than the usual one. Ask the institute to correct the name.',
  nameInvisible: 'The name contains an invisible character. Ask the institute to correct it.',
  nameDecomposed:
    'The name is stored with its letters taken apart. Ask the institute to correct it.',
  nameLooseJamo:
    'The name holds Korean letters that form no syllable. Ask the institute to correct it.',
  nameFullWidth: 'The name holds full-width characters. Ask the institute to correct it.',
  nameDamaged: 'The name holds damaged characters. Ask the institute to correct it.',
  nameEntity: 'The name holds a damaged symbol. Ask the institute to correct it.',
  phoneSeparators:
    'There are hyphens or blanks in the mobile number. The app registers digits only. If the details are said not to match, ask the institute to correct the number.',
  phoneCountry:
    'The mobile number holds the country code (82). The app registers it as a number that starts with 010. Ask the institute to correct it.',
  phoneFullWidth: 'The mobile number holds full-width digits. Ask the institute to correct it.',
  phoneInvisible:
    'The mobile number contains an invisible character. Ask the institute to correct it.',
  phoneUnlikely: 'This is not the form of a mobile number. Ask the institute to correct it.',

  codeLabel: 'mOTP number (6 digits)',
  codePlaceholder: 'Enter the mOTP number',
  codeHint: 'Enter the 6 digits now shown in the app. This page has no time limit.',
  codeLife: 'A code is valid for 60 seconds, then a new one appears.',
  nextSoon: 'A new number is about to appear. Wait for it, then enter it.',
  secondsLeft: '{seconds} s',
  fewSecondsLeft: '{seconds} seconds left. Wait for the new number, then enter it.',
  nextIsHere: 'A new number has appeared in the app.',
  koreanTime: 'Korea time now: {time}',
  appPasswordHint: 'Do not enter your 4-digit app password here.',
  required: 'To go on, first verify your identity with the mOTP number.',
  submit: 'Verify',
  sending: 'Verifying, please wait.',
  checking: 'The answer is late. Checking the result, please wait.',

  codeEmpty: 'You have not entered the mOTP number. Enter the 6 digits from the app.',
  codeLength: 'The mOTP number has 6 digits; {digits} entered.',
  appPassword: 'Enter the 6-digit number, not the 4-digit app password.',
  noDigits: 'Nothing was entered, since there was no digit. Enter the 6 digits from the app.',
  unclearDigits:
    'Nothing was entered, since there were several numbers. Enter only the 6 digits from the app.',
  tooManyDigits:
    'The mOTP number has 6 digits. This would have made {digits}, so nothing was entered. Enter only the 6 digits from the app.',
  codeMismatch: 'The number does not match. Enter the 6 digits shown now.',
  codeMismatchLeft: 'The number does not match. {left} more wrong entries will lock verification.',
  codeMismatchLast:
    'The number does not match. One more wrong entry locks verification; phone verification will be required.',
  codeRepeated: 'That mOTP number was wrong just now. Enter the number the app shows now.',
  codeExpired: 'That number has expired (60 s). Enter the new one that the app shows.',
  codeReplayed: 'That number was already used. Enter the next one when the app shows it.',
  nextCode:
    'One more check is needed. The number just used can’t be used again: enter the next one when the app shows it.',
  nextCodeIn: 'Seconds until the next number: {seconds}',
  identityMismatch:
    'The app’s details differ from the site’s. Check blanks in the name and the phone number. If the site is wrong, contact the institute.',
  nameDiffers:
    'The name registered in the app differs from the site’s. Reset the registration in the app (mOTP 등록 초기화), or contact the institute if the site is wrong.',
  phoneDiffers:
    'The mobile number registered in the app differs from the site’s. Reset the registration in the app (mOTP 등록 초기화), or contact the institute if the site is wrong.',
  blanksDiffer:
    'The blanks in the name differ between the app and the site. Register again with exactly the same blanks, or contact the institute.',
  notRegistered:
    'You are not registered for mOTP. Register in the app first (also after changing phones or reinstalling).',
  invalidRequest: 'That number could not be processed. Enter the 6 digits shown now.',
  offline: 'You are offline. Check the connection and try again.',
  unavailable: 'The mOTP server has a fault. Please use phone or i-PIN verification.',
  internal: 'Temporarily unable to verify. Try again in a minute.',
  pageOutdated: 'This page is out of date. Reload and try again.',
  reload: 'Reload',
  unlocked: 'The lock has been released. Enter the mOTP number again.',
  rateLimited: 'Too many requests. Try again in {seconds} seconds.',
  signedOut: 'You have been signed out. Sign in again, then verify.',
  signIn: 'Sign in again',
  unknownTimeout:
    'The server is slow to answer, so the result is not known yet. Press “Check the result”.',
  unknownNetwork:
    'The connection was lost, so the result is not known yet. Check the connection, then press “Check the result”.',
  unknownServer:
    'The server has a problem, so the result is not known yet. Press “Check the result” in a moment.',
  unknownNotUnderstood:
    'The server’s answer was not understood. Press “Check the result”; if this goes on, contact the institute.',
  unknownSignedOut:
    'You have been signed out, so the result is not known. Sign in again, then press “Check the result”.',
  resultUnknown:
    'The result could not be found out. First reload the page to see it; if you are not verified yet, enter the number now shown in the app. It may have counted as a failure.',
  checkResult: 'Check the result',
  notCounted: 'This does not count as a failure.',
  countedOnce: 'The same number is never processed twice.',
  causes: 'If the number keeps failing, check the following.',
  causeClock:
    'If your phone’s clock differs from Korea time, the number will not match. In the phone’s settings turn on automatic date and time (날짜 및 시간 자동 설정), or set Seoul time.',
  causePhone:
    'If you registered on another phone or reinstalled the app, numbers of the old app no longer work. Use the phone that you registered last.',
  causeName:
    'Name and mobile number in the app must equal the details registered on this site, blanks included.',

  lockedHeading: 'Verification is locked',
  lockedByPhone:
    'Verification is locked after {max} wrong numbers. Verify by mobile phone to use it again.',
  locked:
    'Verification is locked after {max} wrong numbers. Verify your identity, or contact the institute.',
  lockStands: 'The lock has not been released yet. Please verify your identity again.',
  checkLock: 'Check whether the lock is released',
  failureCount: '{failures} of {max} failures',

  otherWays: 'If mOTP is difficult, you can verify another way.',
  phoneIdentity: 'Phone verification (휴대폰 본인인증)',
  phoneIdentityFor: 'for a phone in your own name',
  ipin: 'i-PIN verification (아이핀 인증)',
  ipinFor: 'for a company’s or relative’s phone, or abroad',
  identityWaiting: 'Continue in the new window.',
  identityClosed: 'The verification window was closed. If you had not finished, try again.',
  identityBlocked:
    'The verification window was blocked. Allow pop-ups, or press the same button again.',
  reRegistration: 'Reset the mOTP registration (mOTP 등록 초기화)',
  reRegistrationFor: 'for a new phone, a reinstalled app, a forgotten password',
  newWindow: '(opens a new window)',

  helpBoth: 'Need help? Call {tel} or choose {support}.',
  helpTel: 'Need help? Call {tel}.',
  helpSupport: 'Need help? Choose {support}.',
  support: 'remote support',
  firstTime: 'First time with mOTP',
  questions: 'Questions and answers',
  loading: 'Loading.',
  loadFailed: 'This could not be loaded. Check the connection and open it again.',
  guide: 'mOTP guide',
  manual: 'Download manual',

  verified: 'Your identity has been verified.',
  completed: 'mOTP verification is complete',
  close: 'Close',

  misconfigured: 'This page is not set up correctly. Contact the administrator. (code {attribute})',
};

/** The locale. Its guide loads when it is opened. */
export const locale: Locale = {
  tag: 'en',
  messages: en,
  guide: () => import('./guide/en.ts').then(({guide}) => guide),
};
