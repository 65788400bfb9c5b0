/** Defines `<motp-verify>` and adds it to the types of Svelte's templates. */
import type {HTMLAttributes} from 'svelte/elements';
import type {MotpVerify} from './index.ts';
import type {MotpVerifyElements} from './jsx-types.ts';

export * from './index.ts';

/** Svelte's attributes of every element. */
type Shared = HTMLAttributes<MotpVerify>;

declare module 'svelte/elements' {
  // Svelte's types can only be extended by declaration merging.
  interface SvelteHTMLElements extends MotpVerifyElements<Shared> {}
}
