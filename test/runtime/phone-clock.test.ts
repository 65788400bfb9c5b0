/** A page on the phone compares the phone's clock, which is the app's, with the endpoint's. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36';

/** Sets the browser's name and its clock, by the endpoint's clock plus `errorMs`. */
async function openOn(userAgent: string, errorMs: number): Promise<WidgetFixture> {
  Object.defineProperty(navigator, 'userAgent', {value: userAgent, configurable: true});
  Date.now = () => system.now + errorMs;
  const trainee = await WidgetFixture.open();
  // The endpoint's time is there with its countdown.
  await trainee.until(
    () => trainee.widget.shadowRoot?.querySelector('[part=countdown]') != null,
    'the endpoint has responded',
  );
  return trainee;
}

describe('the clock of a phone', () => {
  const {userAgent} = navigator;
  const {now} = Date;

  afterEach(() => {
    Object.defineProperty(navigator, 'userAgent', {value: userAgent, configurable: true});
    Date.now = now;
  });

  for (const [errorMs, sentence] of [
    [3 * 60_000, '이 휴대폰의 시계가 3분 빨라 번호가 일치하지 않을 수 있습니다.'],
    [-45_000, '이 휴대폰의 시계가 45초 느려 번호가 일치하지 않을 수 있습니다.'],
    [14 * 3_600_000, '이 휴대폰의 시계가 14시간 빨라 번호가 일치하지 않을 수 있습니다.'],
  ] as const) {
    it(`is named before the first try if it is ${errorMs / 1000} s off`, async () => {
      const trainee = await openOn(ANDROID, errorMs);
      await trainee.sees(sentence);
      await trainee.sees("휴대폰 설정에서 '날짜 및 시간 자동 설정'을 켜 주세요.");
      expect(system.posts).to.have.length(0);
      await trainee.expectsAccessible();
    });
  }

  it('is right within 20 s', async () => {
    const trainee = await openOn(ANDROID, 15_000);
    expect(trainee.text).to.not.include('이 휴대폰의 시계');
  });

  it('is not that of a computer', async () => {
    const trainee = await openOn('Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 3 * 60_000);
    expect(trainee.text).to.not.include('이 휴대폰의 시계');
  });
});
