/** The focus after a change of state. */
import type {VerificationState} from '../core/state.ts';
import type {CodeInput} from './code-input/code-input.ts';
import {describeControl, findControl, type FocusedControl} from './focused-control.ts';
import {FocusHold} from './focus-hold.ts';
import {keepScroll} from './keep-scroll.ts';
import {hasCodeError} from './notice-view.ts';
import type {StateChange} from './verification/state-change.ts';

/**
 * How long the focus rests on a container, in ms. Where a screen reader's place was removed, it takes the
 * new focus for its place without a word. So the container has the focus first, and then what is said.
 */
const STEP_MS = 150;

/** Where the focus goes after a render. `card`: there is neither a form nor a panel. */
type Destination = 'field' | 'panel' | 'card' | HTMLElement;

/**
 * Moves the focus after a change of state, if the trainee is working in the widget, and whenever a render
 * removes what has the focus. Owns the pending move. Never takes the focus from elsewhere in
 * the page, and leaves it where it is scrolled to.
 */
export class FocusController {
  readonly #host: HTMLElement;
  readonly #codeInput: CodeInput;
  readonly #hold = new FocusHold();
  #wasSubmitted = false;
  #isMovePending = false;
  /** What had the focus before the render: in the shadow tree or, in a slot, the site's own. */
  #focused: Element | null = null;
  #control: FocusedControl | undefined;
  #destination: Destination | undefined;
  #restoreScroll: (() => void) | undefined;

  constructor(host: HTMLElement, codeInput: CodeInput) {
    this.#host = host;
    this.#codeInput = codeInput;
  }

  /** Whether the focus is about to move into the field. */
  get entersField(): boolean {
    return this.#destination === 'field' && !this.#codeInput.hasFocus;
  }

  /** Whether the focus is about to move into the panel. */
  get entersPanel(): boolean {
    return this.#destination === 'panel';
  }

  /** Where the focus is: in the element or the site's own input, elsewhere in the page, or nowhere. */
  get place(): 'inside' | 'elsewhere' | 'nowhere' {
    const active = activeAround(this.#host);
    if (this.#host.contains(active)) return 'inside';
    return active === null || active === this.#host.ownerDocument.body ? 'nowhere' : 'elsewhere';
  }

  /** Records that the trainee has submitted, so that the outcome may take the focus. */
  onSubmit(): void {
    this.#wasSubmitted = true;
  }

  /** Decides whether the focus has to move, before the new state is rendered. */
  beforeStateChange(change: StateChange): void {
    if (!this.#shouldFollow(change)) return;
    const {place} = this;
    // Safari on a Mac does not focus a button that is clicked: then nothing has the focus.
    this.#isMovePending = place === 'inside' || (this.#wasSubmitted && place === 'nowhere');
    if (!change.isPending) this.#wasSubmitted = false;
  }

  /** Keeps what has the focus from being removed. Call it before each render. */
  beforeRender(): void {
    const focused = focusedIn(this.#host);
    this.#focused = focused;
    this.#control = focused ? describeControl(focused) : undefined;
    const isSlotted = focused && this.#host.contains(focused);
    this.#hold.start(isSlotted ? slotOf(focused, this.#host) : focused);
    this.#restoreScroll = this.#isMovePending ? keepScroll(this.#host) : undefined;
  }

  /** Returns whether an element is removed as soon as the focus has moved. */
  isLeaving(element: Element): boolean {
    return this.#hold.has(element);
  }

  /** Decides where the focus goes, after the state is rendered. */
  afterRender(state: VerificationState): void {
    this.#destination = this.#destinationIn(state);
  }

  /**
   * Moves the focus if it has to, and then removes what has had it.
   *
   * @returns whether the trainee waits for this state in the widget
   */
  move(): boolean {
    const isFollowed = this.#isMovePending;
    const destination = this.#destination;
    this.#isMovePending = false;
    this.#destination = undefined;
    if (destination) {
      const dialog = this.#focused?.closest('dialog');
      // Behind a modal dialog, nothing can be focused.
      if (dialog && this.#hold.has(dialog)) dialog.close();
      this.#enter(destination);
    }
    this.#hold.end();
    // WebKit lays the page out without the card when a form or a panel is removed, and the page scrolls.
    if (destination) this.#restoreScroll?.();
    this.#focused = null;
    return isFollowed;
  }

  /** Focuses the dialog that was opened, and then its button. */
  enterDialog(): void {
    this.#focusStepwise('dialog', 'button');
  }

  /** Focuses a part of the card. */
  focusPart(part: string): void {
    this.#focusFirst(`[part=${part}]`);
  }

  #destinationIn(state: VerificationState): Destination | undefined {
    const panel = this.#find('.panel') && 'panel';
    const field = this.#codeInput.canFocus ? 'field' : undefined;
    if (this.#isMovePending && (panel || (field && asksForCode(state)))) return panel ?? field;
    return this.#isLost ? (this.#findAgain() ?? panel ?? field ?? 'card') : undefined;
  }

  /** Whether the render removes what has the focus. The site's element goes to a new slot, if there is one. */
  get #isLost(): boolean {
    if (!this.#hold.isRemoved) return false;
    const name = this.#focused && slotOf(this.#focused, this.#host)?.name;
    return !name || !this.#find(`slot[name="${name}"]`);
  }

  #enter(destination: Destination): void {
    if (destination === 'field') this.#enterField();
    else if (destination === 'panel') this.#enterPanel();
    else if (destination === 'card') this.#focusCard();
    else destination.focus({preventScroll: true});
  }

  #enterField(): void {
    if (!this.#hold.isRemoved) return this.#codeInput.select();
    const form = this.#find('[part=form]');
    if (form) focusForNow(form, {});
    this.#step('[part=form]', () => this.#codeInput.select());
  }

  #enterPanel(): void {
    if (this.#find('[part=locked]')) this.#focusStepwise('[part=locked]', ':is(a, button)');
    else this.focusPart('verified');
  }

  /** Focuses a named container, and then a control in it. */
  #focusStepwise(container: string, control: string): void {
    this.#focusFirst(container);
    this.#step(container, () => this.#focusFirst(`${container} ${control}`));
  }

  /** Moves the focus on from a container, unless the trainee has moved it; see {@link STEP_MS}. */
  #step(container: string, move: () => void): void {
    const {shadowRoot} = this.#host;
    setTimeout(() => {
      const element = shadowRoot?.querySelector(container);
      if (element && shadowRoot?.activeElement === element) move();
    }, STEP_MS);
  }

  #focusFirst(selector: string): void {
    this.#find(selector)?.focus({preventScroll: true});
  }

  /** Focuses the card, where nothing else can have the focus. */
  #focusCard(): void {
    const card = this.#find('.card');
    const heading = this.#find('[part=heading]')?.textContent ?? '';
    if (card) focusForNow(card, {role: 'group', 'aria-label': heading});
  }

