/** A course, how far a trainee is in it, and what may come next (requirement P5). */
import {dueCheck, type DueCheck, type NextStep, type PassedCheck} from '../../src/core/occasion.ts';

/** How many lessons the course has: enough for checks before the ninth and the seventeenth. */
export const LESSONS = 17;

/** Everything that is to be done, in its order. The progress test opens halfway. */
export const STEPS: readonly NextStep[] = [
  ...lessons(1, 9),
  {is: 'progress-test', attempt: 1},
  ...lessons(10, LESSONS),
  {is: 'exam', attempt: 1},
  {is: 'assignment', attempt: 1},
];

/** A check that the site's server has found to be true. */
export interface RecordedCheck extends PassedCheck {
  readonly verificationId: string;
  /** ms since the epoch, by the endpoint. */
  readonly verifiedAt: number;
}

/** What the site's server knows of a trainee. */
export interface CourseRecord {
  /** How many of {@link STEPS} are done. */
  readonly done: number;
  readonly checks: readonly RecordedCheck[];
}

/** Nothing done yet. */
export const NEW_RECORD: CourseRecord = {done: 0, checks: []};

/** What a trainee can do now. */
export type CourseStatus =
  /** A check comes first. */
  | {readonly status: 'check-due'; readonly step: NextStep; readonly check: DueCheck}
  | {readonly status: 'open'; readonly step: NextStep}
  | {readonly status: 'completed'};

/** Where a trainee stands. */
export function courseStatus({done, checks}: CourseRecord): CourseStatus {
  const step = STEPS[done];
  if (!step) return {status: 'completed'};
  const check = dueCheck({next: step, passed: checks});
  return check ? {status: 'check-due', step, check} : {status: 'open', step};
}

function lessons(from: number, to: number): NextStep[] {
  return Array.from({length: to - from + 1}, (_, i) => ({is: 'lesson', number: from + i}));
}
