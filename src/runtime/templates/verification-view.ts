/** What each state of a verification shows in the place of the form, or as the form. */
import {nothing} from 'lit';
import type {Attempt} from '../../core/state.ts';
import type {IdentityWindowState} from '../identity-popup/identity-popup.ts';
import type {Words} from '../../locales/messages.ts';
import {attemptForm, type AttemptFormOptions} from '../form-view.ts';
import type {FormContent} from '../../element/templates/code-form.ts';
import {completionDialog, verifiedPanel} from './success.ts';
import {identityNotice} from '../../element/templates/popup-status.ts';
import {lockedPanel} from './locked-panel.ts';
import type {WaysOut} from '../../element/templates/fallbacks.ts';

/**
 * Draws the form, the other ways, and the line about the identity service's window: each in its place,
 * whatever else is said.
 */
export type DrawsForm = (content: FormContent, aboutWindow?: string) => readonly unknown[];

/** What is drawn beside the state itself. */
export interface StateOptions {
  /** `dialog`, `inline`, or `none`, where the page says itself that it is done. */
  readonly completion: string;
  readonly identityWindow: IdentityWindowState;
  readonly ways: WaysOut;
  /** Draws the form with what the state says, and what always stands under it. */
  readonly form: DrawsForm;
  readonly formOptions: AttemptFormOptions;
  /** The completion popup was closed. */
  readonly onClose: () => void;
  /** The trainee asks whether the lock is released. */
  readonly onAskLock: () => void;
}

/** See the file's head. */
export function stateView(
  words: Words,
  attempt: Attempt,
  options: StateOptions,
): readonly unknown[] {
  const {completion, identityWindow, ways, form, formOptions, onClose, onAskLock} = options;
  const aboutWindow = messageAbout(identityWindow, words);
  switch (attempt.is) {
    case 'verified':
      return [
        completion === 'none' ? nothing : verifiedPanel(words),
        completion === 'none' || completion === 'inline'
          ? nothing
          : completionDialog(words, onClose),
      ];
    case 'locked':
      return [lockedPanel(words, attempt, ways, onAskLock), identityNotice(aboutWindow)];
    default:
      return form(attemptForm(words, attempt, formOptions), aboutWindow);
  }
}

function messageAbout(state: IdentityWindowState, words: Words): string {
  switch (state) {
    case 'open':
      return words.identityWaiting;
    case 'blocked':
      return words.identityBlocked;
    case 'closed':
      return words.identityClosed;
    case 'none':
    case 'returned':
      return '';
  }
}
