/** Success: the completion popup, and the panel that stays on the page. */
import {html, svg, type TemplateResult} from 'lit';
import type {CardView} from '../../element/card-view.ts';
import type {Messages} from '../../locales/messages.ts';

/** Renders the panel that replaces the form. */
export function renderSuccessPanel(messages: Messages): TemplateResult {
  return html`<section
    class="panel success"
    part="verified"
    aria-label=${messages.verified}
    tabindex="-1"
  >
    ${renderTick()}
    <p class="panel-heading">${messages.verified}</p>
  </section>`;
}

/** The message that names what comes next, where it is not a lesson. */
const NEXT: Readonly<Partial<Record<string, keyof Messages>>> = {
  'progress-test': 'startProgressTest',
  exam: 'startExam',
  assignment: 'startAssignment',
};

/**
 * Renders the completion popup (manual: 완료 팝업). The browser moves the focus into it. Its button says
 * what comes next.
 *
 * @param onClose called when Esc or the button has closed it
 */
export function renderSuccessDialog(
  messages: Messages,
  {occasion, continueLabel}: CardView,
  onClose: () => void,
): TemplateResult {
  // A dialog that is taken away is no trainee's doing.
  const onDialogClose = ({currentTarget}: Event): void => {
    if ((currentTarget as Element).isConnected) onClose();
  };
  return html`<dialog
    part="completion"
    aria-labelledby="completed"
    tabindex="-1"
    @close=${onDialogClose}
  >
    <div>
      ${renderTick()}
      <h2 id="completed">${messages.completed}</h2>
      <button type="button" class="primary" part="close" @click=${closeDialog}>
        ${continueLabel || messages[NEXT[occasion] ?? 'startLesson']}
      </button>
    </div>
  </dialog>`;
}

/** Not by a form: a frame with `sandbox` submits none, and a page can cancel every `submit`. */
function closeDialog({currentTarget}: Event): void {
  (currentTarget as Element).closest('dialog')?.close();
}

function renderTick(): TemplateResult {
  return html`<svg class="tick" viewBox="0 0 48 48" aria-hidden="true">
    ${svg`<circle cx="24" cy="24" r="22" /><path d="M14 25l7 7 13-15" />`}
  </svg>`;
}
