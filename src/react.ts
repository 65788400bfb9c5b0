'use client';
/**
 * The component `<MotpVerify>` for React 17 and later, and the types of `<motp-verify>` for the JSX of
 * React 19.
 */
import {createComponent, type EventName} from '@lit/react';
import * as React from 'react';
import type {
  MotpCompletedEvent,
  MotpErrorEvent,
  MotpLockedEvent,
  MotpRejectedEvent,
  MotpStateChangeEvent,
  MotpVerifiedEvent,
  MotpFallbackEvent,
} from './runtime/events.ts';
import {MotpVerify as MotpVerifyElement} from './index.ts';
import type {MotpVerifyElements} from './jsx-types.ts';

/** Renders `<motp-verify>`: a prop for each property, and `on…` for each event. `ref` is the element. */
export const MotpVerify = createComponent({
  react: React,
  tagName: 'motp-verify',
  elementClass: MotpVerifyElement,
  events: {
    onMotpVerified: 'motp-verified' as EventName<MotpVerifiedEvent>,
    onMotpCompleted: 'motp-completed' as EventName<MotpCompletedEvent>,
    onMotpRejected: 'motp-rejected' as EventName<MotpRejectedEvent>,
    onMotpLocked: 'motp-locked' as EventName<MotpLockedEvent>,
    onMotpFallback: 'motp-fallback' as EventName<MotpFallbackEvent>,
    onMotpError: 'motp-error' as EventName<MotpErrorEvent>,
    onMotpStateChange: 'motp-state-change' as EventName<MotpStateChangeEvent>,
  },
});

/** React's attributes of every element. Custom elements also take `class`, as HTML names it. */
type Shared = React.DetailedHTMLProps<
  React.HTMLAttributes<MotpVerifyElement>,
  MotpVerifyElement
> & {
  readonly class?: string | undefined;
};

declare module 'react' {
  // React's types can only be extended by declaration merging.
  namespace JSX {
    interface IntrinsicElements extends MotpVerifyElements<Shared> {}
  }
}
