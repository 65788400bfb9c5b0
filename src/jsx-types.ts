/**
 * Types of the element's attributes, properties and events for the templates of frameworks, derived from
 * its classes. `motp-verify/react`, `/preact`, `/solid`, `/svelte` and `/vue` add them to those of the
 * framework.
 */
import type {LitElement} from 'lit';
import type {MotpVerifyProperties} from './element/properties.ts';

/** The properties that a site can set. `null` and `undefined` set the default. */
export type MotpVerifyProps = {
  [Name in Exclude<keyof MotpVerifyProperties, keyof LitElement | 'form'>]?:
    MotpVerifyProperties[Name] | null | undefined;
};

/** The same as attributes, such as `trainee-name` for `traineeName`. Objects have no attribute. */
export type MotpVerifyAttributes = {
  [
    Name in keyof MotpVerifyProps as NonNullable<MotpVerifyProps[Name]> extends object
      ? never
      : Kebab<Name>
  ]?: AttributeValue<NonNullable<MotpVerifyProps[Name]>> | undefined;
};

/** Numbers and booleans can be written as text. An attribute with a few choices takes no other text. */
type AttributeValue<Value> = Value extends string ? Value : Value | string;

/** The events of the element by name, such as `motp-verified`. */
export type MotpVerifyEvents = Pick<
  HTMLElementEventMap,
  keyof HTMLElementEventMap & `motp-${string}`
>;

/** The event listeners, as JSX names those of custom elements: `onmotp-verified`. */
export type MotpVerifyListeners = {
  [Name in keyof MotpVerifyEvents as `on${Name}`]?: (event: MotpVerifyEvents[Name]) => void;
};

/**
 * The entry for `JSX.IntrinsicElements`. `Shared` are the framework's attributes of every element, such
 * as `class`, `ref` and `children`.
 */
export interface MotpVerifyElements<Shared = unknown> {
  'motp-verify': Shared & MotpVerifyProps & MotpVerifyAttributes & MotpVerifyListeners;
}

type Kebab<Text extends string> = Text extends `${infer Letter}${infer Rest}`
  ? Letter extends Lowercase<Letter>
    ? `${Letter}${Kebab<Rest>}`
    : `-${Lowercase<Letter>}${Kebab<Rest>}`
  : '';
