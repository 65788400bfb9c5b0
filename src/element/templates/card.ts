/** The whole card, from top to bottom. */
import {html, isServer, nothing, type TemplateResult} from 'lit';
import {isKoreanTime} from '../../core/time.ts';
import {
  subheadingLevel,
  type CardHandlers,
  type CardView,
  type RuntimeStatus,
} from '../card-view.ts';
import {renderCodeForm, type FormContent} from './code-form.ts';
import {renderDisclosure, renderOpened, type DisclosureName} from './disclosure.ts';
import {renderFallbacks} from './fallbacks.ts';
import {renderGuidance} from './guidance.ts';
import {renderHeader} from './header.ts';
import {renderHelp} from './help.ts';
import {initialIdentity, renderIdentity, type IdentityContent} from './identity.ts';
import {renderLoadError} from './load-error.ts';
import {localizedHtml} from './localized-html.ts';
import {renderPopupStatus} from './popup-status.ts';

/** The content that depends on the verification: from the runtime, or from {@link initialContent}. */
export interface CardContent {
  readonly identity: IdentityContent;
  readonly main: MainContent;
  /** Whether the disclosures are shown. */
  readonly hasDisclosures: boolean;
  /** The content of each open disclosure, once the runtime can load it. */
  readonly disclosures?: Readonly<Partial<Record<DisclosureName, unknown>>>;
}

/** The main part: the form, or what replaces it. The element itself renders the form, once. */
export type MainContent =
  | {readonly kind: 'form'; readonly form: FormContent; readonly popupStatus: unknown}
  | {readonly kind: 'panel'; readonly panel: unknown};

/** Renders the card. */
export function renderCard(
  card: CardView,
  handlers: CardHandlers,
  {identity, main, hasDisclosures, disclosures}: CardContent,
): TemplateResult {
  const {locale, contrast, omitted, links, helpTel} = card;
  const {tag, dir = 'ltr', messages} = locale;
  const isForm = main.kind === 'form';
  const disclosure = (name: DisclosureName, summary: string, content: unknown): unknown =>
    omitted.includes(name)
      ? ''
      : renderDisclosure({
          name,
          summary,
          level: subheadingLevel(card),
          isOpen: card.open[name],
          content,
          onToggle: handlers.onToggle,
        });
  const openedLater = (name: DisclosureName, summary: string): unknown =>
    disclosure(
      name,
      summary,
      card.open[name] ? renderOpened(disclosures?.[name], messages) : nothing,
    );
  return html`<div class="card ${contrast}" part="base" lang=${tag} dir=${dir}>
    ${renderHeader(card)}${
      omitted.includes('guidance')
        ? nothing
        : localizedHtml`<div class="guidance">${disclosure(
            'guidance',
            messages.guidance,
            renderGuidance(messages, card.fallbacks.urls),
          )}</div>`
    }
    <div class="check">
      ${renderIdentity(card, identity)}${
        isForm ? renderCodeForm(card, handlers, main.form) : nothing
      }${isForm ? main.form.advice : nothing}${
        isForm
          ? omitted.includes('fallbacks')
            ? nothing
            : renderFallbacks(messages, card.fallbacks, handlers.onFallback)
          : nothing
      }${isForm ? renderPopupStatus(main.popupStatus) : nothing}${isForm ? nothing : main.panel}
    </div>
    ${
      hasDisclosures
        ? localizedHtml`<div class="more">${openedLater('guide', messages.firstTime)}${openedLater(
            'questions',
            messages.questions,
          )}</div>`
        : nothing
    }${omitted.includes('help') ? nothing : renderHelp(messages, helpTel, links)}
    <slot name="footer"></slot>
  </div>`;
}

/**
 * Returns the content of the card before the runtime is loaded.
 *
 * @param isAwaited whether the trainee has already pressed the button
 */
export function initialContent(
  card: CardView,
  handlers: CardHandlers,
  status: RuntimeStatus,
  isAwaited: boolean,
): CardContent {
  const form = {hasRoom: card.hasOutcome, ...initialForm(card, handlers, status, isAwaited)};
  return {
    identity: initialIdentity(card),
    main: {kind: 'form', form, popupStatus: ''},
    hasDisclosures: true,
  };
}

function initialForm(
  {locale: {messages}}: CardView,
  {onReload}: CardHandlers,
  status: RuntimeStatus,
  isAwaited: boolean,
): FormContent {
  if (status === 'error') return {notice: renderLoadError(messages, onReload), hasMessage: true};
  if (isAwaited) {
    return {
      progress: messages.loading,
      isBusy: true,
      hasMessage: true,
      isReadOnly: true,
      isSubmitDisabled: true,
      hasRoom: true,
    };
  }
  // The line of Korean time keeps its place. The time zone of a server is not the trainee's.
  const isAbroad = !isServer && !isKoreanTime(new Date().getTimezoneOffset());
  return {koreanTime: isAbroad ? html`<p class="small">&nbsp;</p>` : nothing};
}
