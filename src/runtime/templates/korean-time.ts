/** Korean time by the endpoint's clock, to compare with the phone's (manual: 한국시간으로 변경). */
import {html, nothing, type TemplateResult} from 'lit';
import {interpolate, type Messages} from '../../locales/messages.ts';

/**
 * In digits alone, of the app's own kind: browsers lack month names of some languages, and Nepali
 * would have digits of its own.
 */
const FORMAT = {
  timeZone: 'Asia/Seoul',
  numberingSystem: 'latn',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const;

/** One for each language: making one costs a frame, and the line is drawn with every update. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(tag: string): Intl.DateTimeFormat {
  // A language that the browser doesn't know would otherwise be followed by the browser's own.
  const format = formats.get(tag) ?? new Intl.DateTimeFormat([tag, 'en-GB'], FORMAT);
  formats.set(tag, format);
  return format;
}

/**
 * Date and time to the minute, as the phone shows them: without seconds and outside live regions, so
 * that nothing hurries (KWCAG 2.2.2).
 *
 * @param tag the language that it is written in
 * @param now the endpoint's time, ms since the epoch; until it is known the line keeps its place
 */
export function renderKoreanTime(
  messages: Messages,
  tag: string,
  now: number | undefined,
): TemplateResult {
  const time = now === undefined ? nothing : formatIn(tag).format(now);
  return html`<p class="small ${time === nothing ? 'placeholder' : ''}" part="korean-time">
    ${interpolate(messages.koreanTime, {time: html`<bdi class="time">${time}</bdi>`})}
  </p>`;
}
