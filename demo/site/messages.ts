/** The words of the training site, which is invented. */
import type {Occasion} from '../../src/core/occasion.ts';

const ko = {
  institute: '새봄원격평생교육원',
  trainee: '{name} 님',
  course: '산업안전보건 실무 (17차시)',
  courseLead: '고용보험 환급 과정 · 학습 기간 30일 · 진도율 {percent}%',
  enter: '수강하기',
  goOn: '이어서 학습하기',
  back: '과정 화면으로',
  progress: '진도',
  lesson: '{number}차시',
  'progress-test': '진행단계평가',
  exam: '시험',
  assignment: '과제',
  done: '완료',
  now: '다음',
  asks: '본인인증',
  watch: '강의 영상이 재생되는 자리입니다. 시연에서는 바로 다음으로 넘어갈 수 있습니다.',
  finishLesson: '학습 완료',
  finishTest: '제출하기',
  testLead: '문제가 나오는 자리입니다. 시연에서는 바로 제출할 수 있습니다.',
  completed: '모든 과정을 마쳤습니다. 수고하셨습니다.',
  record: '본인인증 기록',
  recordLead: '교육기관 서버가 인증 시스템에 확인한 기록입니다.',
  recordNone: '아직 기록이 없습니다.',
  when: '일시 (한국시간)',
  what: '인증 시점',
  id: '확인 번호',
  refused: '인증 결과를 확인하지 못했습니다. 다시 인증해 주세요.',
  unreachable: '교육기관 서버에 연결할 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
  enrollment: '최초 입과',
};

const en: typeof ko = {
  institute: 'Saebom Remote Academy',
  trainee: '{name}',
  course: 'Safety at Work (17 lessons)',
  courseLead: 'Refundable course · 30 days · {percent} % done',
  enter: 'Start the course',
  goOn: 'Go on',
  back: 'Back to the course',
  progress: 'Progress',
  lesson: 'Lesson {number}',
  'progress-test': 'Progress test',
  exam: 'Exam',
  assignment: 'Assignment',
  done: 'done',
  now: 'next',
  asks: 'identity check',
  watch: 'A lecture would play here. In this demo you can go on at once.',
  finishLesson: 'Lesson finished',
  finishTest: 'Hand in',
  testLead: 'Questions would stand here. In this demo you can hand in at once.',
  completed: 'You have completed the course.',
  record: 'Identity checks',
  recordLead: 'As the institute’s server has found them to be true.',
  recordNone: 'None yet.',
  when: 'When (Korea time)',
  what: 'Occasion',
  id: 'Receipt',
  refused: 'The result could not be confirmed. Please verify again.',
  unreachable: 'The institute’s server can’t be reached. Try again in a while.',
  enrollment: 'Enrolment',
};

/** See the file's head. */
export type SiteMessages = typeof ko;

/** The site's words in a page's language: Korean, or else English. */
export function siteMessages(lang: string): SiteMessages {
  return lang.startsWith('ko') ? ko : en;
}

/** What is to be done or was checked, by its name: 9차시, 시험 … */
export function occasionLabel(
  words: SiteMessages,
  occasion: Occasion,
  unit: number | undefined,
): string {
  return words[occasion].replace('{number}', String(unit ?? ''));
}
