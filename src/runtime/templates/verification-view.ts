/** What each state of a verification shows in the place of the form, or as the form. */
import {nothing} from 'lit';
import type {VerificationState} from '../../core/state.ts';
import type {IdentityPopupStatus} from '../identity-popup/identity-popup.ts';
import type {Messages} from '../../locales/messages.ts';
import {formView, type FormViewOptions} from '../form-view.ts';
import type {FormView} from '../../element/templates/code-form.ts';
import {renderSuccessDialog, renderSuccessPanel} from './success.ts';
import {renderPopupStatus} from '../../element/templates/popup-status.ts';
import {renderLockedPanel} from './locked-panel.ts';
import type {Fallbacks} from '../../element/templates/fallbacks.ts';

/**
 * Draws the form, the other ways, and the line about the identity service's window: each in its place,
 * whatever else is said.
 */
export type DrawsForm = (content: FormView, aboutWindow?: string) => readonly unknown[];

/** What is drawn beside the state itself. */
export interface StateOptions {
  /** `dialog`, `inline`, or `none`, where the page says itself that it is done. */
  readonly completion: string;
  readonly identityWindow: IdentityPopupStatus;
  readonly fallbacks: Fallbacks;
  /** Draws the form with what the state says, and what always stands under it. */
  readonly form: DrawsForm;
  readonly formOptions: FormViewOptions;
  /** The completion popup was closed. */
  readonly onClose: () => void;
  /** The trainee asks whether the lock is released. */
  readonly onRecheckLock: () => void;
}

/** See the file's head. */
export function renderVerification(
  messages: Messages,
  state: VerificationState,
  options: StateOptions,
): readonly unknown[] {
  const {completion, identityWindow, fallbacks, form, formOptions, onClose, onRecheckLock} =
    options;
  const aboutWindow = messageAbout(identityWindow, messages);
  switch (state.status) {
    case 'verified':
      return [
        completion === 'none' ? nothing : renderSuccessPanel(messages),
        completion === 'none' || completion === 'inline'
          ? nothing
          : renderSuccessDialog(messages, onClose),
      ];
    case 'locked':
      return [
        renderLockedPanel(messages, state, fallbacks, onRecheckLock),
        renderPopupStatus(aboutWindow),
      ];
    default:
      return form(formView(messages, state, formOptions), aboutWindow);
  }
}

function messageAbout(state: IdentityPopupStatus, messages: Messages): string {
  switch (state) {
    case 'open':
      return messages.identityWaiting;
    case 'blocked':
      return messages.identityBlocked;
    case 'closed':
      return messages.identityClosed;
    case 'none':
    case 'returned':
      return '';
  }
}
