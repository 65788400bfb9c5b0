/** The clocks of a test: the time zone of the browser, the clock of the endpoint, the countdown. */
import {system} from '../harness/system.ts';
import type {WidgetFixture} from '../harness/widget-fixture.ts';

/**
 * Sets the time zone of the browser, in minutes behind UTC as `getTimezoneOffset` counts them.
 *
 * @returns a function that restores the time zone
 */
export function setTimeZone(minutesBehindUtc: number): () => void {
  /* oxlint-disable no-extend-native, typescript/unbound-method -- The browser has no API for it. */
  const {getTimezoneOffset} = Date.prototype;
  Date.prototype.getTimezoneOffset = () => minutesBehindUtc;
  return () => (Date.prototype.getTimezoneOffset = getTimezoneOffset);
}

/** The offset of Korea in minutes behind UTC. */
export const KOREA = -540;

/** Sets the clock of the endpoint to this many ms before the end of a step. */
export function setStepEndsIn(ms: number): void {
  system.now = Date.UTC(2026, 5, 1, 3, 1) - ms;
}

/** Returns the text of the countdown ring, or '' without a ring. */
export function countdown({widget}: WidgetFixture): string {
  return widget.shadowRoot?.querySelector('[part=countdown]')?.textContent?.trim() ?? '';
}
