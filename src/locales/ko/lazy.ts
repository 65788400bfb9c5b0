/** 한국어: the other messages, which load after the first render. */
export const lazy = {
  secondsLeft: '{seconds}초',
  fewSecondsLeft: '{seconds}초 남았습니다. 새 번호를 기다렸다가 입력해 주세요.',
  nextIsHere: '앱에 새 번호가 표시되었습니다.',
  koreanTime: '현재 한국시간: {time}',
  appOpen: 'mOTP 앱 열기',
  appInstall: 'mOTP 앱 설치하기',
  clockFast:
    "이 휴대폰의 시계가 {amount} 빨라 번호가 일치하지 않을 수 있습니다. 휴대폰 설정에서 '날짜 및 시간 자동 설정'을 켜 주세요.",
  clockSlow:
    "이 휴대폰의 시계가 {amount} 느려 번호가 일치하지 않을 수 있습니다. 휴대폰 설정에서 '날짜 및 시간 자동 설정'을 켜 주세요.",
  sending: '인증하고 있습니다. 잠시만 기다려 주세요.',
  checking: '응답이 늦어져 인증 결과를 확인하고 있습니다. 잠시만 기다려 주세요.',

  codeEmpty: 'mOTP 번호를 입력하지 않았습니다. 앱에 보이는 숫자 6자리를 입력해 주세요.',
  codeLength: 'mOTP 번호는 숫자 6자리입니다. 현재 {digits}자리가 입력되었습니다.',
  appPassword: '4자리 앱 비밀번호가 아니라, 앱에 표시된 6자리 숫자를 입력해 주세요.',
  noDigits: '숫자가 없어 입력되지 않았습니다. 앱에 보이는 숫자 6자리를 입력해 주세요.',
  unclearDigits: '숫자가 여러 개 있어 입력되지 않았습니다. 앱에 보이는 숫자 6자리만 입력해 주세요.',
  tooManyDigits:
    'mOTP 번호는 숫자 6자리입니다. {digits}자리여서 입력되지 않았습니다. 앱에 보이는 6자리만 입력해 주세요.',
  codeMismatch: 'mOTP 번호가 일치하지 않습니다. 앱에 지금 보이는 6자리를 다시 입력해 주세요.',
  codeMismatchLeft:
    'mOTP 번호가 일치하지 않습니다. 앱에 지금 보이는 번호를 다시 입력해 주세요. (남은 횟수 {left}회)',
  codeMismatchLast:
    'mOTP 번호가 일치하지 않습니다. 한 번 더 틀리면 인증이 제한되고 {way} 본인인증이 필요합니다.',
  codeRepeated: '방금 틀린 번호입니다. 앱에 지금 보이는 번호를 입력해 주세요.',
  codeExpired:
    '입력하신 번호의 유효 시간(60초)이 지났습니다. 앱에 새로 표시된 번호를 입력해 주세요.',
  codeReplayed: '이미 사용한 번호입니다. 앱에 새 번호가 표시되면 입력해 주세요.',
  nextCode:
    '이어서 한 번 더 인증이 필요합니다. 방금 사용한 번호는 다시 쓸 수 없으니, 앱에 새 번호가 표시되면 입력해 주세요.',
  nextCodeIn: '새 번호가 표시되기까지 {seconds}초',
  identityMismatch: 'mOTP 앱에 등록된 정보와 사이트에 등록된 정보가 일치하지 않습니다.',
  checkDetails: '휴대폰번호와 이름의 공백을 확인해 주세요.',
  nameDiffers: 'mOTP 앱에 등록된 이름이 사이트에 등록된 이름과 다릅니다.',
  phoneDiffers: 'mOTP 앱에 등록된 휴대폰번호가 사이트에 등록된 번호와 다릅니다.',
  resetIfAppWrong: '앱 정보가 잘못되었다면 앱에서 mOTP 등록 초기화를 해 주세요.',
  registerIfAppWrong: '앱 정보가 잘못되었다면 앱에서 이용자 등록을 다시 해 주세요.',
  askIfSiteWrong: '사이트 정보가 잘못되었다면 교육기관에 문의해 주세요.',
  blanksDiffer: 'mOTP 앱에 등록된 이름과 사이트에 등록된 이름의 공백이 다릅니다.',
  registerExactly:
    '사이트에 등록된 정보와 공백까지 똑같이 다시 등록하거나 교육기관에 문의해 주세요.',
  askNameCorrection: '교육기관에 이름 정정을 요청해 주세요.',
  notRegistered:
    'mOTP에 등록되어 있지 않습니다. 앱에서 이용자 등록을 먼저 해 주세요. 휴대폰을 바꾸거나 앱을 다시 설치한 경우에도 다시 등록해야 합니다.',
  invalidRequest: '입력한 번호를 처리하지 못했습니다. 앱에 지금 보이는 6자리를 다시 입력해 주세요.',
  offline: '인터넷에 연결되어 있지 않습니다. 연결을 확인한 뒤 다시 시도해 주세요.',
  unavailable: 'mOTP 인증 서버에 장애가 발생했습니다.',
  useServices: '{ways} 인증을 이용해 주세요.',
  tryLater: '잠시 뒤 다시 시도해 주세요.',
  internal: '일시적인 문제로 인증을 처리하지 못했습니다. 1분 뒤 다시 시도해 주세요.',
  unlocked: '인증 제한이 해제되었습니다. mOTP 번호를 다시 입력해 주세요.',
  waitEnded: '이제 다시 시도할 수 있습니다.',
  rateLimited: '요청이 많아 잠시 제한되었습니다. {seconds}초 뒤 다시 시도해 주세요.',
  signedOut: '로그인이 만료되었습니다. 다시 로그인한 뒤 인증해 주세요.',
  signIn: '다시 로그인하기',
  unknownTimeout:
    '서버의 응답이 늦어 인증 결과를 아직 확인하지 못했습니다. [결과 확인]을 눌러 주세요.',
  unknownNetwork:
    '인터넷 연결이 끊겨 인증 결과를 아직 확인하지 못했습니다. 연결을 확인한 뒤 [결과 확인]을 눌러 주세요.',
  unknownServer:
    '서버에 문제가 있어 인증 결과를 아직 확인하지 못했습니다. 잠시 뒤 [결과 확인]을 눌러 주세요.',
  unknownNotUnderstood:
    '인증 결과를 확인하지 못했습니다. [결과 확인]을 누르거나, 계속되면 교육기관에 문의해 주세요.',
  unknownSignedOut:
    '로그인이 만료되어 인증 결과를 확인하지 못했습니다. 다시 로그인한 뒤 [결과 확인]을 눌러 주세요.',
  resultUnknown:
    '인증 결과를 확인하지 못했습니다. 새로고침하여 결과를 먼저 확인해 주세요. 인증되지 않았다면 앱에 새로 표시된 번호를 입력해 주세요. 실패 횟수에 포함되었을 수 있습니다.',
  checkResult: '결과 확인',
  notCounted: '실패 횟수에는 포함되지 않습니다.',
  countedOnce: '같은 번호가 두 번 처리되지 않습니다.',
  causes: '번호가 계속 일치하지 않으면 다음을 확인해 주세요.',
  causeClock:
    "휴대폰의 시간이 정확하지 않으면 번호가 일치하지 않습니다. 휴대폰 설정에서 '날짜 및 시간 자동 설정'을 켜거나 시간대를 서울로 바꿔 주세요. 시간을 직접 입력해 맞추지 마세요.",
  causePhone:
    '다른 휴대폰에서 발급받았거나 앱을 다시 설치했다면 이전 앱의 번호는 쓸 수 없습니다. 새로 등록한 휴대폰의 번호를 입력해 주세요.',
  causeName: '앱에 등록한 이름과 휴대폰번호가 사이트에 등록된 개인정보와 공백까지 같아야 합니다.',

  lockedHeading: '인증이 제한되었습니다',
  locked: 'mOTP 번호를 {max}회 틀려 인증이 제한되었습니다.',
  lockStands: '인증 제한이 아직 해제되지 않았습니다.',
  unlockByIdentity: '{way} 본인인증을 하면 다시 사용할 수 있습니다.',
  unlockByReset: 'mOTP 등록 초기화를 한 뒤 앱에서 다시 등록하면 다시 사용할 수 있습니다.',
  askInstitute: '교육기관에 문의해 주세요.',
  registrationReset: 'mOTP 등록이 초기화되었습니다',
  registerAgain: '앱을 열어 이용자 등록을 다시 해 주세요. 등록이 끝나면 제한이 자동으로 풀립니다.',
  registered: 'mOTP 등록이 확인되었습니다. 앱에 지금 보이는 번호를 입력해 주세요.',
  checkLock: '제한이 풀렸는지 확인',
  failureCount: '실패 {failures}회 / {max}회',

  identityWaiting: '새 창에서 본인인증을 진행해 주세요.',
  identityClosed: '본인인증 창이 닫혔습니다. 인증이 끝나지 않았다면 다시 진행해 주세요.',
  identityBlocked:
    '본인인증 창이 차단되었습니다. 브라우저에서 팝업을 허용하거나 같은 버튼을 다시 눌러 주세요.',

  loadFailed: '안내를 불러오지 못했습니다. 연결을 확인한 뒤 다시 열어 주세요.',

  verified: '본인인증이 완료되었습니다.',
  completed: 'mOTP 인증이 완료되었습니다',
  startLesson: '학습 시작하기',
  startProgressTest: '평가 시작하기',
  startExam: '시험 시작하기',
  startAssignment: '과제 시작하기',

  misconfigured: '인증 화면 설정에 문제가 있습니다. 관리자에게 문의해 주세요. (코드: {attribute})',
} as const;
