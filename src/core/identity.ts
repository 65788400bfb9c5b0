/** The registered name and phone that the app must match exactly (requirement G3). */

/** A stretch of a name: text as it is, or one blank that would otherwise go unseen. */
export type NameRun =
  {readonly is: 'text'; readonly text: string} | {readonly is: 'blank'; readonly text: string};

/**
 * A name cut at its blanks, so that each can be made visible. Joined again, the runs' texts are the
 * name to the letter: the widget changes nothing (manual: 공백 등 일치해야 합니다).
 */
export function nameRuns(name: string): readonly NameRun[] {
  return name
    .split(/(\s)/u)
    .filter((text) => text !== '')
    .map((text) => ({is: /^\s$/u.test(text) ? 'blank' : 'text', text}));
}
