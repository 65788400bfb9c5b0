/** Defines `<motp-verify>` and adds it to the JSX types of Preact. */
import type {HTMLAttributes} from 'preact';
import type {MotpVerify} from './index.ts';
import type {MotpVerifyElements} from './jsx-types.ts';

export * from './index.ts';

/** Preact's attributes of every element. */
type Shared = HTMLAttributes<MotpVerify>;

declare module 'preact' {
  // Preact's types can only be extended by declaration merging.
  namespace JSX {
    interface IntrinsicElements extends MotpVerifyElements<Shared> {}
  }
}
