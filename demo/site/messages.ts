/** The messages of the training site, which is fictional. */
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
  checkRequired: '본인인증',
  watch: '강의 영상이 재생되는 자리입니다. 데모에서는 바로 다음으로 넘어갈 수 있습니다.',
  finishLesson: '학습 완료',
  finishTest: '제출하기',
  testLead: '문제가 나오는 자리입니다. 데모에서는 바로 제출할 수 있습니다.',
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
  courseLead: 'Refundable course · 30 days · {percent}% done',
  enter: 'Start the course',
  goOn: 'Continue',
  back: 'Back to the course',
  progress: 'Progress',
  lesson: 'Lesson {number}',
  'progress-test': 'Progress test',
  exam: 'Exam',
  assignment: 'Assignment',
  done: 'done',
  now: 'next',
  checkRequired: 'verification',
  watch: 'A lecture would play here. In this demo you can continue right away.',
  finishLesson: 'Finish lesson',
  finishTest: 'Submit',
  testLead: 'Questions would appear here. In this demo you can submit right away.',
  completed: 'You have completed the course.',
  record: 'Identity verifications',
  recordLead: 'Confirmed by the institute’s server with the verification system.',
  recordNone: 'None yet.',
  when: 'Time (Korea)',
  what: 'Occasion',
  id: 'Receipt',
  refused: 'The result could not be confirmed. Please verify again.',
  unreachable: 'The institute’s server can’t be reached. Try again later.',
  enrollment: 'Enrolment',
};

/** The messages in one language. */
export type SiteMessages = typeof ko;

/** Returns the messages in a page's language: Korean or, for any other language, English. */
export function siteMessages(lang: string): SiteMessages {
  return lang.startsWith('ko') ? ko : en;
}

/** Returns the name of a step or an occasion, such as 9차시 or 시험. */
export function occasionLabel(
  messages: SiteMessages,
  occasion: Occasion,
  unit: number | undefined,
): string {
  return messages[occasion].replace('{number}', String(unit ?? ''));
}
