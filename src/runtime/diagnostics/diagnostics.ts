/** What the site developer is told: one console line for each mistake, and a panel with `debug`. */
import type {FormAssociatedElement} from '../../element/form-associated.ts';
import type {UnusableResponse} from '../../transport/platform.ts';
import type {ConfigError} from '../config/config-error.ts';

/** The longest line; of a longer one, the beginning and the end are printed. */
const MAX_LENGTH = 600;

const loadSiteHelp = () => import('./site-help.ts');

/**
 * Prints each mistake once, in one bounded line. Owns the lines. Does not own what they say: the
 * explanations of responses and the panel are chunks of their own, because few pages need them.
 */
export class Diagnostics {
  readonly #element: FormAssociatedElement;
  readonly #lines: string[] = [];
  #hasPanel = false;

  constructor(element: FormAssociatedElement) {
    this.#element = element;
  }

  /** Prints a mistake to the console, unless it was printed before. */
  warn({attribute, fix}: ConfigError): void {
    const text = `<motp-verify> ${attribute} ${fix}`;
    const half = MAX_LENGTH / 2;
    const line =
      text.length > MAX_LENGTH ? `${text.slice(0, half - 1)}…${text.slice(-half)}` : text;
    if (this.#lines.includes(line)) return;
    this.#lines.push(line);
    console.error(line);
    this.updatePanel();
  }

  /** Explains a response that the widget can't use. */
  readonly explain = async (response: UnusableResponse): Promise<void> => {
    // Without the chunk, the next response like this one is explained.
    const module = await loadSiteHelp().catch(() => undefined);
    const error = module?.explainResponse(response);
    if (error) this.warn(error);
  };

  /** Shows the lines in a panel below the card while the attribute `debug` is set. */
  updatePanel(): void {
    const {debug, renderRoot} = this.#element;
    if (!debug && !this.#hasPanel) return;
    this.#hasPanel = debug;
    loadSiteHelp().then(
      ({showDebugPanel}) => showDebugPanel(renderRoot, this.#element.debug && this.#lines),
      () => undefined,
    );
  }
}
