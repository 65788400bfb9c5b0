/** The panel that replaces the form while the account is locked (manual: 5회 실패시). */
import {html, nothing, type TemplateResult} from 'lit';
import {subheadingLevel, type CardView} from '../../element/card-view.ts';
import {renderFallbackList} from '../../element/templates/fallbacks.ts';
import {renderReloadButton} from '../../element/templates/load-error.ts';
import {renderPopupStatus} from '../../element/templates/popup-status.ts';
import type {Messages} from '../../locales/messages.ts';
import type {ViewHandlers, ViewState} from '../view-state.ts';
import {freshText} from './fresh-text.ts';

type LockedViewState = Extract<ViewState, {kind: 'locked'}>;

/** Renders the reason of the lock and the methods that end it: one stands out. */
export function renderLockedPanel(
  messages: Messages,
  {locked: {heading, reason, canReload, methods}, popupStatus}: LockedViewState,
  card: CardView,
  {onFallback, onRecheckLock, onReload}: ViewHandlers,
): TemplateResult {
  // The focus goes to the first way, and the name is said before it. Not by `aria-labelledby`: once the
  // form is removed, Orca takes the heading for its place, and a name by the present place is not said.
  return html`<section
    class="panel danger"
    part="locked"
    aria-label="${heading} ${reason}"
    tabindex="-1"
  >
    <p class="panel-heading" role="heading" aria-level=${subheadingLevel(card)}>
      ${freshText(heading)}
    </p>
    <p>${freshText(reason)}</p>
    ${renderFallbackList(messages, methods, card.fallbacks, onFallback, 'primary')}
    <button type="button" class="secondary" part="recheck" @click=${onRecheckLock}>
      ${messages.checkLock}
    </button>
    ${renderPopupStatus(freshText(popupStatus))}
    ${canReload ? renderReloadButton(messages, onReload) : nothing}
  </section>`;
}
