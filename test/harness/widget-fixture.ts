/** The page object of tests that run in the page, with direct access to the widget. */
import {expect, fixture, html} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {MotpVerify} from '../../src/index.ts';
import '../../src/index.ts';
import {getAllNames, getByRole} from './accessibility.ts';
import type {Composition, KeyHold, SHORTCUTS} from './commands/keyboard.ts';
import type {MediaFeatures} from './commands/media-features.ts';
import {clickElement, inPageDriver, middleOf} from './in-page-driver.ts';
import type {Point} from './page-driver.ts';
import {textOf, TraineePage} from './trainee-page.ts';

/** A trainee in front of one widget of this page, and the widget itself. */
export class WidgetFixture extends TraineePage {
  readonly widget: MotpVerify;

  constructor(widget: MotpVerify) {
    super(inPageDriver(widget));
    this.widget = widget;
  }

  /** Renders markup that contains the widget; by default a widget that uses the test endpoint. */
  static async open(markup: ReturnType<typeof html> = PAGE): Promise<WidgetFixture> {
    const page = await fixture<HTMLElement>(markup);
    const widget = page.localName === 'motp-verify' ? page : page.querySelector('motp-verify');
    if (!widget) throw new Error('The page has no <motp-verify>.');
    const trainee = new WidgetFixture(widget as MotpVerify);
    await trainee.widget.updateComplete;
    // An open guide moves the content below it once, when it is loaded.
    await trainee.until(() => !trainee.#root.querySelector('.loading'), 'the guide is there');
    return trainee;
  }

  /** The code field. */
  get field(): HTMLInputElement {
    const slotted = this.widget.querySelector<HTMLInputElement>('input[slot=code]');
    return slotted ?? (getByRole(this.#root, 'textbox') as HTMLInputElement);
  }

  /** Whether the widget has a code field. */
  get hasField(): boolean {
    return getAllNames(this.#root, 'textbox').length > 0;
  }

  /** The text of the widget in one line, text for screen readers included. */
  get text(): string {
    return textOf(this.widget);
  }

  /**
   * Holds a key down until it has repeated a number of times.
   *
   * @returns whether the browser supports the command
   */
  holdsDown(held: KeyHold): Promise<boolean> {
    return executeServerCommand('hold', held);
  }

  /** Double-clicks an element, which selects a word. */
  async doubleClicks(element: HTMLElement): Promise<void> {
    await executeServerCommand('double click', await middleOf(element));
  }

  /** Drags with a real mouse. */
  async drags(from: Point, to: Point): Promise<void> {
    await executeServerCommand('drag', [from, to]);
  }

  /**
   * Emulates media features; none ends the emulation.
   *
   * @returns whether the browser supports the command
   */
  emulates(features: MediaFeatures = {}): Promise<boolean> {
    return executeServerCommand('emulate', features);
  }

  /** Sets the whole value and dispatches one event, as autofill and dictation do. */
  autofills(value: string): void {
    this.field.value = value;
    this.field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }

  /** Presses a shortcut on the real keyboard. */
  async uses(shortcut: keyof typeof SHORTCUTS): Promise<void> {
    await executeServerCommand('shortcut', shortcut);
  }

  /** Copies a text from another field with the real clipboard, and pastes it into the code field. */
  pastes(text: string): Promise<void> {
    return this.pastesInto(this.field, text);
  }

  /** Copies a text from another field with the real clipboard, and pastes it at the caret. */
  async pastesInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    const {selectionStart, selectionEnd} = field;
    const source = document.body.appendChild(document.createElement('textarea'));
    source.value = text;
    source.select();
    await this.uses('copy');
    source.remove();
    field.focus();
    field.setSelectionRange(selectionStart, selectionEnd);
    await this.uses('paste');
  }

  /**
   * Composes a text with an input method; `isOver` commits it to the field.
   *
   * @returns whether the browser supports the command
   */
  composes(text: string, {isOver}: Pick<Composition, 'isOver'>): Promise<boolean> {
    return executeServerCommand('compose', {text, isOver});
  }

  /** Clicks a button or link by its name, with a real mouse. */
  async clicks(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await clickElement(getByRole(this.#root, role, name));
  }

  /** Clicks an element of the page around the widget. */
  async clicksOutside(element: HTMLElement | null): Promise<void> {
    if (!element) throw new Error('The page has no such element.');
    await clickElement(element);
  }

  /** Clicks the innermost element with a text. */
  async clicksText(text: string): Promise<void> {
    const all = [...this.#root.querySelectorAll<HTMLElement>('*')];
    const found = all.findLast((element) => element.textContent?.trim() === text);
    if (!found) throw new Error(`The widget has no text “${text}”.`);
    await clickElement(found);
  }

  /** Returns the accessible names of all elements of a role, in their order. */
  getAllNames(role: string): readonly string[] {
    const slotted = this.widget.querySelector('[slot=code]');
    return slotted && role === 'textbox'
      ? getAllNames(this.widget, role)
      : getAllNames(this.#root, role);
  }

  /** Finds the one element of a role and an accessible name. */
  getByRole(role: string, name?: string | RegExp): HTMLElement {
    return getByRole(this.#root, role, name);
  }

  /** The live region of progress and time. */
  get progress(): HTMLElement {
    return this.#find('[part=progress]');
  }

  /** The live region of messages. */
  get announcement(): HTMLElement {
    return this.#find('.card > [aria-live=assertive]');
  }

  /** Waits until an element has the focus, which may rest on its container first. */
  async focuses(find: () => Element): Promise<void> {
    await this.until(() => this.focused === find(), 'the element has the focus');
  }

  /** The element in the shadow root that has the focus. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** Expects axe-core to find no violation. */
  async expectsAccessible(): Promise<void> {
    await expect(this.widget).to.be.accessible();
  }

  #find(selector: string): HTMLElement {
    const element = this.#root.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`The widget has no ${selector}.`);
    return element;
  }

  get #root(): ShadowRoot {
    const root = this.widget.shadowRoot;
    if (!root) throw new Error('The widget has no shadow root.');
    return root;
  }
}

/** The markup that a site pastes into its page. */
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
