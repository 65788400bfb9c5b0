import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';
import {inZone, KOREA} from './time-zone.ts';

/** The ring's number, or nothing where there is no ring. */
function ring({widget}: Trainee): string {
  return widget.shadowRoot?.querySelector('[part=step]')?.textContent?.trim() ?? '';
}

/** The line with Korean time as it is seen. */
function koreanTime({widget}: Trainee): string {
  const found = widget.shadowRoot?.querySelector('[part=korean-time]:not(.kept)');
  return found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('G8: Korean time', () => {
  it('is shown to whoever’s clock shows another, by the endpoint’s clock', async () => {
    const leave = inZone(-60);
    const trainee = await Trainee.arrives();
    await trainee.until(() => koreanTime(trainee) !== '', 'the time is there');
    expect(koreanTime(trainee)).to.match(/^현재 한국시간: 2026\. 6\. 1\. 오후 12:00$/);
    leave();
  });

  it('is not shown in Korea, until a number has expired or failed twice', async () => {
    const leave = inZone(KOREA);
    const trainee = await Trainee.arrives();
    await trainee.until(() => ring(trainee) !== '', 'the endpoint has answered');
    expect(koreanTime(trainee)).to.equal('');
    await trainee.enters(await system.code({stepsAgo: 3}));
    await trainee.sees('유효 시간(60초)이 지났습니다.');
    expect(koreanTime(trainee)).to.match(/현재 한국시간/);
    await trainee.expectsAccessible();
    leave();
  });

  it('takes its place before it is known, so that nothing moves', async () => {
    const leave = inZone(0);
    const release = system.holds();
    const trainee = await Trainee.arrives();
    const {top} = trainee.field.getBoundingClientRect();
    expect(koreanTime(trainee)).to.equal('');
    release();
    await trainee.until(() => koreanTime(trainee) !== '', 'the time is there');
    expect(trainee.field.getBoundingClientRect().top).to.equal(top);
    leave();
  });
});
