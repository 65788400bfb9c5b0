/** The mark of what the widget has set on the site's own input, which its copies carry along. */
import {parseJson} from '../../transport/parse-json.ts';

/** The site's value of each attribute that was changed; `null` for none. */
export type FormerAttributes = Map<string, string | null>;

/** The attribute with the former attributes, as JSON. */
const MARK = 'data-motp-former';

/** What a mark may set: it is in the page's markup, where others may have written it. */
const NAMES =
  /^(auto|aria-|(type|inputmode|enterkeyhint|spellcheck|translate|dir|maxlength|placeholder|readonly|disabled)$)/;

/** Marks an input with its former attributes. */
export function markInput(input: HTMLInputElement, former: FormerAttributes): void {
  input.setAttribute(MARK, JSON.stringify(Object.fromEntries(former)));
}

/**
 * Gives a marked input its former attributes, and removes the mark. Does nothing without a mark.
 *
 * @param former by default those of the mark, for a copy
 */
export function takeBack(input: HTMLInputElement, former = readMark(input)): void {
  if (!former) return;
  for (const [name, value] of former) setAttribute(input, name, value);
  const {style} = input;
  for (const name of [...style].filter((one) => one.startsWith('--motp-'))) {
    style.removeProperty(name);
  }
  if (!input.getAttribute('style')) input.removeAttribute('style');
  input.removeAttribute(MARK);
}

/** Sets or, for `null`, removes an attribute, unless it has the value. */
export function setAttribute(input: HTMLInputElement, name: string, value: string | null): void {
  if (value === input.getAttribute(name)) return;
  if (value === null) input.removeAttribute(name);
  else input.setAttribute(name, value);
}

function readMark(input: HTMLInputElement): FormerAttributes | undefined {
  const mark = parseJson(input.getAttribute(MARK) ?? '');
  if (!mark) return undefined;
  return new Map(
    Object.entries(mark as Readonly<Record<string, string | null>>).filter(([name]) =>
      NAMES.test(name),
    ),
  );
}
