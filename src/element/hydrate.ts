/** Replaces what a server has rendered (declarative shadow DOM) by a render in the page. */

/**
 * Empties a root that a server has filled. The server knows neither the page's address nor its
 * language, so everything is rendered again; what the trainee has typed meanwhile is kept.
 *
 * @returns a function that puts the typed text and the focus into the new field; `undefined` if the
 *   root was empty
 */
export function discardServerRender(root: ShadowRoot): (() => void) | undefined {
  if (!root.hasChildNodes()) return undefined;
  const before = root.querySelector('input');
  const hadFocus = before !== null && root.activeElement === before;
  root.replaceChildren();
  return () => {
    const input = root.querySelector('input');
    if (input && before) input.value = before.value;
    if (hadFocus) input?.focus();
  };
}
