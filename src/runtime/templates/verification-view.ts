/** The main part of the card, as the view state describes it. */
import {nothing} from 'lit';
import type {CardView} from '../../element/card-view.ts';
import type {MainContent} from '../../element/templates/card.ts';
import type {Messages} from '../../locales/messages.ts';
import type {ViewHandlers, ViewState} from '../view-state.ts';
import {renderFormContent} from './form-content.ts';
import {freshText} from './fresh-text.ts';
import {renderLockedPanel} from './locked-panel.ts';
import {renderConfigError} from './notice.ts';
import {renderSuccessDialog, renderSuccessPanel} from './success.ts';

/** Renders the content of the form, or what replaces it. */
export function renderVerification(
  messages: Messages,
  view: ViewState,
  card: CardView,
  handlers: ViewHandlers,
  appLink: unknown,
): MainContent {
  switch (view.kind) {
    case 'form':
      return {
        kind: 'form',
        form: renderFormContent(messages, view.form, handlers.onReload, appLink),
        popupStatus: freshText(view.popupStatus),
      };
    case 'locked':
      return {
        kind: 'panel',
        panel: renderLockedPanel(messages, view, card, handlers),
      };
    case 'verified':
      return {
        kind: 'panel',
        panel: [
          view.hasPanel ? renderSuccessPanel(messages) : nothing,
          view.hasDialog ? renderSuccessDialog(messages, card, handlers.onClose) : nothing,
        ],
      };
    case 'config-error':
      return {kind: 'panel', panel: renderConfigError(messages, view.attribute)};
  }
}
