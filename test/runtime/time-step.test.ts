/** Requirements G8 and O5: the number's life, the seconds left, Korean time, the next number. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';
import {inZone, KOREA} from './time-zone.ts';

/** Puts the system's clock so many ms before the end of a step. */
function stepEndsIn(ms: number): void {
  system.now = Date.UTC(2026, 5, 1, 3, 1) - ms;
}

/** The ring's number, or nothing where there is no ring. */
function ring({widget}: Trainee): string {
  return widget.shadowRoot?.querySelector('[part=step]')?.textContent?.trim() ?? '';
}

describe('G8: how long a number lasts', () => {
  let leave: () => void;

  beforeEach(() => (leave = inZone(KOREA)));

  afterEach(() => leave());

  it('is always said in words', async () => {
    await (await Trainee.arrives()).sees('인증코드는 60초간 유효합니다. (60초 후 재생성)');
  });

  it('is a ring with the seconds left, where the endpoint says when the step ends', async () => {
    stepEndsIn(42_900);
    const trainee = await Trainee.arrives();
    await trainee.until(() => ring(trainee) === '43초', 'the ring is there');
    await trainee.until(() => ring(trainee) === '42초', 'a second has passed');
    expect(
      trainee.widget.shadowRoot?.querySelector('.left')?.getAttribute('stroke-dasharray'),
    ).to.equal('42 60');
    await trainee.expectsAccessible();
  });

  it('is words alone where the endpoint does not say it', async () => {
    system.instead = () =>
      Response.json({code: 'ready', serverTime: system.now, failures: 1, maxFailures: 5});
    const trainee = await Trainee.arrives();
    await trainee.sees('실패 1회 / 5회');
    expect(ring(trainee)).to.equal('');
  });

  it('advises to wait when few seconds are left, and moves nothing', async () => {
    stepEndsIn(11_500);
    const trainee = await Trainee.arrives();
    await trainee.until(() => ring(trainee) === '11초', 'the ring is there');
    const advice = trainee.widget.shadowRoot?.querySelector('.either > strong');
    if (!advice) throw new Error('no advice');
    expect(getComputedStyle(advice).opacity).to.equal('0');
    const {top} = trainee.field.getBoundingClientRect();
    await trainee.until(() => getComputedStyle(advice).opacity === '1', 'the advice is seen');
    expect(advice.textContent).to.equal(
      '새 번호가 곧 표시됩니다. 새 번호를 기다렸다가 입력해 주세요.',
    );
    expect(trainee.field.getBoundingClientRect().top).to.equal(top);
  });

  it('is heard at two moments alone: few seconds left, and the change', async () => {
    stepEndsIn(11_500);
    const trainee = await Trainee.arrives();
    await trainee.until(() => ring(trainee) !== '', 'the ring is there');
    await trainee.clicksField();
    const told: string[] = [];
    const region = trainee.one('status');
    const observer = new MutationObserver(() => told.push(region.textContent ?? ''));
    observer.observe(region, {childList: true, characterData: true, subtree: true});
    await trainee.until(() => told.length > 0, 'few seconds are said');
    await trainee.until(() => ring(trainee) === '8초', 'two more seconds have passed');
    expect(told).to.deep.equal(['10초 남았습니다. 새 번호를 기다렸다가 입력해 주세요.']);
    // The endpoint now says that the step is over.
    stepEndsIn(300);
    trainee.widget.statusUrl = '/api/motp/status?again';
    await trainee.until(() => told.length > 1, 'the change is said');
    expect(told[1]).to.equal('앱에 새 번호가 표시되었습니다.');
    observer.disconnect();
  });

  it('is heard by nobody who is not at the field', async () => {
    stepEndsIn(9_500);
    const trainee = await Trainee.arrives();
    await trainee.until(() => ring(trainee) === '9초', 'the ring is there');
    expect(trainee.one('status').textContent).to.equal('');
  });
});
