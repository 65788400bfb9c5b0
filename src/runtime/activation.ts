/** Tells when the trainee is led to the element from outside. */

/** By a label of the page; or by the browser, since the form around can't be sent. */
export type ActivationSource = 'label' | 'invalid';

/** Calls back each time, for as long as the element lives. */
export function onActivation(host: HTMLElement, callback: (by: ActivationSource) => void): void {
  let isInvalid = false;
  host.addEventListener('invalid', () => {
    isInvalid = true;
    // The focus comes in the same task, if it comes; a script that only asks brings none.
    setTimeout(() => (isInvalid = false));
  });
  const onFocus = (): void => {
    if (isInvalid) callback('invalid');
  };
  // On its way down, since the site's own input tells of its focus to nobody above.
  host.addEventListener('focus', onFocus, {capture: true});
  host.addEventListener('click', (event) => {
    // What is clicked inside comes from an element inside; a label clicks the element itself.
    if (event.composedPath()[0] !== host) return;
    callback('label');
    // WebKit then puts the focus on the element, and tells nobody.
    setTimeout(() => {
      if (host.matches(':focus') && !host.shadowRoot?.activeElement) callback('label');
    });
  });
}
