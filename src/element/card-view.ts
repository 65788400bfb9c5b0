/** The part of the view that depends on attributes, slots and language alone. */
import {isServer} from 'lit';
import type {LoadedLocale} from '../locales/messages.ts';
import type {FormAssociatedElement} from './form-associated.ts';
import {isDisabled} from './is-disabled.ts';
import {linksOf, type SafeLinks} from './links.ts';
import type {ResolvedUrls} from './resolve-url.ts';
import {hasSlottedContent} from './slots.ts';
import type {DisclosureName} from './templates/disclosure.ts';
import type {FallbackMethod, Fallbacks} from './templates/fallbacks.ts';

/** Describes the card as plain data. It is built when an attribute, a slot or the language changes. */
export interface CardView {
  readonly locale: LoadedLocale;
  /** `high-contrast`, or empty. */
  readonly contrast: string;
  /** A title in place of the default one, or empty. */
  readonly heading: string;
  /** 1 to 6. */
  readonly headingLevel: number;
  readonly occasion: string;
  /** Number of the lesson or of the attempt; 0 if unknown. */
  readonly unit: number;
  /** The parts that the site leaves out (`omit`). */
  readonly omitted: readonly string[];
  /** The registered details, exactly as the site gives them; empty if it gives none. */
  readonly name: string;
  readonly phone: string;
  /** Whether name and phone are hidden until the trainee reveals them. */
  readonly isMasked: boolean;
  readonly urls: ResolvedUrls;
  readonly links: SafeLinks;
  readonly fallbacks: Fallbacks;
  /** Phone numbers of the help desk, with commas between them. */
  readonly helpTel: string;
  /** `dialog`, `inline` or `none`. */
  readonly completion: string;
  /** What the button of the completion popup says, or empty. */
  readonly continueLabel: string;
  readonly isDisabled: boolean;
  /** Whether the page was rendered with the outcome of a code. */
  readonly hasOutcome: boolean;
  /** Whether the input is the site's own. */
  readonly hasSlottedInput: boolean;
  /** Whether each disclosure is open. */
  readonly open: Readonly<Record<DisclosureName, boolean>>;
}

/** The status of the runtime's load, as in `@lit/task`. */
export type RuntimeStatus = 'pending' | 'complete' | 'error';

/** Handles what the trainee does to the card. One object for the life of the element. */
export interface CardHandlers {
  /** The trainee presses the button or Enter; the form itself is not submitted. */
  readonly onSubmit: (event: Event) => void;
  readonly onSlotChange: () => void;
  readonly onLabelClick: () => void;
  /** The trainee follows a link to a fallback; `preventDefault()` keeps the link from opening. */
  readonly onFallback: (method: FallbackMethod, click: Event) => void;
  readonly onToggle: (name: DisclosureName, isOpen: boolean) => void;
  readonly onReload: () => void;
}

/** The input that {@link createCardView} cannot read from the element's properties. */
export interface CardViewInput {
  readonly locale: LoadedLocale;
  readonly urls: ResolvedUrls;
  /** The page's KRDS mode (`data-krds-mode`), or empty. */
  readonly krdsMode: string;
  /** The disclosures that the trainee has opened or closed. */
  readonly toggled: Readonly<Partial<Record<DisclosureName, boolean>>>;
}

/** Builds the view of the card from the element's properties. */
export function createCardView(
  element: FormAssociatedElement,
  {locale, urls, krdsMode, toggled}: CardViewInput,
): CardView {
  const {guidance, guide, occasion, theme} = element;
  const links = linksOf(element, urls);
  const mode = theme === 'auto' ? krdsMode : theme;
  const omitted = element.omit.split(/\s+/);
  if (guide === 'none') omitted.push('guide');
  // manual: 최초 과정 입과. Later, the trainee has done this before.
  const opens = (value: string): boolean =>
    value === 'open' || (value !== 'closed' && occasion === 'enrollment');
  return {
    locale,
    contrast: mode === 'high-contrast' ? mode : '',
    heading: element.heading,
    headingLevel: Math.min(Math.max(Math.trunc(element.headingLevel) || 2, 1), 6),
    occasion,
    unit: element.unit,
    omitted,
    name: element.traineeName,
    phone: element.traineePhone,
    isMasked: element.masked,
    urls,
    links,
    fallbacks: {
      urls: {
        'phone-identity': links.phoneIdentityUrl,
        're-registration': links.reRegistrationUrl,
        ipin: links.ipinUrl,
      },
      hasSlotted: hasSlottedContent(element, 'fallback'),
    },
    helpTel: element.helpTel,
    completion: element.completion,
    continueLabel: element.continueLabel,
    isDisabled: isDisabled(element),
    hasOutcome: element.outcome !== '',
    hasSlottedInput: hasSlottedContent(element, 'code'),
    open: {
      guidance: toggled.guidance ?? opens(guidance),
      // A server cannot load the content of the guide.
      guide: toggled.guide ?? (!isServer && opens(guide)),
      questions: toggled.questions ?? false,
    },
  };
}

/** Returns the level of a heading below the title, 1 to 6. */
export function subheadingLevel({headingLevel}: CardView): number {
  return Math.min(headingLevel + 1, 6);
}
