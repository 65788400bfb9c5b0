import type {GuideMessages} from '../messages.ts';

/** English. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const guide: GuideMessages = {
  about: 'What is mOTP?',
  purpose:
    'A simple way to prove who you are in remote training, so that nobody trains in your place.',
  whoTerm: 'For whom',
  who: 'Trainees of remote-training institutes',
  deviceTerm: 'Phones',
  device: 'Any smartphone that can install apps (Android 4.3 or newer, iOS 8.0 or newer)',
  neededTerm: 'What you need',
  needed: 'Your name, your mobile number and a 4-digit app password',
  whenTerm: 'When you verify',
  when: 'At your first entry to a course, after every 8 lessons, and before each progress test, exam and assignment',
  cautionTerm: 'Please note',
  oneDevice: 'One device per person.',
  newDevice: 'With a new phone or a reinstalled app, register again.',
  otherWays: 'If you have trouble with mOTP, you can verify by {ways}.',

  install: 'Install mOTP',
  installApp:
    'Search for the mOTP app, install it and open it. (Android: Play Store, iPhone: App Store)',
  android: 'Install from the Play Store',
  ios: 'Install from the App Store',
  scan: 'Point the phone’s camera here to open the store.',
  androidCode: 'QR code to install on Android',
  iosCode: 'QR code to install on an iPhone',

  register: 'Register mOTP',
  consent: 'Agree to the collection of personal data (개인정보 수집 동의).',
  details:
    'Enter your name (이름), mobile number (휴대폰번호) and a 4-digit app password (비밀번호).',
  sameDetails:
    'Enter the name and mobile number exactly as this page shows them, including spaces.',

  use: 'Use mOTP',
  start: 'Choose 수강하기 (start the course) to begin the identity check for your first entry.',
  run: 'Open the mOTP app.',
  password: 'Enter the 4-digit app password that you set when you registered.',
  enter: 'Enter the 6 digits the app shows in the mOTP number field, exactly as shown.',
  done: 'A message tells you when verification is complete. After every 8 lessons and before each progress test, exam or assignment, repeat steps 2 to 4.',
  noteTerm: 'Please note',
  life: 'Each mOTP number is valid for 60 seconds, then a new one appears.',
  lock: 'After 5 wrong mOTP numbers, verify by {way} to use mOTP again.',

  mismatchQuestion: 'It says that my mOTP details do not match.',
  mismatchAnswer:
    'Check the name for spaces. It must be exactly the same as on this site, including spaces.',
  abroadQuestion: 'Can I use mOTP outside Korea?',
  abroadAnswer:
    'Yes. mOTP numbers depend on the phone’s clock. Outside Korea, turn on automatic date and time (날짜 및 시간 자동 설정) or set the time zone to Seoul. Do not change the time by hand.',
  changeQuestion: 'How do I change my personal details?',
  lostQuestion: 'I have forgotten the app password.',
  resetAnswer: 'Reset the mOTP registration (mOTP 등록 초기화).',
  lockedQuestion: 'After 5 errors I can no longer verify.',
  lockedAnswer:
    'Reset the mOTP registration (mOTP 등록 초기화), or continue after you have verified by {way}.',
};
