/** The demo's own words; the widget has its own catalogues. */
import type {DemoSettings, SettingName} from './demo-settings.ts';

const ko = {
  title: '데모',
  lead: '휴대폰에 보이는 숫자 6자리를 mOTP 번호에 입력해 보세요. 서버는 이 화면 안에서 동작합니다.',
  field: '입력란의 모든 상태',
  trainee: '훈련생',
  clock: '휴대폰 시계',
  occasion: '인증 시점',
  language: '언어',
  fault: '서버 상태',
  server: '서버 위치',
  theme: '화면',
  again: '처음부터 다시',
  exchange: '주고받은 요청',
  exchangeLead: '번호와 개인정보는 표시하지 않습니다.',
  noServer: '실제 서버는 npm start로 시작한 데모에만 있습니다. 서버는 이 화면 안에서 동작합니다.',
  workerGone:
    '시연 서버(서비스 워커)가 사라져 요청이 이 화면 밖으로 나갔습니다. 새로고침하면 다시 시작됩니다. 지금까지 한 것은 그대로 있습니다.',
  reload: '새로고침',
  trouble:
    '이 브라우저에서는 서비스 워커를 쓸 수 없어 시연 서버가 시작되지 않았습니다. localhost 또는 https 주소로 열어 주세요.',
};

const en: typeof ko = {
  title: 'demo',
  lead: 'Type the six digits of the phone into the widget. The server runs inside this page.',
  field: 'Every state of the code field',
  trainee: 'Trainee',
  clock: 'Phone’s clock',
  occasion: 'Occasion',
  language: 'Language',
  fault: 'Server',
  server: 'Where it runs',
  theme: 'Theme',
  again: 'Start over',
  exchange: 'Exchange',
  exchangeLead: 'Codes and personal details are not shown.',
  noServer: 'Only the demo of npm start has a real server. The one inside this page is used.',
  workerGone:
    'The demo’s server, a service worker, is gone: requests went past it. Reload to start it again; nothing is lost.',
  reload: 'Reload',
  trouble:
    'The demo’s server did not start, since service workers are not to be had here. Open it at localhost or at an https address.',
};

/** The words of the page, which is in Korean or English, whatever the widget speaks. */
export const PAGE: {
  readonly [Lang in 'ko' | 'en']: Readonly<Record<string, string>>;
} = {ko, en};

/** A choice in Korean and in English; what is called the same in both, once. */
export type OptionLabel = readonly [ko: string, en: string] | string;

/** The names of the choices; a language is named in itself. */
export const OPTION_LABELS: {
  readonly [Name in SettingName]: Readonly<Record<DemoSettings[Name], OptionLabel>>;
} = {
  trainee: {
    hong: ['홍길동', 'ordinary'],
    new: ['앱 미설치', 'not registered yet'],
    space: ['이름에 공백', 'a blank in the name'],
    abroad: ['해외근로자', 'abroad'],
    locked: ['5회 실패', 'locked'],
    decomposed: ['자모 분리 이름', 'decomposed name'],
  },
  clock: {
    automatic: ['자동', 'automatic'],
    slow: ['3분 느림', '3 min slow'],
    fast: ['3분 빠름', '3 min fast'],
    abroad: ['뉴욕, 자동', 'New York, automatic'],
    'by-hand': ['뉴욕 시각을 손으로', 'New York, by hand'],
  },
  occasion: {
    enrollment: ['최초 입과', 'enrollment'],
    lesson: ['9차시', 'lesson 9'],
    'progress-test': ['진행단계평가', 'progress test'],
    exam: ['시험', 'exam'],
    assignment: ['과제', 'assignment'],
  },
  lang: {
    ko: '한국어',
    en: 'English',
    vi: 'Tiếng Việt',
    zh: '简体中文',
    th: 'ไทย',
    id: 'Bahasa Indonesia',
    uz: 'Oʻzbekcha',
    ne: 'नेपाली',
    km: 'ភាសាខ្មែរ',
  },
  fault: {
    none: ['정상', 'none'],
    slow: ['느림', 'slow'],
    'no-response': ['무응답', 'no answer'],
    'response-lost': ['응답 유실', 'answer lost'],
    'request-lost': ['요청 유실', 'request lost'],
    'delivered-twice': ['요청 두 번 전달', 'delivered twice'],
    'rate-limited': ['요청 과다', 'too many requests'],
    'signed-out': ['로그인 끊김', 'signed out'],
    redirected: ['로그인 화면으로 이동', 'redirect to login'],
    'page-outdated': ['화면 만료 (CSRF)', 'page outdated (CSRF)'],
    unavailable: ['인증 서버 장애', 'out of order'],
    'internal-error': ['내부 오류', 'internal error'],
    malformed: ['깨진 응답', 'broken JSON'],
    empty: ['빈 응답', 'empty answer'],
    'unknown-code': ['알 수 없는 결과', 'unknown outcome'],
  },
  server: {
    browser: ['이 화면 안', 'in the browser'],
    node: ['실제 서버 (npm start)', 'real server (npm start)'],
  },
  theme: {
    auto: ['자동', 'auto'],
    light: ['밝게', 'light'],
    dark: ['어둡게', 'dark'],
    'high-contrast': ['고대비', 'high contrast'],
  },
};
