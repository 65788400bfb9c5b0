/** The reactive properties of the element, without decorators (docs/decisions/0004-no-decorators.md). */
import {LitElement, type PropertyDeclaration} from 'lit';
import {attributeName} from './attribute-name.ts';
import {PropertyDefaults} from './property-defaults.ts';
import {REFLECTED} from './reflected-properties.ts';

/** Lit's declarations of the properties. The class has the accessors. */
export const PROPERTIES: Record<string, PropertyDeclaration> = {};

/** The element has the properties of {@link PropertyDefaults}. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- The static block defines them.
export interface MotpVerifyProperties extends PropertyDefaults {}

/**
 * Gives the element the accessors of its reactive properties. An element holds only those that are set.
 * The class that is registered declares them to Lit, which copies the declarations for each class below.
 */
export abstract class MotpVerifyProperties extends LitElement {
  /**
   * Defines and declares each property. Its accessor coerces what is set to the type of the default
   * value, as HTML does. `null` and `undefined`, which a framework sets before it has a value, set the
   * default, as does the removal of the attribute.
   */
  static {
    for (const [name, initial] of Object.entries(new PropertyDefaults())) {
      const key = Symbol(name);
      const type: unknown = Object(initial).constructor;
      const attribute = type !== Object && attributeName(name);
      PROPERTIES[name] = {attribute, type, reflect: REFLECTED.includes(name), noAccessor: true};
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: Record<symbol, unknown>) {
          return this[key] ?? initial;
        },
        set(this: MotpVerifyProperties & Record<symbol, unknown>, value: unknown) {
          const before = this[key] ?? initial;
          this[key] = attribute ? Object(initial).constructor(value ?? initial) : value;
          this.requestUpdate(name, before);
        },
      });
    }
  }

  /** The surrounding form, or `null`. */
  abstract get form(): HTMLFormElement | null;
}
