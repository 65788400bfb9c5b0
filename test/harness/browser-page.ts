/** A page of a browser that a protocol drives from outside. */
import {findWidget, type PageDriver} from './page-driver.ts';

/** A {@link PageDriver} that can also navigate, and that sees other windows. */
export interface BrowserPage extends PageDriver {
  /** Runs a script in the page, and returns its value. */
  readonly run: (code: string) => Promise<unknown>;
  readonly goTo: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Waits for a window that this page has opened and whose URL contains a text. */
  readonly popup: (url: string) => Promise<BrowserPage>;
  /** Activates the page's tab. */
  readonly bringToFront: () => Promise<void>;
}

/** Formats a call as the expression that a protocol carries. */
export function expressionOf<Args extends readonly unknown[]>(
  fn: (...args: Args) => unknown,
  args: Args,
): string {
  return `(${String(fn)})(...${JSON.stringify(args)})`;
}

/** Formats a call whose first argument is the widget that a selector finds. */
export function widgetExpressionOf(
  selector: string,
  fn: (...args: never[]) => unknown,
  args: readonly unknown[],
): string {
  const widget = expressionOf(findWidget, [selector]);
  return `(${String(fn)})(${widget}, ...${JSON.stringify(args)})`;
}
