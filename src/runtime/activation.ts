/** The activation of the element from outside. */

/** A label of the page was clicked, or the browser shows that the form is invalid. */
export type ActivationSource = 'label' | 'invalid';

/** Calls back on each activation, for the life of the element. */
export function onActivation(
  host: HTMLElement,
  callback: (source: ActivationSource) => void,
): void {
  let isInvalid = false;
  host.addEventListener('invalid', () => {
    isInvalid = true;
    // The browser focuses in the same task. `checkValidity()` does not focus.
    setTimeout(() => (isInvalid = false));
  });
  const onFocus = (): void => {
    if (isInvalid) callback('invalid');
  };
  // Capture phase: `focus` does not bubble.
  host.addEventListener('focus', onFocus, {capture: true});
  host.addEventListener('click', (event) => {
    // A label clicks the element itself; a click inside has an inner target.
    if (event.composedPath()[0] !== host) return;
    callback('label');
    // WebKit then focuses the element, without an event.
    setTimeout(() => {
      if (host.matches(':focus') && !host.shadowRoot?.activeElement) callback('label');
    });
  });
}
