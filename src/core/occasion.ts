/** The occasions on which a trainee must prove who they are (requirements O1 to O3). */

/**
 * Every occasion, in the order of a course:
 * `enrollment` 최초 과정 입과, `lesson` 매 8차시 초과, `progress-test` 진행단계평가, `exam` 시험,
 * `assignment` 과제.
 */
export const OCCASIONS = ['enrollment', 'lesson', 'progress-test', 'exam', 'assignment'] as const;

/** One of {@link OCCASIONS}. */
export type Occasion = (typeof OCCASIONS)[number];

/** Whether a text from an attribute names an occasion. */
export function isOccasion(text: string): text is Occasion {
  return (OCCASIONS as readonly string[]).includes(text);
}
