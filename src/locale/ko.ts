/**
 * 한국어: the source language. The manual's own wording where it has one, with its slips of spelling
 * corrected; otherwise 합쇼체, cause first, then what to do. `{…}` is filled in; a particle that depends
 * on what is filled in (은/는, 이/가, 을/를) follows only `{support}`, which is the entry of that name.
 */
export const ko = {
  heading: '한국산업인력공단 mOTP 인증 시스템',
  leadEnrollment: '최초 과정 입과 시 본인인증 절차입니다.',
  leadLesson: '{unit}차시 학습 전 본인인증 절차입니다. (8차시마다 인증합니다.)',
  leadLessons: '학습 전 본인인증 절차입니다. (8차시마다 인증합니다.)',
  leadProgressTest: '진행단계평가 응시 전 본인인증 절차입니다.',
  leadExam: '시험 응시 전 본인인증 절차입니다.',
  leadAssignment: '과제 응시 전 본인인증 절차입니다.',

  guidance: '인증 방법',
  stepRun: '스마트폰에 설치된 mOTP 앱을 실행합니다.',
  stepEnter: 'mOTP 앱 화면에 나오는 "6자리" 번호를 하단의 mOTP번호에 입력합니다.',
  stepMatch: 'mOTP 앱에 등록된 개인 정보는 아래의 개인정보와 일치해야 합니다.',
  stepAbroad: '해외근로자는 스마트폰의 시간을 한국시간으로 변경 후 진행합니다.',
  stepLock: 'mOTP 비밀번호 5회 실패시 휴대폰 본인인증으로 초기화합니다.',
  stepOutage: 'mOTP 장애발생시 휴대폰 또는 아이핀 인증을 사용하시면 됩니다.',

  identity: '사이트에 등록된 개인정보',
  name: '이름',
  phone: '휴대폰번호',
  reveal: '개인정보 보기',
  conceal: '개인정보 가리기',
  marks: "'␣' 표시는 공백, '⍽' 표시는 특수 공백, '▢' 표시는 보이지 않는 문자입니다.",
  nameLeading: '이름 앞에 공백이 있습니다. 앱에도 똑같이 등록되어 있어야 합니다.',
  nameTrailing: '이름 뒤에 공백이 있습니다. 앱에도 똑같이 등록되어 있어야 합니다.',
  nameInner: '이름 중간에 공백이 있습니다. 앱에도 똑같이 등록되어 있어야 합니다.',
  nameDouble:
    '이름 중간에 공백이 두 칸 이상 이어져 있습니다. 앱에도 똑같이 등록되어 있어야 합니다.',
  nameFullWidthBlank:
    '이름에 전각 공백이 있습니다. 휴대폰으로는 입력하기 어려우니 교육기관에 이름 정정을 요청해 주세요.',
  nameNoBreak:
    '이름에 일반 공백과 다른 특수 공백이 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  nameInvisible: '이름에 보이지 않는 문자가 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  nameDecomposed:
    '이름이 자음·모음이 분리된 형태로 저장되어 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  nameLooseJamo:
    '이름에 글자가 되지 않은 자음·모음이 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  nameFullWidth: '이름에 전각 문자가 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  nameDamaged: '이름에 깨진 글자가 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  nameEntity: '이름에 깨진 기호가 들어 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
  phoneSeparators:
    '휴대폰번호에 하이픈(-)이나 공백이 있습니다. 앱에는 숫자만 등록됩니다. 정보가 일치하지 않는다고 나오면 교육기관에 번호 정정을 요청해 주세요.',
  phoneCountry:
    '휴대폰번호에 국가번호(82)가 있습니다. 앱에는 010으로 시작하는 번호로 등록됩니다. 교육기관에 번호 정정을 요청해 주세요.',
  phoneFullWidth: '휴대폰번호에 전각 숫자가 있습니다. 교육기관에 번호 정정을 요청해 주세요.',
  phoneInvisible: '휴대폰번호에 보이지 않는 문자가 있습니다. 교육기관에 번호 정정을 요청해 주세요.',
  phoneUnlikely: '휴대폰번호 형식이 아닙니다. 교육기관에 번호 정정을 요청해 주세요.',

  codeLabel: 'mOTP 번호 (숫자 6자리)',
  codePlaceholder: 'mOTP 번호를 입력하세요',
  codeHint:
    'mOTP 앱에 지금 보이는 숫자 6자리를 입력해 주세요. 이 화면에는 입력 시간 제한이 없습니다.',
  codeLife: '인증코드는 60초간 유효합니다. (60초 후 재생성)',
  nextSoon: '새 번호가 곧 표시됩니다. 새 번호를 기다렸다가 입력해 주세요.',
  secondsLeft: '{seconds}초',
  fewSecondsLeft: '{seconds}초 남았습니다. 새 번호를 기다렸다가 입력해 주세요.',
  nextIsHere: '앱에 새 번호가 표시되었습니다.',
  koreanTime: '현재 한국시간: {time}',
  appPasswordHint: '앱 비밀번호 4자리는 이 화면에 입력하지 않습니다.',
  required: '다음으로 넘어가려면 먼저 mOTP 번호로 본인인증을 완료해 주세요.',
  submit: '인증하기',
  sending: '인증하고 있습니다. 잠시만 기다려 주세요.',
  checking: '응답이 늦어져 인증 결과를 확인하고 있습니다. 잠시만 기다려 주세요.',

  codeEmpty: 'mOTP 번호를 입력하지 않았습니다. 앱에 보이는 숫자 6자리를 입력해 주세요.',
  codeLength: 'mOTP 번호는 숫자 6자리입니다. 현재 {digits}자리가 입력되었습니다.',
  appPassword: '4자리 앱 비밀번호가 아니라, 앱에 표시된 6자리 숫자를 입력해 주세요.',
  noDigits: '숫자가 없어 입력되지 않았습니다. 앱에 보이는 숫자 6자리를 입력해 주세요.',
  unclearDigits: '여러 숫자가 있어 입력하지 않았습니다. 앱에 보이는 숫자 6자리만 입력해 주세요.',
  tooManyDigits:
    'mOTP 번호는 숫자 6자리입니다. {digits}자리가 되어 입력하지 않았습니다. 앱에 보이는 6자리만 입력해 주세요.',
  codeMismatch: 'mOTP 번호가 일치하지 않습니다. 앱에 지금 보이는 6자리를 다시 입력해 주세요.',
  codeMismatchLeft: 'mOTP 번호가 일치하지 않습니다. {left}회 더 틀리면 인증이 제한됩니다.',
  codeMismatchLast:
    'mOTP 번호가 일치하지 않습니다. 한 번 더 틀리면 인증이 제한되고 휴대폰 본인인증이 필요합니다.',
  codeExpired:
    '입력하신 번호의 유효 시간(60초)이 지났습니다. 앱에 새로 표시된 번호를 입력해 주세요.',
  codeReplayed: '이미 사용한 번호입니다. 앱에 새 번호가 표시되면 입력해 주세요.',
  nextCode:
    '이어서 한 번 더 인증이 필요합니다. 방금 사용한 번호는 다시 쓸 수 없으니, 앱에 새 번호가 표시되면 입력해 주세요.',
  nextCodeIn: '새 번호가 표시되기까지 {seconds}초',
  identityMismatch:
    'mOTP 앱에 등록된 정보와 사이트에 등록된 정보가 일치하지 않습니다. 이름의 공백과 휴대폰번호를 확인해 주세요. 사이트 정보가 다르면 교육기관에 문의해 주세요.',
  nameDiffers:
    'mOTP 앱에 등록된 이름이 사이트에 등록된 이름과 다릅니다. 앱에서 mOTP 등록 초기화를 하거나, 사이트 정보가 다르면 교육기관에 문의해 주세요.',
  phoneDiffers:
    'mOTP 앱에 등록된 휴대폰번호가 사이트에 등록된 번호와 다릅니다. 앱에서 mOTP 등록 초기화를 하거나, 사이트 정보가 다르면 교육기관에 문의해 주세요.',
  blanksDiffer:
    'mOTP 앱에 등록된 이름과 사이트에 등록된 이름의 공백이 다릅니다. 사이트에 등록된 정보와 공백까지 똑같이 다시 등록하거나 교육기관에 문의해 주세요.',
  notRegistered:
    'mOTP에 등록되어 있지 않습니다. 앱에서 이용자 등록을 먼저 해 주세요. 휴대폰을 바꾸거나 앱을 다시 설치한 경우에도 다시 등록해야 합니다.',
  invalidRequest: '입력한 번호를 처리하지 못했습니다. 앱에 지금 보이는 6자리를 다시 입력해 주세요.',
  offline: '인터넷에 연결되어 있지 않습니다. 연결을 확인한 뒤 다시 시도해 주세요.',
  unavailable: 'mOTP 인증 서버에 장애가 발생했습니다. 휴대폰 또는 아이핀 인증을 이용해 주세요.',
  internal: '일시적인 문제로 인증을 처리하지 못했습니다. 1분 뒤 다시 시도해 주세요.',
  pageOutdated: '화면이 오래되어 요청을 처리하지 못했습니다. 새로고침한 뒤 다시 시도해 주세요.',
  reload: '새로고침',
  unlocked: '인증 제한이 해제되었습니다. mOTP 번호를 다시 입력해 주세요.',
  rateLimited: '요청이 많아 잠시 제한되었습니다. {seconds}초 뒤 다시 시도해 주세요.',
  signedOut: '로그인이 끊겼습니다. 다시 로그인한 뒤 인증해 주세요.',
  logIn: '다시 로그인하기',
  undecidedTimeout:
    '서버의 응답이 늦어 인증 결과를 아직 확인하지 못했습니다. [결과 확인]을 눌러 주세요.',
  undecidedNetwork:
    '인터넷 연결이 끊겨 인증 결과를 아직 확인하지 못했습니다. 연결을 확인한 뒤 [결과 확인]을 눌러 주세요.',
  undecidedServer:
    '서버에 문제가 있어 인증 결과를 아직 확인하지 못했습니다. 잠시 뒤 [결과 확인]을 눌러 주세요.',
  undecidedNotUnderstood:
    '서버의 응답을 이해하지 못했습니다. [결과 확인]을 누르거나, 계속되면 교육기관에 문의해 주세요.',
  undecidedSignedOut:
    '로그인이 끊겨 인증 결과를 확인하지 못했습니다. 다시 로그인한 뒤 [결과 확인]을 눌러 주세요.',
  resultUnknown:
    '인증 결과를 확인하지 못했습니다. 새로고침하여 결과를 먼저 확인해 주세요. 인증되지 않았다면 앱에 새로 표시된 번호를 입력해 주세요. 실패 횟수에 포함되었을 수 있습니다.',
  ask: '결과 확인',
  notCounted: '실패 횟수에는 포함되지 않습니다.',
  countedOnce: '같은 번호가 두 번 처리되지 않습니다.',
  causes: '번호가 계속 일치하지 않으면 다음을 확인해 주세요.',
  causeClock:
    "휴대폰의 시간이 한국시간과 다르면 번호가 일치하지 않습니다. 휴대폰 설정에서 '날짜 및 시간 자동 설정'을 켜거나 한국시간(서울)으로 변경해 주세요.",
  causePhone:
    '다른 휴대폰에서 발급받았거나 앱을 다시 설치했다면 이전 앱의 번호는 쓸 수 없습니다. 새로 등록한 휴대폰의 번호를 입력해 주세요.',
  causeName: '앱에 등록한 이름과 휴대폰번호가 사이트에 등록된 개인정보와 공백까지 같아야 합니다.',

  lockedHeading: '인증이 제한되었습니다',
  lockedByPhone:
    'mOTP 번호를 {max}회 틀려 인증이 제한되었습니다. 휴대폰 본인인증을 하면 다시 사용할 수 있습니다.',
  locked:
    'mOTP 번호를 {max}회 틀려 인증이 제한되었습니다. 본인인증을 하거나 교육기관에 문의해 주세요.',
  lockStands: '인증 제한이 아직 해제되지 않았습니다. 본인인증을 다시 진행해 주세요.',
  askLock: '제한 해제 확인',
  tries: '실패 {failures}회 / {max}회',

  otherWays: '만일 mOTP 인증이 어려울 경우, 다른 방법으로 본인인증을 진행할 수 있습니다.',
  phoneIdentity: '휴대폰 본인인증',
  phoneIdentityFor: '본인 명의 휴대폰',
  ipin: '아이핀 인증',
  ipinFor: '법인·가족 명의 휴대폰, 해외 체류',
  identityWaiting: '새 창에서 본인인증을 진행해 주세요.',
  identityClosed: '본인인증 창이 닫혔습니다. 인증이 끝나지 않았다면 다시 진행해 주세요.',
  identityBlocked:
    '본인인증 창이 차단되었습니다. 브라우저에서 팝업을 허용하거나 같은 단추를 다시 눌러 주세요.',
  reRegistration: 'mOTP 등록 초기화',
  reRegistrationFor: '휴대폰 변경, 앱 재설치, 비밀번호 분실',
  newWindow: '(새 창 열림)',

  helpBoth: '※ 도움이 필요하시면 {tel}에 전화연락 또는 {support}을 클릭해 주세요.',
  helpTel: '※ 도움이 필요하시면 {tel}에 전화연락해 주세요.',
  helpSupport: '※ 도움이 필요하시면 {support}을 클릭해 주세요.',
  support: '원격상담',
  firstTime: 'mOTP 처음 사용 안내',
  questions: '자주 묻는 질문',
  arriving: '불러오는 중입니다.',
  arrivedNot: '안내를 불러오지 못했습니다. 연결을 확인한 뒤 다시 열어 주세요.',
  guide: 'mOTP 인증안내',
  manual: '매뉴얼 다운로드',

  verified: '본인인증이 완료되었습니다.',
  completed: 'mOTP인증이 완료되었습니다',
  close: '닫기',

  misconfigured: '인증 화면 설정에 문제가 있습니다. 관리자에게 문의해 주세요. (코드: {problem})',
} as const;
