/** The activation of the element from outside. */

/** A label of the page was clicked, or the browser shows that the form is invalid. */
export type ActivationSource = 'label' | 'invalid';

/** Receives each activation. */
export interface ActivationListener {
  readonly onActivation: (source: ActivationSource) => void;
}

/** Calls back on each activation, for the life of the element. */
export function observeActivation(host: HTMLElement, listener: ActivationListener): void {
  let isInvalid = false;
  const onEvent = (event: Event): void => {
    if (event.type === 'invalid') {
      isInvalid = true;
      // The browser focuses in the same task. `checkValidity()` does not focus.
      setTimeout(() => (isInvalid = false));
    } else if (event.type === 'focus') {
      if (isInvalid) listener.onActivation('invalid');
    } else if (event.composedPath()[0] === host) {
      // A label clicks the element itself; a click inside has an inner target.
      listener.onActivation('label');
      // WebKit then focuses the element, without an event.
      setTimeout(() => {
        if (host.matches(':focus') && !host.shadowRoot?.activeElement) {
          listener.onActivation('label');
        }
      });
    }
  };
  host.addEventListener('invalid', onEvent);
  // Capture phase: `focus` does not bubble.
  host.addEventListener('focus', onEvent, {capture: true});
  host.addEventListener('click', onEvent);
}
