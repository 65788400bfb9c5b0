/** The style sheets of what the runtime renders at once, in their order in the cascade. */
import {inheritedStyles} from './inherited.ts';
import {runtimeTokens} from './runtime-tokens.ts';
import {writingSystems} from './writing-systems.ts';
import {messageStyles} from './messages.ts';
import {controlsRuntime} from './controls-runtime.ts';

/** The styles of what the runtime renders at once. */
export const runtimeStyles = [
  inheritedStyles,
  runtimeTokens,
  writingSystems,
  messageStyles,
  controlsRuntime,
] as const;
