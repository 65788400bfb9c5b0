/** The occasions on which a trainee must prove who they are (requirements O1 to O3). */

/**
 * Every occasion, in the order of a course:
 * `enrollment` 최초 과정 입과, `lesson` 매 8차시 초과, `progress-test` 진행단계평가, `exam` 시험,
 * `assignment` 과제.
 */
export const OCCASIONS = ['enrollment', 'lesson', 'progress-test', 'exam', 'assignment'] as const;

/** One of {@link OCCASIONS}. */
export type Occasion = (typeof OCCASIONS)[number];

/** What a trainee is about to do. Lessons and attempts are counted from 1. */
export type NextStep =
  | {readonly kind: 'lesson'; readonly number: number}
  | {readonly kind: 'progress-test' | 'exam' | 'assignment'; readonly attempt: number};

/** A check that was passed: its occasion, and the lesson's or attempt's number. */
export interface PassedCheck {
  readonly occasion: Occasion;
  readonly unit?: number | undefined;
}

/** How far a trainee is in a course. */
export interface Progress {
  readonly next: NextStep;
  /** Every check of this course that was passed, in any order. */
  readonly passed: readonly PassedCheck[];
}

/** What a site can choose. */
export interface OccasionOptions {
  /** How many lessons one check covers; 8 (manual: 매 8차시). At least 1. */
  readonly lessonsPerCheck?: number;
  /** Whether the first lesson asks too, right after enrolment, as many sites have it. */
  readonly firstLesson?: boolean;
}

/** A check that is due: what `occasion` and `unit` of the element are to be. */
export interface DueCheck {
  readonly occasion: Occasion;
  readonly unit?: number;
}

/**
 * The check that is due before the trainee goes on, or `undefined` where none is: at the first entry
 * to a course; before lesson 9, 17, 25 … (manual: 매 8회차 초과시), or whichever lesson of such eight
 * comes first; before each progress test, exam and assignment, each time. Where two are due, this is
 * the first; ask again once it is passed.
 */
export function dueCheck(
  {next, passed}: Progress,
  {lessonsPerCheck = 8, firstLesson = false}: OccasionOptions = {},
): DueCheck | undefined {
  if (!passed.some(({occasion}) => occasion === 'enrollment')) return {occasion: 'enrollment'};
  if (next.kind !== 'lesson') {
    const {kind: occasion, attempt: unit} = next;
    const isPassed = passed.some((check) => check.occasion === occasion && check.unit === unit);
    return isPassed ? undefined : {occasion, unit};
  }
  const span = Math.max(1, Math.trunc(lessonsPerCheck));
  const spanOf = (lesson: number): number => Math.floor((lesson - 1) / span);
  const isCovered = passed.some(
    ({occasion, unit}) => occasion === 'lesson' && unit && spanOf(unit) === spanOf(next.number),
  );
  const asks = firstLesson || spanOf(next.number) > 0;
  return asks && !isCovered ? {occasion: 'lesson', unit: next.number} : undefined;
}
