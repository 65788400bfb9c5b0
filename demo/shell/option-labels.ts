/** The labels of the settings' options. */
import type {DemoSettings, SettingName} from './demo-settings.ts';

/** A label in Korean and English, or one string if both are the same. */
export type OptionLabel = readonly [ko: string, en: string] | string;

/** The label of each option. Each language is named in that language. */
export const OPTION_LABELS: {
  readonly [Name in SettingName]: Readonly<Record<DemoSettings[Name], OptionLabel>>;
} = {
  trainee: {
    hong: ['홍길동', 'ordinary'],
    new: ['앱 미설치', 'not registered yet'],
    space: ['이름에 공백', 'space in the name'],
    abroad: ['해외근로자', 'abroad'],
    locked: ['5회 실패', 'locked'],
    decomposed: ['자모 분리 이름', 'decomposed name'],
  },
  clock: {
    automatic: ['자동', 'automatic'],
    slow: ['3분 느림', '3 min slow'],
    fast: ['3분 빠름', '3 min fast'],
    abroad: ['뉴욕, 자동', 'New York, automatic'],
    'by-hand': ['뉴욕 시각으로 수동 설정', 'New York time set by hand'],
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
    'no-response': ['무응답', 'no response'],
    'response-lost': ['응답 유실', 'response lost'],
    'request-lost': ['요청 유실', 'request lost'],
    'delivered-twice': ['요청 두 번 전달', 'delivered twice'],
    'rate-limited': ['요청 과다', 'too many requests'],
    'signed-out': ['로그인 만료', 'signed out'],
    redirected: ['로그인 화면으로 이동', 'redirect to sign-in'],
    'page-outdated': ['화면 만료 (CSRF)', 'page outdated (CSRF)'],
    unavailable: ['인증 서버 장애', 'unavailable'],
    'internal-error': ['내부 오류', 'internal error'],
    malformed: ['깨진 응답', 'malformed JSON'],
    empty: ['빈 응답', 'empty response'],
    'unknown-code': ['알 수 없는 결과', 'unknown code'],
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
