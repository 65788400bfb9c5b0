/** The clock of the phone on which the page runs: the mOTP app makes its numbers by the same clock. */
import type {Locale} from '../locales/messages.ts';
import {formatMessage} from './format-message.ts';
import {phoneSystem} from './phone-system.ts';

/** From this error on, in ms, numbers are likely to belong to another time step (manual: 60초). */
const MAX_ERROR_MS = 20_000;

/** The units of the error, with the number of ms from which each is used. */
const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/**
 * Warns if the clock of this phone is wrong, whatever its time zone. Returns '' on a computer, whose
 * clock is not the app's.
 *
 * @param serverNow the endpoint's time, in ms since the epoch, if it is known
 */
export function phoneClockWarning({tag, messages}: Locale, serverNow: number | undefined): string {
  if (serverNow === undefined || !phoneSystem()) return '';
  const errorMs = Date.now() - serverNow;
  if (Math.abs(errorMs) <= MAX_ERROR_MS) return '';
  const text = errorMs > 0 ? messages.clockFast : messages.clockSlow;
  return formatMessage(text, {amount: formatDuration(tag, Math.abs(errorMs))});
}

/** Formats a duration in its largest unit, such as 3분, in digits of the app's kind. */
function formatDuration(tag: string, ms: number): string {
  const [unit, unitMs] = UNITS.find(([, length]) => ms >= length) ?? UNITS[3];
  const options = {style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn'} as const;
  return new Intl.NumberFormat([tag, 'en'], options).format(Math.round(ms / unitMs));
}
