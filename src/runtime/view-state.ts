/** The view state: the verification as the card shows it, in plain data. */
import type {UnlockMethod} from '../core/contract.ts';
import type {IdentityWarning} from '../core/identity.ts';
import {MAX_FAILURES} from '../core/max-failures.ts';
import type {VerificationState} from '../core/state.ts';
import type {CardHandlers, CardView} from '../element/card-view.ts';
import type {FallbackMethod} from '../element/templates/fallbacks.ts';
import type {Locale, Messages} from '../locales/messages.ts';
import {unlockAdvice} from './advice.ts';
import type {Config} from './config/config.ts';
import {formatMessage} from './format-message.ts';
import {formView, type FormView, type FormViewInput} from './form-view.ts';
import type {IdentityPopupStatus} from './identity-popup/identity-popup.ts';

/** Describes what the card shows of the verification. Built once per update. */
export type ViewState =
  | {readonly kind: 'form'; readonly form: FormView; readonly popupStatus: string}
  | {readonly kind: 'locked'; readonly locked: LockedView; readonly popupStatus: string}
  | {readonly kind: 'verified'; readonly hasPanel: boolean; readonly hasDialog: boolean}
  /** An attribute keeps the widget from working; `attribute` names it. */
  | {readonly kind: 'config-error'; readonly attribute: string | undefined};

/** Describes the panel of a locked account. */
export interface LockedView {
  readonly heading: string;
  readonly reason: string;
  /** Whether a reload is offered, since the endpoint's status can't be read. */
  readonly canReload: boolean;
  /** The methods that end the lock and that the site offers. */
  readonly methods: readonly FallbackMethod[];
}

/** Handles what the trainee does, once the runtime is loaded. One object for the life of the runtime. */
export interface ViewHandlers extends CardHandlers {
  /** The completion popup is closed. */
  readonly onClose: () => void;
  /** Lets a screen reader say a text. */
  readonly onSay: (text: string) => void;
  /** The trainee asks whether the lock has ended. */
  readonly onRecheckLock: () => void;
}

/** The input of {@link createViewState}. */
export interface ViewStateInput extends Omit<FormViewInput, 'loginUrl' | 'advice'> {
  /** The warnings about the registered details. */
  readonly warnings: readonly IdentityWarning[];
  readonly config: Config;
  readonly card: CardView;
  readonly locale: Locale;
  readonly state: VerificationState;
  readonly popup: IdentityPopupStatus;
  /** Whether the page is still being parsed, so that what is missing may be yet to come. */
  readonly isParsing: boolean;
}

/** All methods, in the order in which a locked account is offered them. */
const UNLOCK_FALLBACKS: readonly FallbackMethod[] = ['phone-identity', 'ipin', 're-registration'];

/** Builds the view state. */
export function createViewState(input: ViewStateInput): ViewState {
  const {config, card, locale, state, popup, isParsing} = input;
  const {messages} = locale;
  if (!config.context && !config.usesFormPost && !isParsing) {
    return {kind: 'config-error', attribute: config.errors[0]?.attribute};
  }
  const popupStatus = popupText(messages, popup);
  switch (state.status) {
    case 'verified': {
      const {completion} = card;
      const hasPanel = completion !== 'none';
      return {kind: 'verified', hasPanel, hasDialog: hasPanel && completion !== 'inline'};
    }
    case 'locked':
      return {kind: 'locked', locked: lockedView(messages, state, card), popupStatus};
    default: {
      const form = formView(locale, state, {
        ...input,
        loginUrl: card.links.loginUrl,
        advice: {urls: card.fallbacks.urls, warnings: input.warnings},
      });
      return {kind: 'form', form, popupStatus};
    }
  }
}

function lockedView(
  messages: Messages,
  {unlock, failureCount, recheck}: Extract<VerificationState, {status: 'locked'}>,
  {fallbacks: {urls}}: CardView,
): LockedView {
  const methods = UNLOCK_FALLBACKS.filter((method) => urls[method] && canUnlock(method, unlock));
  const canReload = recheck === 'unavailable';
  const heading = messages.lockedHeading;
  if (recheck === 'reset') {
    const {registrationReset, registerAgain} = messages;
    return {heading: registrationReset, reason: registerAgain, canReload, methods: []};
  }
  if (canReload) return {heading, reason: messages.pageOutdated, canReload, methods};
  const max = failureCount?.max ?? MAX_FAILURES;
  const reason = recheck === 'none' ? formatMessage(messages.locked, {max}) : messages.lockStands;
  return {heading, reason: `${reason} ${unlockAdvice(messages, methods)}`, canReload, methods};
}

/** Returns whether a method ends the lock. i-PIN proves the identity as the phone does (P3). */
function canUnlock(method: FallbackMethod, unlock: readonly UnlockMethod[]): boolean {
  return unlock.includes(method === 'ipin' ? 'phone-identity' : method);
}

/** The message of each status of the identity popup that has one. */
const POPUP_MESSAGES: Partial<Record<IdentityPopupStatus, keyof Messages>> = {
  open: 'identityWaiting',
  blocked: 'identityBlocked',
  closed: 'identityClosed',
};

function popupText(messages: Messages, status: IdentityPopupStatus): string {
  const key = POPUP_MESSAGES[status];
  return key ? messages[key] : '';
}
