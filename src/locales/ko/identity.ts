/** 한국어: the messages about registered details that are masked, or that are likely to differ from the app. */
export const identity = {
  reveal: '개인정보 보기',
  conceal: '개인정보 가리기',
  concealed: '개인정보를 가렸습니다.',
  marks: "'␣' 표시는 공백, '⍽' 표시는 특수 공백, '▢' 표시는 보이지 않는 문자입니다.",
  sameInApp: '앱에도 똑같이 등록되어 있어야 합니다.',
  nameLeading: '이름 앞에 공백이 있습니다.',
  nameTrailing: '이름 뒤에 공백이 있습니다.',
  nameInner: '이름 중간에 공백이 있습니다.',
  nameDouble: '이름 중간에 공백이 두 칸 이상 이어져 있습니다.',
  nameFullWidthBlank:
    '이름에 폭이 넓은(전각) 공백이 있습니다. 휴대폰으로는 입력하기 어려우니 교육기관에 이름 정정을 요청해 주세요.',
  nameNoBreak: '이름에 일반 공백과 다른 특수 공백이 있습니다.',
  nameInvisible: '이름에 보이지 않는 문자가 있습니다.',
  nameDecomposed: '이름의 자음과 모음이 분리되어 저장되었습니다.',
  nameLooseJamo: '이름에 글자가 되지 않은 자음·모음이 있습니다.',
  nameFullWidth: '이름에 폭이 넓은(전각) 문자가 있습니다.',
  nameDamaged: '이름에 깨진 글자가 있습니다.',
  nameEntity: '이름에 깨진 기호가 들어 있습니다.',
  phoneSeparators:
    '휴대폰번호에 하이픈(-)이나 공백이 있습니다. 앱에는 숫자만 등록됩니다. 정보가 일치하지 않는다고 나오면 교육기관에 번호 정정을 요청해 주세요.',
  phoneCountry: '휴대폰번호에 국가번호(82)가 있습니다. 앱에는 010으로 시작하는 번호로 등록됩니다.',
  phoneFullWidth: '휴대폰번호에 폭이 넓은(전각) 숫자가 있습니다.',
  phoneInvisible: '휴대폰번호에 보이지 않는 문자가 있습니다.',
  phoneUnlikely: '등록된 번호가 휴대폰번호 형식에 맞지 않습니다.',
  askPhoneCorrection: '교육기관에 번호 정정을 요청해 주세요.',
} as const;
