/** The phone's messages, in the manual's own words where it has them. */

const ko = {
  phone: '휴대폰',
  online: '네트워크 연결됨',
  offline: '비행기 모드',
  search: 'mOTP',
  store: '앱 스토어',
  maker: '한국산업인력공단 (데모)',
  install: '설치',
  open: '열기',
  home: '홈 화면',
  close: '앱 닫기',
  consentTitle: '개인정보 수집 동의',
  consentAsk: '개인정보 수집 동의를 눌러 주세요.',
  consentWhat:
    '수집 항목: 이름, 휴대폰번호\n이용 목적: 원격훈련 본인인증\n보유 기간: 등록 초기화까지',
  agree: '동의합니다',
  registerTitle: '이용자 등록',
  registerAsk: '이름과 휴대폰번호, 앱 실행 시 비밀번호를 입력해 주세요.',
  name: '이름',
  number: '휴대폰번호',
  password: '앱 비밀번호 (숫자 4자리)',
  register: '등록하기',
  device: '1인 1기기에서만 사용 가능합니다.',
  passwordTitle: '앱 비밀번호',
  passwordAsk: '이용자 등록 시 설정한 앱 비밀번호 4자리를 입력해 주세요.',
  passwordWrong: '앱 비밀번호가 다릅니다. 다시 입력해 주세요.',
  confirm: '확인',
  reset: 'mOTP 등록 초기화',
  codeTitle: 'mOTP 번호',
  renewed: '60초 후 재생성',
  secondsLeft: '{seconds}초 뒤 재생성',
  resetTitle: 'mOTP 등록 초기화',
  resetAsk: '등록된 이름, 휴대폰번호와 앱 비밀번호를 지우고 신규 발급을 받습니다. 초기화할까요?',
  resetDo: '초기화',
  cancel: '취소',
  endedTitle: '이용할 수 없음',
  ended:
    '1인 1기기에서만 사용 가능합니다. 다른 휴대폰에 신규 발급되어 이 휴대폰의 등록이 해지되었습니다.',
  endedReset: '이 휴대폰에 다시 등록',
  'no-network': '인터넷에 연결되어 있지 않습니다. 비행기 모드를 끄고 다시 시도해 주세요.',
  unavailable: '등록 서버에 장애가 발생했습니다. 잠시 뒤 다시 시도해 주세요.',
};

const en: typeof ko = {
  phone: 'Phone',
  online: 'online',
  offline: 'flight mode',
  search: 'mOTP',
  store: 'App store',
  maker: 'HRD Korea (demo)',
  install: 'Install',
  open: 'Open',
  home: 'Home screen',
  close: 'Close the app',
  consentTitle: 'Consent',
  consentAsk: 'Tap to agree to the collection of personal data.',
  consentWhat:
    'Data: name, mobile number\nPurpose: identity verification for remote training\nRetention: until reset',
  agree: 'I agree',
  registerTitle: 'Registration',
  registerAsk: 'Enter your name, mobile number and an app password.',
  name: 'Name',
  number: 'Mobile number',
  password: 'App password (4 digits)',
  register: 'Register',
  device: 'You can use one device only.',
  passwordTitle: 'App password',
  passwordAsk: 'Enter the 4-digit app password that you set when you registered.',
  passwordWrong: 'The app password is wrong. Enter it again.',
  confirm: 'OK',
  reset: 'Reset mOTP registration',
  codeTitle: 'mOTP number',
  renewed: 'Changes every 60 seconds',
  secondsLeft: 'Changes in {seconds} s',
  resetTitle: 'Reset mOTP registration',
  resetAsk: 'This deletes your name, number and app password. You then register again. Reset?',
  resetDo: 'Reset',
  cancel: 'Cancel',
  endedTitle: 'Not available',
  ended:
    'You can use one device only. Another phone was registered, so this phone’s registration ended.',
  endedReset: 'Register this phone again',
  'no-network': 'No internet. Turn flight mode off and try again.',
  unavailable: 'The registration server is not available. Try again later.',
};

/** The messages in one language. */
export type PhoneMessages = typeof ko;

/** Returns the messages in a page's language: Korean or, for any other language, English. */
export function phoneMessages(lang: string): PhoneMessages {
  return lang.startsWith('ko') ? ko : en;
}
