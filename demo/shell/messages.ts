/** The words of the stage around the pages that are played on it. */

const ko = {
  check: '인증 화면',
  course: '교육과정 전체',
  guide: '연동 안내',
  field: '입력란의 모든 상태',
  pages: '데모의 화면',
  switches: '장면 바꾸기',
  phones: '휴대폰',
  phone1: '휴대폰',
  phone2: '다른 휴대폰',
  offline: '비행기 모드',
  remove: '앱 삭제',
  skip: '1분 건너뛰기',
  password: '앱 비밀번호는 {password}입니다.',
  exchange: '주고받은 요청',
  exchangeLead: '번호, 열쇠와 개인정보는 가려서 표시합니다.',
  fromPage: '화면',
  fromSite: '교육기관 서버',
  fromApp: '앱 서버',
  fromIdentityService: '본인인증기관',
};

const en: typeof ko = {
  check: 'The check alone',
  course: 'A whole course',
  guide: 'Integration guide',
  field: 'Every state of the code field',
  pages: 'Pages of the demo',
  switches: 'Change the scene',
  phones: 'Phone',
  phone1: 'Phone',
  phone2: 'Another phone',
  offline: 'Flight mode',
  remove: 'Delete the app',
  skip: 'Skip a minute',
  password: 'The app password is {password}.',
  exchange: 'Exchange',
  exchangeLead: 'Numbers, keys and personal details are hidden.',
  fromPage: 'page',
  fromSite: 'site’s server',
  fromApp: 'app’s server',
  fromIdentityService: 'identity service',
};

/** See the file's head. */
export type ShellMessages = typeof ko;

/** The stage's words in a page's language: Korean, or else English. */
export function shellMessages(lang: string): ShellMessages {
  return lang.startsWith('ko') ? ko : en;
}
