/** The reactive properties of the element, without decorators (docs/decisions/0004-no-decorators.md). */
import {LitElement, type PropertyDeclaration} from 'lit';
import {attributeName} from './attribute-name.ts';
import {PropertyDefaults} from './property-defaults.ts';
import {REFLECTED} from './reflected-properties.ts';

/** The element has the properties of {@link PropertyDefaults}. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- The static block defines them.
export interface MotpVerifyProperties extends PropertyDefaults {}

/** Gives the element its reactive properties. An element holds only those that are set. */
export abstract class MotpVerifyProperties extends LitElement {
  static override readonly properties: Record<string, PropertyDeclaration> = {};

  /**
   * Defines an accessor for each property, which Lit wraps. It coerces what is set to the type of the
   * default value, as HTML does. `null` and `undefined`, which a framework sets before it has a value, set
   * the default, as does the removal of the attribute.
   */
  static {
    for (const [name, initial] of Object.entries(new PropertyDefaults())) {
      const key = Symbol(name);
      const type: unknown = Object(initial).constructor;
      const hasAttribute = type !== Object;
      this.properties[name] = {
        attribute: hasAttribute && attributeName(name),
        type,
        ...REFLECTED[name],
      };
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: Record<symbol, unknown>) {
          return this[key] ?? initial;
        },
        set(this: Record<symbol, unknown>, value: unknown) {
          this[key] = hasAttribute ? Object(initial).constructor(value ?? initial) : value;
        },
      });
    }
  }

  /** The surrounding form, or `null`. */
  abstract get form(): HTMLFormElement | null;
}
