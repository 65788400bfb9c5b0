/** The current Korean time, for a trainee whose phone may be in another time zone (G8). */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {countdown, KOREA, setTimeZone} from './clock.ts';

/** Returns the visible line with the Korean time, or ''. */
function koreanTime({widget}: WidgetFixture): string {
  const found = widget.shadowRoot?.querySelector('[part=korean-time]:not(.hidden)');
  return found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('Korean time (G8)', () => {
  it('is shown in another time zone, by the clock of the endpoint', async () => {
    const restoreTimeZone = setTimeZone(-60);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => koreanTime(trainee) !== '', 'the time is there');
    expect(koreanTime(trainee)).to.match(/^현재 한국시간: 2026\. 6\. 1\. 오후 12:00$/);
    restoreTimeZone();
  });

  it('is shown in Korea only after an expired code', async () => {
    const restoreTimeZone = setTimeZone(KOREA);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) !== '', 'the endpoint has responded');
    expect(koreanTime(trainee)).to.equal('');
    await trainee.enters(await system.code({stepsAgo: 3}));
    await trainee.sees('유효 시간(60초)이 지났습니다.');
    expect(koreanTime(trainee)).to.match(/현재 한국시간/);
    await trainee.expectsAccessible();
    restoreTimeZone();
  });

  it('takes its space before it is known, so that nothing moves', async () => {
    const restoreTimeZone = setTimeZone(0);
    const release = system.holdResponses();
    const trainee = await WidgetFixture.open();
    const {top} = trainee.field.getBoundingClientRect();
    expect(koreanTime(trainee)).to.equal('');
    release();
    await trainee.until(() => koreanTime(trainee) !== '', 'the time is there');
    expect(trainee.field.getBoundingClientRect().top).to.equal(top);
    restoreTimeZone();
  });
});
