'use client';
/**
 * `<MotpVerify>` for React, from version 17 on: properties by name, and an `on…` for each event. React
 * 19 takes `<motp-verify>` as it is, too, and learns its types from here.
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

/** See the file's head; a `ref` gives the element, with its methods. */
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

type Shared = React.DetailedHTMLProps<React.HTMLAttributes<MotpVerifyElement>, MotpVerifyElement>;

declare module 'react' {
  // How React's types are added to.
  namespace JSX {
    interface IntrinsicElements extends MotpVerifyElements<Shared> {}
  }
}
