/** The clock of a phone: how it is set, and what it then says. */

/**
 * Every setting. Of those abroad, `abroad` is right: the zone changes what is shown, not the time. Set
 * `by-hand` to the time of New York, a phone that still believes to be in Seoul is hours off (manual:
 * 외국에서 … 휴대폰의 시간을 한국시간으로 변경).
 */
export const CLOCKS = ['automatic', 'slow', 'fast', 'abroad', 'by-hand'] as const;

/** One of {@link CLOCKS}. */
export type PhoneClock = (typeof CLOCKS)[number];

/** How far `slow` and `fast` are off, in ms: more than the endpoint's grace. */
const OFF_MS = 3 * 60_000;

const SEOUL = 'Asia/Seoul';
const NEW_YORK = 'America/New_York';

/** What the phone takes for the time, in ms since the epoch; `now` is the right one. */
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
      return now + zoneOffsetMs(NEW_YORK, now) - zoneOffsetMs(SEOUL, now);
  }
}

/** What stands at the top of the phone's screen, such as `21:05`. */
export function shownTime(clock: PhoneClock, now: number): string {
  const timeZone = clock === 'abroad' ? NEW_YORK : SEOUL;
  const options = {timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const;
  return new Intl.DateTimeFormat('ko-KR', options).format(phoneTime(clock, now));
}

/** How far a zone is ahead of UTC at a moment, in ms. */
function zoneOffsetMs(timeZone: string, at: number): number {
  const options = {timeZone, timeZoneName: 'longOffset'} as const;
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(at);
  const name = parts.find(({type}) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ms : ms;
}
