/** Defines `<motp-verify>` and adds it to the JSX types of Solid. */
import type {JSX as SolidJSX} from 'solid-js';
import type {MotpVerify} from './index.ts';
import type {MotpVerifyElements, MotpVerifyEvents, MotpVerifyProps} from './jsx-types.ts';

export * from './index.ts';

/** Solid's attributes of every element, and its prefixes that set a property or add a listener. */
type Shared = SolidJSX.HTMLAttributes<MotpVerify> & {
  [Name in keyof MotpVerifyProps as `prop:${Name}`]?: MotpVerifyProps[Name];
} & {
  [Name in keyof MotpVerifyEvents as `on:${Name}`]?: (event: MotpVerifyEvents[Name]) => void;
};

declare module 'solid-js' {
  // Solid's types can only be extended by declaration merging.
  namespace JSX {
    interface IntrinsicElements extends MotpVerifyElements<Shared> {}
  }
}
