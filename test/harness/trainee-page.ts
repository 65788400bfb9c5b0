/** The page object of a trainee: what they do with the widget, and what they see of it. */
import type {MotpVerify} from '../../src/motp-verify.ts';
import type {VerificationState} from '../../src/core/state.ts';
import {waitFor, type PageDriver, type Place} from './page-driver.ts';

/** A link to another way to verify. */
export interface FallbackLink {
  readonly text: string;
  readonly href: string;
}

/**
 * A trainee in front of one widget, on any page and with any driver.
 *
 * It owns the gestures and the reading, so that tests do not depend on the markup. It does not own
 * the page around the widget: subclasses add what one kind of page needs.
 */
export class TraineePage<Driver extends PageDriver = PageDriver> {
  readonly driver: Driver;
  readonly #selector: string;

  /** @param selector finds the widget */
  constructor(driver: Driver, selector = 'motp-verify') {
    this.driver = driver;
    this.#selector = selector;
  }

  /** Clicks the code field, and waits until it has the focus: WebKit clicks a frame or more late. */
  async clicksField(): Promise<void> {
    await this.driver.click(this.#field);
    await this.until(() => this.evaluate(hasFocus), 'the code field has the focus');
  }

  /** Types with real keys into the element that has the focus. */
  types(text: string): Promise<void> {
    return this.driver.type(text);
  }

  /** Presses one real key. */
  presses(key: string): Promise<void> {
    return this.driver.press(key);
  }

  /** Types a code over the content of the code field, once the field accepts input. */
  async fillsIn(code: string): Promise<void> {
    await this.until(() => this.evaluate(isDrawn), 'the widget is drawn');
    await this.until(() => this.evaluate(acceptsInput), 'the code field accepts input');
    await this.driver.fillIn(this.#field, code);
  }

  /** Types a code over the content of the code field, and presses Enter. */
  async enters(code: string): Promise<void> {
    await this.fillsIn(code);
    await this.presses('Enter');
  }

  /** Clicks an element in the widget's shadow root, once the runtime can respond to it. */
  async clicksPart(selector: string, {count = 1, text = ''} = {}): Promise<void> {
    await this.until(() => this.evaluate(isDrawn), 'the widget is drawn');
    await this.driver.click(this.placeOf(selector, text), count);
  }

  /** Waits until the trainee can read a text. */
  sees(text: string): Promise<void> {
    return this.until(async () => (await this.readText()).includes(text), `it shows “${text}”`);
  }

  /** Waits until the widget is in a state, with a notice if one is given, and is drawn. */
  async reaches(status: VerificationState['status'], notice?: string): Promise<void> {
    await this.until(
      async () => {
        const state = await this.state();
        const kind = state.status === 'ready' ? state.notice?.kind : undefined;
        return state.status === status && (notice === undefined || kind === notice);
      },
      `the state is ${status} ${notice ?? ''}`.trim(),
    );
    await this.evaluate(isDrawn);
  }

  /**
   * Waits until a condition holds.
   *
   * @throws Error that contains the state and the text of the widget, after the driver's timeout
   */
  async until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
    try {
      await waitFor(holds, what, this.driver.timeoutMs);
    } catch (error) {
      const state = await this.state().then(JSON.stringify, String);
      const text = await this.readText().catch(String);
      throw new Error(`Timed out waiting until ${what}. State: ${state}. Page: ${text}`, {
        cause: error,
      });
    }
  }

  /** Returns the state of the verification. */
  state(): Promise<VerificationState> {
    return this.evaluate((widget) => ({...widget.verification}));
  }

  /** Returns the value of the code field; `undefined` if there is none. */
  code(): Promise<string | undefined> {
    return this.evaluate(valueOf);
  }

  /** Returns the text of the widget in one line, text for screen readers included. */
  readText(): Promise<string> {
    return this.evaluate(textOf);
  }

  /** Returns whether an element is in the widget's shadow root. */
  has(selector: string): Promise<boolean> {
    return this.evaluate(
      ({shadowRoot}, wanted) => Boolean(shadowRoot?.querySelector(wanted)),
      selector,
    ).catch(() => false);
  }

  /** Returns the links to other ways to verify, in their order. */
  fallbackLinks(): Promise<readonly FallbackLink[]> {
    return this.evaluate(({shadowRoot}) => {
      const links = shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[part~=fallback]') ?? [];
      // Not by `Array.from`, which prototype.js replaces.
      return [...links].map(({textContent, href}) => ({text: textContent.trim(), href}));
    });
  }

  /** Calls a function in the page with the widget; see {@link PageDriver.evaluateWidget}. */
  evaluate<Args extends readonly unknown[], Result>(
    fn: (widget: MotpVerify, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return this.driver.evaluateWidget(this.#selector, fn, ...args);
  }

  /** Returns the place of an element in the widget's shadow root. */
  protected placeOf(selector: string, text = ''): Place {
    return {selector: `${this.#selector} >>> ${selector}`, text};
  }

  /** The site's own input in the slot `code`, or the widget's. */
  get #field(): Place {
    const widget = this.#selector;
    return {
      selector: [
        `${widget} > input[slot=code]`,
        `${widget} > [slot=code] input`,
        `${widget} >>> input`,
      ],
    };
  }
}

/** Reads the text of a widget. Runs in the page. */
export function textOf({shadowRoot}: Element): string {
  const text = shadowRoot?.querySelector('.card')?.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim();
}

/** Waits until the widget and its runtime are drawn. Runs in the page. */
async function isDrawn(widget: MotpVerify): Promise<boolean> {
  await widget.updateComplete;
  return widget.shadowRoot?.querySelector('[part~=base]') != null;
}

/** Runs in the page. A disabled field takes no focus. */
function hasFocus(widget: Element): boolean {
  const slotted = widget.querySelector<HTMLInputElement>('input[slot=code], [slot=code] input');
  const field = slotted ?? widget.shadowRoot?.querySelector('input');
  return field != null && (field.disabled || field.matches(':focus'));
}

/** Runs in the page. */
function acceptsInput(widget: Element): boolean {
  const slotted = widget.querySelector<HTMLInputElement>('input[slot=code], [slot=code] input');
  const field = slotted ?? widget.shadowRoot?.querySelector('input');
  return field != null && !field.readOnly && !field.disabled;
}

/** Runs in the page. */
function valueOf(widget: Element): string | undefined {
  const slotted = widget.querySelector<HTMLInputElement>('input[slot=code], [slot=code] input');
  return (slotted ?? widget.shadowRoot?.querySelector('input'))?.value;
}
