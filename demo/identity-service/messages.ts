/** The messages of the demo's identity service. */
import type {IdentityServiceName} from './identity-urls.ts';

const ko = {
  titles: {
    phone: '휴대폰 본인인증',
    ipin: '아이핀 인증',
    're-registration': 'mOTP 등록 초기화',
  } satisfies Record<IdentityServiceName, string>,
  demo: '데모',
  lead: {
    phone: '본인 명의 휴대폰의 이동통신사를 고르고, 문자로 받은 인증번호를 입력합니다.',
    ipin: '아이핀 아이디와 비밀번호로 본인을 확인합니다. 휴대폰이 없어도 됩니다.',
    're-registration': '등록된 mOTP를 초기화합니다. 앱에서 다시 등록해야 합니다.',
  } satisfies Record<IdentityServiceName, string>,
  standIn: '실제로는 본인인증기관의 창이 열립니다. 이 창은 그 결과를 대신 알립니다.',
  carrier: '이동통신사',
  carriers: ['가 통신', '나 통신', '다 통신', '알뜰폰'],
  name: '이름',
  succeed: '인증 성공',
  reset: '초기화',
  fail: '인증 실패',
  cancel: '취소',
  sending: '결과를 알리는 중입니다.',
  released: '완료되었습니다. 이 창을 닫고 돌아가세요.',
  failed: '본인인증에 실패했습니다.',
  'identity-mismatch': '인증한 이름이 mOTP에 등록된 이름과 다릅니다.',
  'not-registered': 'mOTP에 등록되어 있지 않습니다.',
  unreachable: '인증 시스템에 연결할 수 없습니다. 원래 화면이 열려 있는지 확인해 주세요.',
};

const en: typeof ko = {
  titles: {
    phone: 'Phone verification',
    ipin: 'i-PIN verification',
    're-registration': 'Reset mOTP registration',
  },
  demo: 'demo',
  lead: {
    phone: 'Choose your phone’s carrier and enter the code from the text message.',
    ipin: 'Sign in with your i-PIN name and password. No phone is needed.',
    're-registration': 'Your mOTP registration is reset. Register again in the app.',
  },
  standIn:
    'In production an identity service opens here. This window reports the result in its place.',
  carrier: 'Carrier',
  carriers: ['Carrier A', 'Carrier B', 'Carrier C', 'MVNO'],
  name: 'Name',
  succeed: 'Succeed',
  reset: 'Reset',
  fail: 'Fail',
  cancel: 'Cancel',
  sending: 'Reporting …',
  released: 'Done. Close this window and go back.',
  failed: 'The verification failed.',
  'identity-mismatch': 'The verified name is not the one registered for mOTP.',
  'not-registered': 'Not registered for mOTP.',
  unreachable: 'The verification system can’t be reached. Is the page still open?',
};

/** The messages in one language. */
export type IdentityMessages = typeof ko;

/** Returns the messages in a page's language: Korean or, for any other language, English. */
export function identityMessages(lang: string): IdentityMessages {
  return lang.startsWith('ko') ? ko : en;
}
