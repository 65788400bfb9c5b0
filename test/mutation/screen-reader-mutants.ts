/** The mutants of what a screen reader says: changes of the sources that Orca must hear. */
import type {SourceChange} from './mutants.ts';

/** A change of a source file, and the scene of `test/screen-reader` in which it is heard. */
export interface HeardMutant extends SourceChange {
  readonly scene: string;
  /** Chromium, unless only Firefox lets it be heard. */
  readonly browser?: 'firefox';
}

/** Each rule of what is heard (docs/accessibility.md), broken. */
export const HEARD_MUTANTS: readonly HeardMutant[] = [
  {
    description: 'After a refusal in the field, its name is missing.',
    file: 'src/runtime/announcer.ts',
    find: 'return text && this.#codeInput.hasFocus ? `${text} ${messages.codeLabel}` : text;',
    replacement: 'return text;',
    scene: 'fast-answer',
  },
  {
    description: 'After a refusal by the button, the name of the field comes before the message.',
    file: 'src/runtime/announcer.ts',
    find: 'this.#focus.entersField && this.#codeInput.canRename',
    replacement: 'false',
    scene: 'wrong-by-mouse',
  },
  {
    description: 'The description of the field doubles the message in its name.',
    file: 'src/runtime/code-input/code-input.ts',
    find: "'aria-describedby', isNew ? null : ids",
    replacement: "'aria-describedby', ids",
    scene: 'wrong-by-mouse',
  },
  {
    description: 'A region doubles the message in the name of the field.',
    file: 'src/runtime/announcer.ts',
    find: "if (isInName) this.#region.say('');",
    replacement:
      "if (isInName) this.#region.say(noticeText(this.#renderer.view?.kind === 'form' ? this.#renderer.view.form.notice : undefined));",
    scene: 'wrong-by-mouse',
  },
  {
    description: 'The hint is said before the message.',
    file: 'src/runtime/code-input/code-input.ts',
    find: "notice ? 'notice' : 'enter life'",
    replacement: "notice ? 'enter life notice' : 'enter life'",
    scene: 'wrong',
  },
  {
    description: 'The second Enter says nothing.',
    file: 'src/runtime/live-region.ts',
    find: 'text === this.#text ? `${text}\\u00a0` : text',
    replacement: 'text',
    scene: 'empty',
  },
  {
    description: 'The hint is not heard when the field is reached.',
    file: 'src/runtime/code-input/code-input.ts',
    find: "notice ? 'notice' : 'enter life'",
    replacement: "notice ? 'notice' : ''",
    scene: 'signed-in-again',
  },
  {
    description: 'The progress of a long request is silent.',
    file: 'src/runtime/form-view.ts',
    find: "if (!isLong) return '';",
    replacement: "if (isLong || !isLong) return '';",
    scene: 'wrong-by-mouse',
  },
  {
    description: 'The field is removed before the focus has moved to the dialog.',
    file: 'src/runtime/focus-hold.ts',
    find: 'removed.remove = () => void this.#removed.push(removed);',
    replacement: '',
    scene: 'reset-in-dialog',
  },
  {
    description: 'The dialog has no name.',
    file: 'src/runtime/templates/success.ts',
    find: 'aria-labelledby="completed"',
    replacement: '',
    scene: 'success',
    browser: 'firefox',
  },
  {
    description: 'The focus does not go on to the button of the dialog.',
    file: 'src/runtime/focus-controller.ts',
    find: "this.#focusStepwise('dialog', 'button');",
    replacement: "this.#focusFirst('dialog');",
    scene: 'success',
  },
  {
    description: 'The name of a lock has no reason.',
    file: 'src/runtime/templates/locked-panel.ts',
    find: 'aria-label="${heading} ${reason}"',
    replacement: 'aria-label=${heading}',
    scene: 'locked',
  },
  {
    description: 'The panel of a lock is named by its heading.',
    file: 'src/runtime/templates/locked-panel.ts',
    find: 'aria-label="${heading} ${reason}"',
    replacement: 'aria-labelledby="identity"',
    scene: 'locked',
  },
  {
    description:
      'The focus goes to the first fallback method at once, so that the reason is silent.',
    file: 'src/runtime/focus-controller.ts',
    find: "this.#focusStepwise('[part=locked]', ':is(a, button)')",
    replacement: "this.#focusFirst('[part=locked] :is(a, button)')",
    scene: 'locked',
  },
  {
    description: 'After the release of a lock, the field is silent.',
    file: 'src/runtime/focus-controller.ts',
    find: 'if (!this.#hold.isRemoved) return this.#codeInput.select();',
    replacement: 'return this.#codeInput.select();',
    scene: 'locked',
    browser: 'firefox',
  },
  {
    description: 'After a reset behind an open dialog, nothing is said.',
    file: 'src/runtime/focus-controller.ts',
    find: 'if (dialog && this.#hold.has(dialog)) dialog.close();',
    replacement: '',
    scene: 'reset-in-dialog',
  },
  {
    description: 'A link that is taken away leaves the focus nowhere.',
    file: 'src/runtime/focus-controller.ts',
    find: "return this.#isLost ? (this.#findAgain() ?? panel ?? field ?? 'card') : undefined;",
    replacement: 'return undefined;',
    scene: 'signed-in-again',
  },
  {
    description: 'The end of a rate limit is silent.',
    file: 'src/runtime/announcer.ts',
    find: 'this.#isDue = true;',
    replacement: "this.#isDue = cause.type !== 'wait-ended';",
    scene: 'rate-limited',
  },
  {
    description: 'The last seconds of a number are silent.',
    file: 'src/runtime/form-view.ts',
    find: 'if (!announcement || !isFocused)',
    replacement: 'if (announcement || !isFocused)',
    scene: 'last-seconds',
  },
  {
    description: 'The phone number is read as a quantity.',
    file: 'src/element/templates/identity.ts',
    find: 'return digits\n',
    replacement: 'if (digits) return digits;\n  return digits\n',
    scene: 'masked',
  },
  {
    description: 'The phone number is in an element that Orca leaves out of a whole reading.',
    file: 'src/element/templates/identity.ts',
    find: '<dd class="visually-hidden">${dynamic(spoken)}</dd>',
    replacement: '<dd><span class="visually-hidden">${dynamic(spoken)}</span></dd>',
    scene: 'whole-page',
    browser: 'firefox',
  },
  {
    description: 'The headings of identity and lock have the level of the title.',
    file: 'src/element/card-view.ts',
    find: 'return Math.min(headingLevel + 1, 6);',
    replacement: 'return headingLevel;',
    scene: 'masked',
  },
  {
    description: 'An empty live region is read.',
    file: 'src/element/templates/code-form.ts',
    find: '<p aria-live="polite" part="progress"',
    replacement: '<p role="status" part="progress"',
    scene: 'ready-by-reading',
  },
  {
    description: 'The countdown is in a live region.',
    file: 'src/runtime/form-view.ts',
    find: 'waitOverText(messages, notice) || announcementText(messages, input)',
    replacement: "String(input.remaining?.seconds ?? '')",
    scene: 'last-seconds',
  },
  {
    description: 'Revealed details are silent.',
    file: 'src/runtime/identity/registered-details.ts',
    find: 'if (this.#view) this.#say(describeDetails(messages, this.#view));',
    replacement: '',
    scene: 'masked',
  },
  {
    description: 'Hidden details are silent.',
    file: 'src/runtime/identity/identity-details.ts',
    find: 'if (isHidden) return messages.concealed;',
    replacement: "if (isHidden) return '';",
    scene: 'masked',
  },
];
