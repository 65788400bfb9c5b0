/** Korean time by the endpoint's clock, to compare with the phone's (manual: 한국시간으로 변경). */
import {html, nothing, type TemplateResult} from 'lit';
import {fill, type Words} from '../locale/words.ts';

/**
 * Date and time to the minute, as the phone shows them: without seconds and outside live regions, so
 * that nothing hurries (KWCAG 2.2.2).
 *
 * @param tag the language that it is written in
 * @param now the endpoint's time, ms since the epoch; until it is known the line keeps its place
 */
export function koreanTime(words: Words, tag: string, now: number | undefined): TemplateResult {
  const options = {timeZone: 'Asia/Seoul', dateStyle: 'medium', timeStyle: 'short'} as const;
  const time = now === undefined ? nothing : new Intl.DateTimeFormat(tag, options).format(now);
  return html`<p class="small ${time === nothing ? 'kept' : ''}" part="korean-time">
    ${fill(words.koreanTime, {time: html`<bdi class="time">${time}</bdi>`})}
  </p>`;
}
