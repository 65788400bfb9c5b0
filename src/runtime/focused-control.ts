/** A control that had the focus, found again after a render. */

/** The disclosures around controls, and the controls that open them. */
const DISCLOSURE = 'details';

/** Describes a control, so that it is found again when a render has replaced it. */
export interface FocusedControl {
  readonly selector: string;
  readonly href: string | null;
  /** Finds the summary of the disclosure around the control; empty if there is none. */
  readonly summary: string;
}

/** Describes a control of a card by its part, its tag and where it leads. */
export function describeControl(control: Element): FocusedControl {
  const {localName} = control;
  const part = partSelector(control.closest('[part]'));
  const disclosure = control.closest(DISCLOSURE);
  return {
    selector: `${localName}${part}, ${part} ${localName}`,
    href: control.getAttribute('href'),
    summary: disclosure ? `${partSelector(disclosure)} summary` : '',
  };
}

/** Finds the control, or the summary of its disclosure, among the elements that a test lets through. */
export function findControl(
  root: ParentNode,
  {selector, href, summary}: FocusedControl,
  isThere: (element: Element) => boolean,
): HTMLElement | undefined {
  const find = (wanted: string): readonly HTMLElement[] =>
    wanted ? [...root.querySelectorAll<HTMLElement>(wanted)].filter(isThere) : [];
  return find(selector).find((one) => one.getAttribute('href') === href) ?? find(summary)[0];
}

function partSelector(element: Element | null): string {
  return `[part="${element?.getAttribute('part') ?? ''}"]`;
}
