/** The disabled state of the element (HTML: form-associated custom elements). */
import {isServer} from 'lit';
import type {FormAssociatedElement} from './form-associated.ts';

/** Returns whether the element, or a fieldset around it, is disabled. */
export function isDisabled(element: FormAssociatedElement): boolean {
  // The property first: its attribute follows with the next update.
  return element.disabled || (!isServer && element.matches(':disabled'));
}
