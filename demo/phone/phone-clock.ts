/** The clock of a phone: its setting and the time it shows. */

/**
 * Every setting of a phone's clock. `abroad` is correct: its time zone changes the shown time only.
 * With `by-hand` the phone shows New York's time in Seoul's time zone, so its clock is hours off
 * (manual: 외국에서 … 휴대폰의 시간을 한국시간으로 변경).
 */
export const CLOCKS = ['automatic', 'slow', 'fast', 'abroad', 'by-hand'] as const;

/** One of {@link CLOCKS}. */
export type PhoneClock = (typeof CLOCKS)[number];

/** The error of `slow` and `fast`, in ms: more than the endpoint tolerates. */
const OFF_MS = 3 * 60_000;

/** Korea's offset from UTC, which is the same all year. `Intl` takes long to load its first zone. */
const SEOUL_OFFSET_MS = 9 * 3_600_000;

const NEW_YORK = 'America/New_York';

/** Returns the phone's time. `now` is the correct time; both are in ms since the epoch. */
export function phoneTime(clock: PhoneClock, now: number): number {
  switch (clock) {
    case 'automatic':
    case 'abroad':
      return now;
    case 'slow':
      return now - OFF_MS;
    case 'fast':
      return now + OFF_MS;
    case 'by-hand':
      return now + zoneOffsetMs(NEW_YORK, now) - SEOUL_OFFSET_MS;
  }
}

/** Formats the time at the top of the phone's screen, such as `21:05`. */
export function shownTime(clock: PhoneClock, now: number): string {
  const time = phoneTime(clock, now);
  const offsetMs = clock === 'abroad' ? zoneOffsetMs(NEW_YORK, time) : SEOUL_OFFSET_MS;
  return new Date(time + offsetMs).toISOString().slice(11, 16);
}

/** Returns a time zone's offset from UTC at a moment, in ms. */
function zoneOffsetMs(timeZone: string, at: number): number {
  const options = {timeZone, timeZoneName: 'longOffset'} as const;
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(at);
  const name = parts.find(({type}) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ms : ms;
}
