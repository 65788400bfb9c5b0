/** Messages with their placeholders filled in, as text. */
import {interpolate} from '../locales/messages.ts';

/** Returns the message with each placeholder replaced by the value of that name. */
export function formatMessage(
  message: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return interpolate(message, values).join('');
}
