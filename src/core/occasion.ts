/** The occasions on which a trainee must be verified (requirements O1 to O5). */

/**
 * All occasions, in the order of a course:
 * `enrollment` 최초 과정 입과, `lesson` 매 8차시 초과, `progress-test` 진행단계평가, `exam` 시험,
 * `assignment` 과제.
 */
export const OCCASIONS = ['enrollment', 'lesson', 'progress-test', 'exam', 'assignment'] as const;

/** What a check is for: one of {@link OCCASIONS}. */
export type Occasion = (typeof OCCASIONS)[number];

/** What the trainee is about to do. Lessons and attempts are counted from 1. */
export type NextStep =
  | {readonly kind: 'lesson'; readonly number: number}
  | {readonly kind: 'progress-test' | 'exam' | 'assignment'; readonly attempt: number};

/** A check that the trainee has passed. */
export interface PassedCheck {
  readonly occasion: Occasion;
  /** The number of the lesson, or of the attempt at a test. */
  readonly unit?: number | undefined;
}

/** The trainee's progress in a course. */
export interface Progress {
  readonly next: NextStep;
  /** The passed checks of this course, in any order. */
  readonly passed: readonly PassedCheck[];
}

/** The options of {@link dueCheck}. */
export interface OccasionOptions {
  /** How many lessons one check covers: at least 1, by default 8 (manual: 매 8차시). */
  readonly lessonsPerCheck?: number;
  /** Whether lesson 1 needs a check too, right after enrollment. Many sites do this. */
  readonly firstLesson?: boolean;
}

/** A check that is due. Its fields are the element's attributes of the same names. */
export interface DueCheck {
  readonly occasion: Occasion;
  readonly unit?: number;
}

/**
 * Returns the check that is due before the trainee's next step, or `undefined` if none is.
 *
 * A check is due at the first entry to a course. It is due before the first lesson of each further
 * eight: 9, 17, 25 … (manual: 매 8회차 초과시). It is due before each progress test, exam and
 * assignment, each time. Where two checks are due, call again after the first is passed.
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
  const isRequired = firstLesson || spanOf(next.number) > 0;
  return isRequired && !isCovered ? {occasion: 'lesson', unit: next.number} : undefined;
}
