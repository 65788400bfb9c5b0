import type {PropertyDeclaration} from 'lit';

/** The properties whose value is written to their attribute, whichever of the two is set. */
export const REFLECTED: Readonly<Record<string, PropertyDeclaration>> = {
  masked: {reflect: true},
  required: {reflect: true},
  disabled: {reflect: true},
  theme: {reflect: true, useDefault: true},
  name: {reflect: true, useDefault: true},
};
