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
import {renderDisclosure, renderLoading, type DisclosureName} from './disclosure.ts';
import {renderFallbacks} from './fallbacks.ts';
import {renderGuidance} from './guidance.ts';
import {renderHeader} from './header.ts';
import {renderHelp} from './help.ts';
import {initialIdentity, renderIdentity, type IdentityContent} from './identity.ts';
import {renderLoadError} from './load-error.ts';
import {renderPopupStatus} from './popup-status.ts';

/** The content that depends on the verification: from the runtime, or from {@link initialContent}. */
export interface CardContent {
  readonly identity: IdentityContent;
  readonly main: MainContent;
  /** Whether the disclosures are shown. */
  readonly hasDisclosures: boolean;
  /** The content of each open disclosure, once the runtime can load it. */
  readonly disclosures?: Readonly<Record<DisclosureName, unknown>>;
}

/** The main part: the form, or what replaces it. The element itself renders the form, once. */
export type MainContent =
  | {readonly kind: 'form'; readonly form: FormContent; readonly popupStatus: string}
  | {readonly kind: 'panel'; readonly panel: unknown; readonly popupStatus?: string};

/** Renders the card. */
export function renderCard(
  card: CardView,
  handlers: CardHandlers,
  {identity, main, hasDisclosures, disclosures}: CardContent,
): TemplateResult {
  const {locale, contrast, omitted, links, helpTel} = card;
  const {tag, dir = 'ltr', messages} = locale;
  const disclosure = (name: DisclosureName, summary: string): unknown =>
    omitted.has(name)
      ? nothing
      : renderDisclosure({
          name,
          summary,
          level: subheadingLevel(card),
          isOpen: card.open[name],
          content: disclosures?.[name] ?? renderLoading(messages),
          onToggle: handlers.onToggle,
        });
  return html`<div class="card ${contrast}" part="base" lang=${tag} dir=${dir}>
    <div class="check">
      ${renderHeader(card)}
      ${omitted.has('guidance') ? nothing : renderGuidance(messages, card.fallbacks.urls)}
      ${omitted.has('identity') ? nothing : renderIdentity(messages, identity)}
      ${renderMain(card, handlers, main)}
    </div>
    ${
      hasDisclosures
        ? html`<div class="more">
            ${disclosure('guide', messages.firstTime)}
            ${disclosure('questions', messages.questions)}
          </div>`
        : nothing
    }
    ${omitted.has('help') ? nothing : renderHelp(messages, helpTel, links)}
    <slot name="footer"></slot>
  </div>`;
}

/** Renders the main part; below the form, always, the fallbacks and the popup's status. */
function renderMain(card: CardView, handlers: CardHandlers, main: MainContent): readonly unknown[] {
  if (main.kind === 'panel') {
    const {panel, popupStatus} = main;
    return [panel, popupStatus === undefined ? nothing : renderPopupStatus(popupStatus)];
  }
  const {locale, omitted, fallbacks} = card;
  return [
    renderCodeForm(card, handlers, main.form),
    omitted.has('fallbacks')
      ? nothing
      : renderFallbacks(locale.messages, fallbacks, handlers.onFallback),
    renderPopupStatus(main.popupStatus),
  ];
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
  const form = initialForm(card, handlers, status, isAwaited);
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
  if (status === 'error') return {notice: renderLoadError(messages, onReload)};
  if (isAwaited) {
    return {progress: messages.loading, isBusy: true, isReadOnly: true, isSubmitDisabled: true};
  }
  // The line of Korean time keeps its place. The time zone of a server is not the trainee's.
  const isAbroad = !isServer && !isKoreanTime(new Date().getTimezoneOffset());
  return {koreanTime: isAbroad ? html`<p class="small">&nbsp;</p>` : nothing};
}
