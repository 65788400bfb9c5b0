/** Defines `<motp-verify>` and adds it to the types of Vue's templates. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {MotpVerify} from './index.ts';
import type {MotpVerifyEvents, MotpVerifyProps} from './jsx-types.ts';

export * from './index.ts';

/** Vue's checker reads attributes in camel case, and `max-failures="5"` as text. */
type Props = {
  [Name in keyof MotpVerifyProps]:
    | MotpVerifyProps[Name]
    | (NonNullable<MotpVerifyProps[Name]> extends number ? `${number}` : never);
};

/** The element as a component that no site has to register. */
type Component = new () => MotpVerify & {
  readonly $props: Props & HTMLAttributes & PublicProps;
  readonly $emit: EmitFn<{
    [Name in keyof MotpVerifyEvents]: (event: MotpVerifyEvents[Name]) => void;
  }>;
  readonly $slots: Record<'default', () => unknown>;
};

declare module 'vue' {
  // Vue's types can only be extended by declaration merging.
  interface GlobalComponents {
    'motp-verify': Component;
  }
  // HTML's attribute, which Vue's types lack: `<input slot="code">`.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
