/** Speaks for the trainee: what they see, hear, type and press, so that tests outlive the markup. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {executeServerCommand, sendKeys, sendMouse} from '@web/test-runner-commands';
import type {Display} from './commands/media-features.ts';
import type {Composition, Held, SHORTCUTS} from './commands/keyboard.ts';
import type {Point} from './commands/pointer.ts';
import type {MotpVerify} from '../../src/index.ts';
import '../../src/index.ts';
import {byRole, namesOf} from './accessibility.ts';

/** A page in front of a trainee, with one `<motp-verify>` in it. */
export class Trainee {
  readonly widget: MotpVerify;

  constructor(widget: MotpVerify) {
    this.widget = widget;
  }

  /** Opens a page; `markup` holds the widget, by default one that talks to the test's endpoint. */
  static async arrives(markup: ReturnType<typeof html> = PAGE): Promise<Trainee> {
    const page = await fixture<HTMLElement>(markup);
    const widget = page.localName === 'motp-verify' ? page : page.querySelector('motp-verify');
    if (!widget) throw new Error('The page holds no <motp-verify>.');
    const trainee = new Trainee(widget as MotpVerify);
    await trainee.widget.updateComplete;
    // What opens by itself has come: until then all that stands below it moves once.
    await trainee.until(() => !trainee.#root.querySelector('.arriving'), 'the guide is there');
    return trainee;
  }

  /** The code field. */
  get field(): HTMLInputElement {
    const own = this.widget.querySelector<HTMLInputElement>('input[slot=code]');
    return own ?? (byRole(this.#root, 'textbox') as HTMLInputElement);
  }

  /** Whether there is a code field. */
  get hasField(): boolean {
    return namesOf(this.#root, 'textbox').length > 0;
  }

  /** The text that stands on the page, in one line; what is only heard is in it too. */
  get text(): string {
    const node = this.#root.querySelector('.card');
    return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Puts the caret into the field as a click would. */
  async clicksField(): Promise<void> {
    await click(this.field);
  }

  /** Types with real keys into whatever has the focus. */
  async types(text: string): Promise<void> {
    // One by one: WebDriver presses the keys of one call all at once, and a doubled one is lost.
    for (const character of text) await sendKeys({type: character});
  }

  /** Presses one real key. */
  async presses(key: string): Promise<void> {
    await sendKeys({press: key});
  }

  /**
   * Holds a key down until it has come so many times.
   *
   * @returns whether this browser lets itself be told to
   */
  holdsDown(held: Held): Promise<boolean> {
    return executeServerCommand('hold', held);
  }

  /** Clicks twice, as one selects a word. */
  async doubleClicks(element: HTMLElement): Promise<void> {
    await executeServerCommand('double click', await middleOf(element));
  }

  /** Drags with a real mouse. */
  async drags(from: Point, to: Point): Promise<void> {
    await executeServerCommand('drag', [from, to]);
  }

  /**
   * Looks at the page in another way.
   *
   * @returns whether this browser lets itself be told to
   */
  looksAt(display: Display): Promise<boolean> {
    return executeServerCommand('display', display);
  }

  /** What autofill and dictation do: the whole value at once, and one event. */
  isFilledIn(value: string): void {
    this.field.value = value;
    this.field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }

  /** Presses a shortcut on the real keyboard. */
  async uses(shortcut: keyof typeof SHORTCUTS): Promise<void> {
    await executeServerCommand('shortcut', shortcut);
  }

  /** Copies a text elsewhere, with the real clipboard, and pastes it into the code field. */
  pastes(text: string): Promise<void> {
    return this.pastesInto(this.field, text);
  }

  /** Copies a text elsewhere, with the real clipboard, and pastes it where the caret is there. */
  async pastesInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    const {selectionStart, selectionEnd} = field;
    const elsewhere = document.body.appendChild(document.createElement('textarea'));
    elsewhere.value = text;
    elsewhere.select();
    await this.uses('copy');
    elsewhere.remove();
    field.focus();
    field.setSelectionRange(selectionStart, selectionEnd);
    await this.uses('paste');
  }

  /**
   * Composes a text with an input method, and with `isOver` puts it into the field.
   *
   * @returns whether this browser lets itself be told to
   */
  composes(text: string, {isOver}: Pick<Composition, 'isOver'>): Promise<boolean> {
    return executeServerCommand('compose', {text, isOver});
  }

  /** Clicks a button or link by its name, with a real mouse. */
  async clicks(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await click(byRole(this.#root, role, name));
  }

  /** Clicks something of the page around the widget. */
  async clicksOutside(element: HTMLElement | null): Promise<void> {
    if (!element) throw new Error('It does not stand there.');
    await click(element);
  }

  /** Clicks a text of the widget, wherever it stands. */
  async clicksText(text: string): Promise<void> {
    const all = [...this.#root.querySelectorAll<HTMLElement>('*')];
    const found = all.findLast((element) => element.textContent?.trim() === text);
    if (!found) throw new Error(`“${text}” does not stand there.`);
    await click(found);
  }

  /** Types a code over whatever stands in the field, and presses Enter. */
  async enters(code: string): Promise<void> {
    await this.clicksField();
    this.field.select();
    await this.types(code);
    await this.presses('Enter');
  }

  /** Waits until the page says this. */
  sees(text: string): Promise<void> {
    return this.until(() => this.text.includes(text), `the page says “${text}”`);
  }

  /** Waits until the widget is in a state, and has drawn it. */
  async reaches(state: MotpVerify['attempt']['is']): Promise<void> {
    await this.until(() => this.widget.attempt.is === state, `state ${state}`);
    await this.widget.updateComplete;
  }

  /** Waits until something holds; if it never does, tells what the page showed instead. */
  async until(holds: () => boolean, what: string): Promise<void> {
    try {
      await waitUntil(holds, what, PATIENCE);
    } catch {
      const state = JSON.stringify(this.widget.attempt);
      throw new Error(`Waited in vain until ${what}. State: ${state}. Page: ${this.text}`);
    }
  }

  /** The names of everything of a role, as assistive technology gives them. */
  names(role: string): readonly string[] {
    const slotted = this.widget.querySelector('[slot=code]');
    return slotted && role === 'textbox' ? namesOf(this.widget, role) : namesOf(this.#root, role);
  }

  /** One thing by role and name. */
  one(role: string, name?: string | RegExp): HTMLElement {
    return byRole(this.#root, role, name);
  }

  /** What has the focus inside the widget. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** Expects axe-core to find nothing. */
  async expectsAccessible(): Promise<void> {
    await expect(this.widget).to.be.accessible();
  }

  get #root(): ShadowRoot {
    const root = this.widget.shadowRoot;
    if (!root) throw new Error('The widget has not been drawn.');
    return root;
  }
}

/** How long a trainee of the tests waits: as long as a test may take. */
const PATIENCE = {timeout: 9_000, interval: 20};

/** What a site pastes into its page. */
export const PAGE = html`<motp-verify
  endpoint="/api/motp"
  status-url="/api/motp/status"
  trainee-name="홍길동"
  trainee-phone="01012345678"
  phone-identity-url="/phone-identity"
  ipin-url="/ipin"
  re-registration-url="/re-registration"
  login-url="/login"
  help-tel="1833-3075"
  support-url="/support"
  guide-url="/guide"
  manual-url="/manual.pdf"
></motp-verify>`;

async function click(element: HTMLElement): Promise<void> {
  const {x, y} = await middleOf(element);
  await sendMouse({type: 'click', position: [x, y]});
}

/** The middle of what is seen, brought into view. */
export async function middleOf(element: HTMLElement): Promise<Point> {
  let middle: Point;
  do {
    element.scrollIntoView({block: 'center'});
    // A person clicks what has been drawn; WebKit scrolls only with the next frame, or one later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const {x, y, width, height} = element.getBoundingClientRect();
    middle = {x: Math.floor(x + width / 2), y: Math.floor(y + height / 2)};
  } while (middle.y > window.innerHeight);
  return middle;
}
