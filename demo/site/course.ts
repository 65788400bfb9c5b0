/** The course, a trainee's progress in it, and the next step (requirement P5). */
import {dueCheck, type DueCheck, type NextStep, type PassedCheck} from '../../src/core/occasion.ts';

/** The number of lessons: enough for checks before lessons 9 and 17. */
export const LESSONS = 17;

/** The steps of the course, in order. The progress test comes halfway. */
export const STEPS: readonly NextStep[] = [
  ...lessons(1, 9),
  {kind: 'progress-test', attempt: 1},
  ...lessons(10, LESSONS),
  {kind: 'exam', attempt: 1},
  {kind: 'assignment', attempt: 1},
];

/** A check whose receipt the site's server has confirmed. */
export interface RecordedCheck extends PassedCheck {
  readonly verificationId: string;
  /** The endpoint's time of the verification, in ms since the epoch. */
  readonly verifiedAt: number;
}

/** A trainee's record on the site's server. */
export interface CourseRecord {
  /** The number of completed {@link STEPS}. */
  readonly done: number;
  readonly checks: readonly RecordedCheck[];
}

/** The record of a new trainee. */
export const NEW_RECORD: CourseRecord = {done: 0, checks: []};

/** What a trainee can do next. */
export type CourseStatus =
  /** A check is due before the step. */
  | {readonly status: 'check-due'; readonly step: NextStep; readonly check: DueCheck}
  | {readonly status: 'open'; readonly step: NextStep}
  | {readonly status: 'completed'};

/** Returns what the trainee of a record can do next. */
export function courseStatus({done, checks}: CourseRecord): CourseStatus {
  const step = STEPS[done];
  if (!step) return {status: 'completed'};
  const check = dueCheck({next: step, passed: checks});
  return check ? {status: 'check-due', step, check} : {status: 'open', step};
}

function lessons(from: number, to: number): NextStep[] {
  return Array.from({length: to - from + 1}, (_, i) => ({kind: 'lesson', number: from + i}));
}
