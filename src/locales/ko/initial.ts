/** 한국어: the messages of the first render. */
export const initial = {
  heading: '한국산업인력공단 mOTP 인증 시스템',
  leadEnrollment: '최초 과정 입과 시 본인인증 절차입니다.',
  leadLesson: '{unit}차시 학습 전 본인인증 절차입니다. (8차시마다 인증합니다.)',
  leadLessons: '학습 전 본인인증 절차입니다. (8차시마다 인증합니다.)',
  leadProgressTest: '진행단계평가 응시 전 본인인증 절차입니다.',
  leadExam: '시험 응시 전 본인인증 절차입니다.',
  leadAssignment: '과제 응시 전 본인인증 절차입니다.',

  guidance: '인증 방법',
  stepRun: '스마트폰에 설치된 mOTP 앱을 실행합니다.',
  stepEnter: "mOTP 앱 화면에 나오는 '6자리' 번호를 mOTP 번호 칸에 입력합니다.",
  stepMatch: 'mOTP 앱에 등록된 개인정보는 이 화면의 개인정보와 일치해야 합니다.',
  stepAbroad:
    "해외에서는 휴대폰 설정의 '날짜 및 시간 자동 설정'을 켜거나 시간대를 서울로 바꿉니다.",
  stepLock: 'mOTP 번호를 5회 틀리면 휴대폰 본인인증으로 제한을 해제합니다.',
  stepOutage: 'mOTP 장애 발생 시 휴대폰 또는 아이핀 인증을 이용하시면 됩니다.',

  identity: '사이트에 등록된 개인정보',
  name: '이름',
  phone: '휴대폰번호',

  codeLabel: 'mOTP 번호 (숫자 6자리)',
  codePlaceholder: 'mOTP 번호를 입력하세요',
  codeHint: '앱의 6자리 번호를 입력해 주세요.',
  codeLife: '번호는 60초마다 바뀌며, 바뀌면 새 번호를 입력하면 됩니다.',
  nextSoon: '새 번호가 곧 표시됩니다. 새 번호를 기다렸다가 입력해 주세요.',
  appPasswordHint: '앱 비밀번호 4자리는 여기에 입력하지 마세요.',
  required: '다음으로 넘어가려면 먼저 mOTP 번호로 본인인증을 완료해 주세요.',
  submit: '인증하기',

  pageOutdated:
    '화면을 연 지 오래되어 요청을 처리하지 못했습니다. 새로고침한 뒤 다시 시도해 주세요.',
  reload: '새로고침',

  otherWays: '만일 mOTP 인증이 어려울 경우, 다른 방법으로 본인인증을 진행할 수 있습니다.',
  phoneIdentity: '휴대폰 본인인증',
  phoneIdentityFor: '본인 명의 휴대폰',
  ipin: '아이핀 인증',
  ipinFor: '법인·가족 명의 휴대폰, 해외 체류',
  reRegistration: 'mOTP 등록 초기화',
  reRegistrationFor: '휴대폰 변경, 앱 재설치, 앱 비밀번호 분실',
  newWindow: '(새 창 열림)',

  helpBoth: '※ 도움이 필요하시면 {tel}번으로 전화하시거나 {support} 링크를 눌러 주세요.',
  helpTel: '※ 도움이 필요하시면 {tel}번으로 전화해 주세요.',
  helpSupport: '※ 도움이 필요하시면 {support} 링크를 눌러 주세요.',
  support: '원격상담',
  firstTime: 'mOTP 처음 사용 안내',
  questions: '자주 묻는 질문',
  loading: '불러오는 중입니다.',
  guide: 'mOTP 인증안내',
  manual: '매뉴얼 다운로드',
} as const;
