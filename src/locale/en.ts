import type {Words} from './words.ts';

/** English. The app's own Korean labels stay beside their translation where the phone shows them. */
export const en: Words = {
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
  blanks: '␣ marks a blank. The app must have exactly the same.',

  codeLabel: 'mOTP number (6 digits)',
  codePlaceholder: 'Enter the mOTP number',
  codeHint: 'Enter the 6 digits now shown in the app. This page has no time limit.',
  codeLife: 'A code is valid for 60 seconds, then a new one appears.',
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
  codeExpired:
    'That number has expired (60 s). Enter the new one. This does not count as a failure.',
  codeReplayed: 'That number was already used. Wait for the next one. Not counted as a failure.',
  identityMismatch:
    'The app’s details differ from the site’s. Check blanks in the name and the phone number. If the site is wrong, contact the institute.',
  notRegistered:
    'You are not registered for mOTP. Register in the app first (also after changing phones or reinstalling).',
  invalidRequest: 'That number could not be processed. Enter the 6 digits shown now.',
  offline: 'You are offline. Check the connection and try again. Not counted as a failure.',
  unavailable: 'The mOTP server has a fault. Please use phone or i-PIN verification.',
  internal: 'Temporarily unable to verify. Try again in a minute. Not counted as a failure.',
  pageOutdated: 'This page is out of date. Reload and try again.',
  reload: 'Reload',
  unlocked: 'The lock has been released. Enter the mOTP number again.',
  rateLimited: 'Too many requests. Try again in {seconds} seconds.',
  signedOut: 'You have been signed out. Sign in again, then verify.',
  logIn: 'Sign in again',
  undecided:
    'The result is not known yet. Press “Check the result”. The same number is never processed twice.',
  undecidedSignedOut:
    'You have been signed out, so the result is not known. Sign in again, then press “Check the result”.',
  ask: 'Check the result',

  lockedHeading: 'Verification is locked',
  lockedByPhone:
    'Verification is locked after {max} wrong numbers. Verify by mobile phone to use it again.',
  locked:
    'Verification is locked after {max} wrong numbers. Verify your identity, or contact the institute.',
  lockStands: 'The lock has not been released yet. Please verify your identity again.',
  askLock: 'Check whether the lock is released',
  tries: '{failures} of {max} failures',

  otherWays: 'If mOTP is difficult, you can verify another way.',
  phoneIdentity: 'Phone verification (휴대폰 본인인증)',
  ipin: 'i-PIN verification (아이핀 인증)',
  reRegistration: 'Reset the mOTP registration (mOTP 등록 초기화)',
  newWindow: '(opens a new window)',

  helpBoth: 'Need help? Call {tel} or choose {support}.',
  helpTel: 'Need help? Call {tel}.',
  helpSupport: 'Need help? Choose {support}.',
  support: 'remote support',
  guide: 'mOTP guide',
  manual: 'Download manual',

  verified: 'Your identity has been verified.',
  completed: 'mOTP verification is complete',
  close: 'Close',

  misconfigured: 'This page is not set up correctly. Contact the administrator. (code {problem})',
};
