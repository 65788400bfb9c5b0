/**
 * The element in JSX: its attributes, its properties and its events, read off the classes themselves.
 *
 * React's own types learn of it from `motp-verify/react`; Preact, Solid and others from a line each:
 * `declare module 'preact' { namespace JSX { interface IntrinsicElements extends MotpVerifyElements {} } }`
 */
import type {LitElement} from 'lit';
import type {MotpVerifyProperties} from './element/properties.ts';

/** What a site can set as a property. */
export type MotpVerifyProps = {
  [Name in Exclude<keyof MotpVerifyProperties, keyof LitElement | 'form'>]?:
    MotpVerifyProperties[Name] | undefined;
};

/** The same as attributes, `trainee-name` for `traineeName`; those alone that a text can say. */
export type MotpVerifyAttributes = {
  [
    Name in keyof MotpVerifyProps as NonNullable<MotpVerifyProps[Name]> extends object
      ? never
      : Kebab<Name>
  ]?: MotpVerifyProps[Name] | string;
};

/** Its events as JSX knows those of any custom element: `onmotp-verified`. */
export type MotpVerifyListeners = {
  [Name in keyof HTMLElementEventMap & `motp-${string}` as `on${Name}`]?: (
    event: HTMLElementEventMap[Name],
  ) => void;
};

/**
 * For `JSX.IntrinsicElements`. `Shared` is what the framework lets every element have, such as `class`,
 * `ref` and `children`.
 */
export interface MotpVerifyElements<Shared = unknown> {
  'motp-verify': Shared & MotpVerifyProps & MotpVerifyAttributes & MotpVerifyListeners;
}

type Kebab<Text extends string> = Text extends `${infer Letter}${infer Rest}`
  ? Letter extends Lowercase<Letter>
    ? `${Letter}${Kebab<Rest>}`
    : `-${Lowercase<Letter>}${Kebab<Rest>}`
  : '';
