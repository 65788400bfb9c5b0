/** Takes over what a server has rendered (declarative shadow DOM). */

/**
 * Empties a root that a server has filled, so that it is drawn once: the server knows neither the
 * page's address nor its language, so all is drawn anew. What the trainee has typed there before the
 * script came is not lost.
 *
 * @returns puts it into the field that was drawn in its place; `undefined` where no server was
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