  /** Finds an element that stays. */
  #find(selector: string): HTMLElement | undefined {
    const found = this.#host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [];
    return [...found].find((element) => !this.#hold.has(element));
  }

  #findAgain(): HTMLElement | undefined {
    const root = this.#host.shadowRoot;
    const isThere = (element: Element): boolean =>
      !this.#hold.has(element) && !element.matches(':disabled');
    return root && this.#control ? findControl(root, this.#control, isThere) : undefined;
  }

  /** Returns `false` while the trainee is typing or reading. */
  #shouldFollow({after, before, cause}: StateChange): boolean {
    switch (cause.type) {
      case 'edited':
        return false;
      case 'refused':
        return this.#wasSubmitted;
      case 'status-received':
        return after.status !== before.status;
      default:
        return true;
    }
  }
}

/** Focuses an element that takes the focus, and has other attributes, only until the focus leaves. */
function focusForNow(element: HTMLElement, attributes: Readonly<Record<string, string>>): void {
  const all = Object.entries({tabindex: '-1', ...attributes});
  for (const [name, value] of all) element.setAttribute(name, value);
  element.focus({preventScroll: true});
  const onBlur = (): void => all.forEach(([name]) => element.removeAttribute(name));
  element.addEventListener('blur', onBlur, {once: true});
}

/** Returns the element of the host's own tree that has the focus. */
function activeAround(host: HTMLElement): Element | null {
  const root = host.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/** Returns the element in the shadow tree, or else the site's one in a slot, that has the focus. */
function focusedIn(host: HTMLElement): Element | null {
  const active = activeAround(host);
  if (active === host) return host.shadowRoot?.activeElement ?? null;
  return host.contains(active) ? active : null;
}

/** Returns the slot of an element of the site; `null` for an element of the shadow tree. */
function slotOf(element: Element, host: HTMLElement): HTMLSlotElement | null {
  return [...host.children].find((child) => child.contains(element))?.assignedSlot ?? null;
}

/** Returns whether the trainee is to enter a code now: again after a refusal, or after a lock. */
function asksForCode(state: VerificationState): boolean {
  return hasCodeError(state) || isReleased(state);
}

/** Returns whether a lock has just ended. */
function isReleased(state: VerificationState): boolean {
  const kind = state.status === 'ready' ? state.notice?.kind : undefined;
  return kind === 'unlocked' || kind === 'registered';
}
