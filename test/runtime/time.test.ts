/** Requirements G8 and O5: the number's life, the seconds left, Korean time, the next number. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

/** Lets the browser's clock stand so many minutes behind UTC, until the result is called. */
function inZone(minutesBehindUtc: number): () => void {
  /* oxlint-disable no-extend-native, typescript/unbound-method -- A clock of another country. */
  const {getTimezoneOffset} = Date.prototype;
  Date.prototype.getTimezoneOffset = () => minutesBehindUtc;
  return () => (Date.prototype.getTimezoneOffset = getTimezoneOffset);
}

const KOREA = -540;

/** Puts the system's clock so many ms before the end of a step. */
function stepEndsIn(ms: number): void {
  system.now = Date.UTC(2026, 5, 1, 3, 1) - ms;
}

/** The ring's number, or nothing where there is no ring. */
function ring({widget}: Trainee): string {
  return widget.shadowRoot?.querySelector('[part=step]')?.textContent?.trim() ?? '';
}

/** The line with Korean time as it is seen. */
function koreanTime({widget}: Trainee): string {
  const found = widget.shadowRoot?.querySelector('[part=korean-time]:not(.kept)');
  return found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
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

describe('O5: a check right after another', () => {
  it('says that a new number is needed, and counts the seconds until it comes', async () => {
    stepEndsIn(45_000);
    const trainee = await Trainee.arrives();
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.clicks('button', '닫기');
    trainee.widget.occasion = 'lesson';
    trainee.widget.unit = 1;
    trainee.widget.reset();
    await trainee.sees(
      '방금 사용한 번호는 다시 쓸 수 없으니, 앱에 새 번호가 표시되면 입력해 주세요.',
    );
    await trainee.until(() => /새 번호가 표시되기까지 \d+/.test(trainee.text), 'it is counted');
    await trainee.expectsAccessible();
  });

  it('tells of a used number that it was not counted, and when the next one comes (F28)', async () => {
    stepEndsIn(45_000);
    system.renew({lastStep: Math.floor(system.now / 60_000)});
    stepEndsIn(45_000);
    const trainee = await Trainee.arrives();
    await trainee.enters(await system.code());
    await trainee.sees('이미 사용한 번호입니다.');
    await trainee.sees('실패 횟수에는 포함되지 않습니다.');
    await trainee.until(() => /새 번호가 표시되기까지 \d+/.test(trainee.text), 'it is counted');
    const countdown = trainee.widget.shadowRoot?.querySelector('.countdown');
    expect(countdown?.getAttribute('aria-hidden')).to.equal('true');
  });
});
