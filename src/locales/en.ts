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
  stepEnter: 'Enter the 6-digit number from the app in the mOTP number field.',
  stepMatch: 'The details registered in the app must match the details on this page.',
  stepAbroad:
    'Outside Korea, turn on automatic date and time (날짜 및 시간 자동 설정) in your phone’s settings, or set the time zone to Seoul.',
  stepLock: 'If you enter a wrong mOTP number 5 times, verify your identity by {way} to unlock.',
  stepLocked: 'If you enter a wrong mOTP number 5 times, verification is locked.',
  stepOutage: 'If mOTP is down, verify by {ways}.',
  stepOutageAsk: 'If mOTP is down, contact your training institute.',

  identity: 'Details registered on this site',
  name: 'Name',
  phone: 'Mobile number',
  reveal: 'Show details',
  conceal: 'Hide details',
  concealed: 'Details are hidden.',
  marks: '␣ marks a space, ⍽ a special space, ▢ an invisible character.',
  sameInApp: 'The name in the app must have exactly the same.',
  nameLeading: 'There is a space before the name.',
  nameTrailing: 'There is a space after the name.',
  nameInner: 'There is a space inside the name.',
  nameDouble: 'There are two or more spaces in a row inside the name.',
  nameFullWidthBlank:
    'The name contains a wide (full-width) space, which is hard to type on a phone. Ask your training institute to correct the name.',
  nameNoBreak: 'The name contains a special space instead of a normal one.',
  nameInvisible: 'The name contains an invisible character.',
  nameDecomposed: 'The consonants and vowels of the name are stored separately.',
  nameLooseJamo: 'The name contains Korean letters that do not form a syllable.',
  nameFullWidth: 'The name contains wide (full-width) characters.',
  nameDamaged: 'The name contains garbled characters.',
  nameEntity: 'The name contains a garbled symbol.',
  phoneSeparators:
    'The mobile number contains hyphens (-) or spaces. The app registers digits only. If you are told that the details do not match, ask your training institute to correct the mobile number.',
  phoneCountry:
    'The mobile number contains the country code (82). The app registers numbers that start with 010.',
  phoneFullWidth: 'The mobile number contains wide (full-width) digits.',
  phoneInvisible: 'The mobile number contains an invisible character.',
  phoneUnlikely: 'The registered number does not look like a mobile number.',
  askPhoneCorrection: 'Ask your training institute to correct the mobile number.',

  codeLabel: 'mOTP number (6 digits)',
  codePlaceholder: 'Enter the mOTP number',
  codeHint: 'Enter the 6-digit number from the mOTP app.',
  codeLife: 'It changes every 60 seconds; when it does, enter the new one.',
  nextSoon: 'A new number is about to appear. Wait for it, then enter it.',
  secondsLeft: '{seconds} s',
  fewSecondsLeft: 'Seconds left: {seconds}. Wait for the new number, then enter it.',
  nextIsHere: 'A new number has appeared in the app.',
  koreanTime: 'Korea time now: {time}',
  appOpen: 'Open the mOTP app',
  appInstall: 'Install the mOTP app',
  clockFast:
    'This phone’s clock is {amount} fast, so the mOTP number may not match. In the phone’s settings, turn on automatic date and time (날짜 및 시간 자동 설정).',
  clockSlow:
    'This phone’s clock is {amount} slow, so the mOTP number may not match. In the phone’s settings, turn on automatic date and time (날짜 및 시간 자동 설정).',
  appPasswordHint: 'Do not enter your 4-digit app password here.',
  required: 'To continue, first verify your identity with the mOTP number.',
  submit: 'Verify',
  sending: 'Verifying, please wait.',
  checking: 'The server is slow. Checking the result, please wait.',

  codeEmpty: 'You have not entered the mOTP number. Enter the 6 digits from the app.',
  codeLength: 'The mOTP number has 6 digits. Digits entered: {digits}.',
  appPassword: 'Enter the 6-digit number, not the 4-digit app password.',
  noDigits: 'There were no digits, so nothing was entered. Enter the 6 digits from the app.',
  unclearDigits:
    'There was more than one number, so nothing was entered. Enter only the 6 digits from the app.',
  tooManyDigits:
    'The mOTP number has 6 digits. There were {digits}, so nothing was entered. Enter only the 6 digits from the app.',
  codeMismatch: 'The mOTP number does not match. Enter the 6 digits the app shows now.',
  codeMismatchLeft:
    'The mOTP number does not match. Enter the number the app shows now. (Attempts left: {left})',
  codeMismatchLast:
    'The mOTP number does not match. One more wrong entry will lock verification, and you will then need to verify by {way}.',
  codeRepeated: 'That mOTP number was wrong just now. Enter the number the app shows now.',
  codeExpired: 'That mOTP number has expired (60 seconds). Enter the new one that the app shows.',
  codeReplayed: 'That mOTP number has already been used. When the app shows a new one, enter it.',
  nextCode:
    'One more check is needed. The mOTP number you just used cannot be used again. When the app shows a new one, enter it.',
  nextCodeIn: 'Seconds until the next number: {seconds}',
  identityMismatch: 'The details in the app do not match the details on this site.',
  checkDetails: 'Check your mobile number and the spaces in your name.',
  nameDiffers: 'The name registered in the app is different from the name on this site.',
  phoneDiffers: 'The mobile number registered in the app is different from the one on this site.',
  resetIfAppWrong:
    'If the app is wrong, reset the mOTP registration in the app (mOTP 등록 초기화).',
  registerIfAppWrong: 'If the app is wrong, register again in the app.',
  askIfSiteWrong: 'If this site is wrong, contact your training institute.',
  blanksDiffer: 'The spaces in the name differ between the app and this site.',
  registerExactly:
    'Register again with exactly the same spaces as on this site, or contact your training institute.',
  askNameCorrection: 'Ask your training institute to correct the name.',
  notRegistered:
    'You are not registered for mOTP. Register in the app first (also after changing phones or reinstalling).',
  invalidRequest: 'That mOTP number could not be processed. Enter the 6 digits the app shows now.',
  offline: 'You are offline. Check the connection and try again.',
  unavailable: 'The mOTP server is not working right now.',
  useServices: 'Please verify by {ways}.',
  tryLater: 'Please try again later.',
  internal: 'Temporarily unable to verify. Try again in a minute.',
  pageOutdated:
    'This page has been open too long, so the request was not processed. Reload it and try again.',
  reload: 'Reload',
  unlocked: 'Verification is unlocked. Enter the mOTP number again.',
  waitEnded: 'You can try again now.',
  rateLimited: 'Too many requests. Try again in {seconds} sec.',
  signedOut: 'You have been signed out. Sign in again, then verify.',
  signIn: 'Sign in again',
  unknownTimeout:
    'The server is slow to answer, so the result is not known yet. Press “Check the result”.',
  unknownNetwork:
    'The connection was lost, so the result is not known yet. Check the connection, then press “Check the result”.',
  unknownServer:
    'The server has a problem, so the result is not known yet. Press “Check the result” in a moment.',
  unknownNotUnderstood:
    'We could not confirm the result. Press “Check the result”. If this keeps happening, contact your training institute.',
  unknownSignedOut:
    'You have been signed out, so the result is not known. Sign in again, then press “Check the result”.',
  resultUnknown:
    'We could not confirm the result. First reload the page to see it. If you are not verified yet, enter the mOTP number the app shows now. The last attempt may have counted as a failure.',
  checkResult: 'Check the result',
  notCounted: 'This does not count as a failure.',
  countedOnce: 'The same mOTP number is never processed twice.',
  causes: 'If the mOTP number keeps failing, check the following.',
  causeClock:
    'If your phone’s clock is wrong, the mOTP number will not match. In the phone’s settings, turn on automatic date and time (날짜 및 시간 자동 설정) or set the time zone to Seoul. Do not change the time by hand.',
  causePhone:
    'If you registered on another phone or reinstalled the app, mOTP numbers from the old app no longer work. Enter the mOTP number from the phone that you registered last.',
  causeName:
    'The name and mobile number in the app must be exactly the same as on this site, including spaces.',

  lockedHeading: 'Verification is locked',
  locked: 'Verification is locked because a wrong mOTP number was entered {max} times.',
  lockStands: 'Verification is still locked.',
  unlockByIdentity: 'Verify your identity by {way} to use it again.',
  unlockByReset:
    'Reset the mOTP registration (mOTP 등록 초기화), then register again in the app to use it again.',
  askInstitute: 'Please contact your training institute.',
  registrationReset: 'Your mOTP registration has been reset',
  registerAgain:
    'Open the app and register again. When you have registered, verification unlocks by itself.',
  registered: 'Your mOTP registration is confirmed. Enter the mOTP number the app shows now.',
  checkLock: 'Check if unlocked',
  failureCount: 'Failed attempts: {failures} of {max}',

  otherWays: 'If you have trouble with mOTP, you can verify your identity another way.',
  viaPhone: 'mobile phone (휴대폰)',
  viaIpin: 'i-PIN (아이핀)',
  or: ' or ',
  phoneIdentity: 'Phone verification (휴대폰 본인인증)',
  phoneIdentityFor: 'for a phone in your own name',
  ipin: 'i-PIN verification (아이핀 인증)',
  ipinFor: 'for a phone in a company’s or family member’s name, or outside Korea',
  identityWaiting: 'Continue in the new window.',
  identityClosed: 'The verification window was closed. If you had not finished, try again.',
  identityBlocked:
    'The verification window was blocked. Allow pop-ups, or press the same button again.',
  reRegistration: 'Reset the mOTP registration (mOTP 등록 초기화)',
  reRegistrationFor: 'for a new phone, a reinstalled app or a forgotten app password',
  newWindow: '(opens a new window)',

  helpBoth: 'Need help? Call {tel} or use the {support} link.',
  helpTel: 'Need help? Call {tel}.',
  helpSupport: 'Need help? Use the {support} link.',
  support: 'remote support',
  firstTime: 'First time with mOTP',
  questions: 'Questions and answers',
  loading: 'Loading.',
  loadFailed: 'This could not be loaded. Check the connection and open it again.',
  guide: 'mOTP guide',
  manual: 'Download manual',

  verified: 'Your identity has been verified.',
  completed: 'mOTP verification is complete',
  startLesson: 'Start learning',
  startProgressTest: 'Start the test',
  startExam: 'Start the exam',
  startAssignment: 'Start the assignment',

  misconfigured: 'This page is not set up correctly. Contact the administrator. (code {attribute})',
};

/** The locale. Its guide loads when it is opened. */
export const locale: Locale = {
  tag: 'en',
  messages: en,
  guide: () => import('./guide/en.ts').then(({guide}) => guide),
};
