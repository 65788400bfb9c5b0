/** 한국어: the first-time guide and the questions, in the manual's wording. */
export const guide = {
  about: 'mOTP란?',
  purpose: '부정훈련을 방지하고, 원격훈련 진행을 위해 간편하게 인증하는 방법입니다.',
  whoTerm: '이용 대상',
  who: '원격훈련기관 훈련생',
  deviceTerm: '이용 가능 단말기',
  device: '앱 설치가 가능한 스마트폰 (안드로이드 OS 4.3 이상 / iOS 8.0 이상)',
  neededTerm: '발급 시 필요 정보',
  needed: '본인 성명, 휴대폰번호, 앱 비밀번호(숫자 4자리)',
  whenTerm: '인증 시점',
  when: '최초 과정 입과 시, 매 8차시 초과 시, 진행단계평가·시험·과제 응시 전',
  cautionTerm: '이용 시 유의사항',
  oneDevice: '1인 1기기에서만 사용 가능합니다.',
  newDevice: '휴대폰 변경 또는 앱 재설치 시 신규 발급받아야 합니다.',
  otherWays: 'mOTP 인증이 어려울 경우 {ways} 인증이 가능합니다.',

  install: 'mOTP 설치하기',
  installApp:
    'mOTP 앱을 검색하여 설치한 후 실행해 주세요. (안드로이드: Play 스토어 / 아이폰: App Store)',
  android: 'Play 스토어에서 설치하기',
  ios: 'App Store에서 설치하기',
  scan: '휴대폰 카메라로 비추면 설치 화면이 열립니다.',
  androidCode: '안드로이드 설치 QR 코드',
  iosCode: '아이폰 설치 QR 코드',

  register: 'mOTP 등록하기',
  consent: '개인정보 수집 동의를 눌러 주세요.',
  details: '이름과 휴대폰번호, 앱 비밀번호(숫자 4자리)를 입력해 주세요.',
  sameDetails: '이름과 휴대폰번호는 이 화면의 개인정보와 공백까지 똑같이 입력해 주세요.',

  use: 'mOTP 사용하기',
  start: "수강하기를 클릭하여 '최초 입과 시 본인인증'을 진행합니다.",
  run: '설치된 mOTP 앱을 실행합니다.',
  password: '이용자 등록 시 설정한 앱 비밀번호 4자리를 입력해 주세요.',
  enter: '앱에 보이는 6자리 숫자를 mOTP 번호 칸에 정확히 입력해 주세요.',
  done: 'mOTP 인증 성공 시 완료 팝업을 확인할 수 있습니다. 이후 8차시마다, 그리고 진행단계평가·시험·과제 전에도 2~4단계와 같은 방법으로 진행해 주세요.',
  noteTerm: '유의사항',
  life: 'mOTP 번호는 60초마다 바뀌며, 바뀌면 새 번호를 입력하면 됩니다.',
  lock: 'mOTP 번호를 5회 틀린 경우, {way} 본인인증 후 다시 사용 가능합니다.',

  mismatchQuestion: 'mOTP 정보가 불일치하다고 나옵니다.',
  mismatchAnswer:
    '이름에 공백이 들어가 있는지 반드시 확인해 주시기 바랍니다. 사이트에 등록된 정보와 공백까지 일치해야 합니다.',
  abroadQuestion: '해외에서 mOTP 사용이 가능한가요?',
  abroadAnswer:
    "네. mOTP 번호는 휴대폰의 시간으로 만들어집니다. 해외에서는 '날짜 및 시간 자동 설정'을 켜거나 시간대를 서울로 바꿔 주세요. 시간을 직접 입력해 맞추지 마세요.",
  changeQuestion: '개인정보 변경 방법이 궁금합니다.',
  lostQuestion: '앱 비밀번호 분실 시 대처 방법이 궁금합니다.',
  resetAnswer: 'mOTP 등록 초기화를 하시면 됩니다.',
  lockedQuestion: 'mOTP 번호를 5회 틀려 인증이 되지 않습니다.',
  lockedAnswer: 'mOTP 등록 초기화를 진행하시거나, {way} 본인인증을 통해 재진행할 수 있습니다.',
} as const;
