/** The messages of the toolbar, the phone panel, the request log and the demo's own errors. */
import type {SettingName} from './demo-settings.ts';

const ko = {
  title: '데모',
  verification: '인증 화면',
  course: '교육과정 전체',
  guide: '연동 안내',
  states: '입력란의 모든 상태',
  pages: '데모의 화면',
  settings: '장면 바꾸기',
  settingLabels: {
    trainee: '훈련생',
    clock: '휴대폰 시계',
    occasion: '인증 시점',
    lang: '언어',
    fault: '서버 상태',
    server: '서버 위치',
    theme: '화면',
  } satisfies Record<SettingName, string>,
  restart: '처음부터 다시',
  phones: '휴대폰',
  secondPhone: '다른 휴대폰',
  offline: '비행기 모드',
  remove: '앱 삭제',
  advance: '1분 건너뛰기',
  password: '앱 비밀번호는 {password}입니다.',
  requestLog: '주고받은 요청',
  requestLogLead: '번호, 키와 개인정보는 가려서 표시합니다.',
  fromPage: '화면',
  fromSite: '교육기관 서버',
  fromApp: '앱 서버',
  fromIdentityService: '본인인증기관',
  nodeServerMissing:
    '실제 서버는 npm start로 시작한 데모에만 있습니다. 서버는 이 화면 안에서 동작합니다.',
  workerGone:
    '데모 서버(서비스 워커)가 사라져 요청이 이 화면 밖으로 나갔습니다. 새로고침하면 다시 시작됩니다. 지금까지 한 것은 그대로 있습니다.',
  reload: '새로고침',
  startFailed:
    '이 브라우저에서는 서비스 워커를 쓸 수 없어 데모 서버가 시작되지 않았습니다. localhost 또는 https 주소로 열어 주세요.',
};

const en: typeof ko = {
  title: 'demo',
  verification: 'Verification',
  course: 'A whole course',
  guide: 'Integration guide',
  states: 'Every state of the code field',
  pages: 'Demo pages',
  settings: 'Settings',
  settingLabels: {
    trainee: 'Trainee',
    clock: 'Phone’s clock',
    occasion: 'Occasion',
    lang: 'Language',
    fault: 'Server fault',
    server: 'Server location',
    theme: 'Theme',
  },
  restart: 'Start over',
  phones: 'Phone',
  secondPhone: 'Another phone',
  offline: 'Flight mode',
  remove: 'Delete the app',
  advance: 'Skip a minute',
  password: 'The app password is {password}.',
  requestLog: 'Requests',
  requestLogLead: 'Codes, keys and personal data are hidden.',
  fromPage: 'page',
  fromSite: 'site’s server',
  fromApp: 'app’s server',
  fromIdentityService: 'identity service',
  nodeServerMissing:
    'Only the demo started with npm start has a real server. The demo uses the server inside this page.',
  workerGone:
    'The demo’s server, a service worker, is gone, so requests bypassed it. Reload the page to start it again. Nothing is lost.',
  reload: 'Reload',
  startFailed:
    'The demo’s server did not start, because service workers are not available here. Open the demo at localhost or at an https address.',
};

/** The messages in one language. */
export type ShellMessages = typeof ko;

/** Returns the messages in a page's language: Korean or, for any other language, English. */
export function shellMessages(lang: string): ShellMessages {
  return lang.startsWith('ko') ? ko : en;
}
