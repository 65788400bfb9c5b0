/** Isolates the card from the page's listeners (docs/decisions/0021-field-events-stop-at-the-root.md). */

/** The events of keyboard and clipboard. They stop at the root for the site's own input, too. */
const KEYBOARD: readonly string[] = [
  'keydown',
  'keypress',
  'keyup',
  'paste',
  'copy',
  'cut',
  'contextmenu',
  'selectstart',
  'dragstart',
];

/** The events that stop at the root for what is in the card. The site's own input keeps them. */
const CARD = [
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchmove',
  'touchend',
] as const;

/** The keys that the surrounding page needs: Escape closes its dialog, Tab moves the focus in it. */
const PAGE_KEYS: ReadonlySet<unknown> = new Set(['Escape', 'Tab']);

/** The roots in which the page has canceled the present touch. */
const touchCanceled = new WeakSet<ShadowRoot>();

/**
 * Stops the events of the card at its root. Pages cancel them unless their target is an INPUT, which
 * outside the shadow root it never is; exam pages take a typed digit for an answer. The card's own
 * listeners and the slots get the events before; so do the page's listeners in the capture phase.
 * Those can't be stopped, and the card acts in spite of them.
 */
export function isolateEvents(root: ShadowRoot): void {
  for (const type of [...KEYBOARD, ...CARD]) root.addEventListener(type, onEvent);
}

function onEvent(event: Event): void {
  const root = event.currentTarget as ShadowRoot;
  const [target] = event.composedPath() as [Element];
  const isInCard = target.getRootNode() === root;
  if (isInCard) actInSpite(root, target, event);
  // By name: an input of another document has another class.
  const isField = target.localName === 'input' && KEYBOARD.includes(event.type);
  const isKeyOfPage = PAGE_KEYS.has((event as Partial<KeyboardEvent>).key);
  if ((isInCard || isField) && !isKeyOfPage) event.stopPropagation();
}

/** Does what the browser would have done, had the page not canceled the event in the capture phase. */
function actInSpite(root: ShadowRoot, target: Element, event: Event): void {
  const {type, defaultPrevented} = event;
  if (type === 'touchstart') touchCanceled[defaultPrevented ? 'add' : 'delete'](root);
  // Most events are as the browser wants them: nothing is looked up for a typed key.
  if (!defaultPrevented && !(type === 'touchend' && touchCanceled.has(root))) return;
  // The target of `selectstart` is a text.
  const control = (target as Partial<Element>).closest?.<HTMLElement>('button, a, summary');
  if (type === 'touchend') {
    const [touch] = (event as TouchEvent).changedTouches;
    const isTap = touch && root.elementFromPoint(touch.clientX, touch.clientY) === target;
    if (!isTap) return;
    const tapped = control ?? (target as HTMLElement);
    tapped.focus();
    tapped.click();
  } else if (!control) {
    return;
  } else if (type === 'keydown' && /^(?:Enter| )$/.test((event as KeyboardEvent).key)) {
    control.click();
  } else if (type === 'click' && control.localName === 'summary') {
    // Buttons have listeners of their own, and whether a link may open is for the page to say.
    control.parentElement?.toggleAttribute('open');
  }
}
