/** How long a code is valid: in words, as a countdown and for screen readers (G8). */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {countdown, KOREA, setStepEndsIn, setTimeZone} from './clock.ts';
import {watchTimers} from './hidden-page.ts';

describe('the validity of a code (G8)', () => {
  let restoreTimeZone: () => void;

  beforeEach(() => (restoreTimeZone = setTimeZone(KOREA)));

  afterEach(() => restoreTimeZone());

  it('is always stated in words', async () => {
    await (
      await WidgetFixture.open()
    ).sees('번호는 60초마다 바뀌며, 바뀌면 새 번호를 입력하면 됩니다.');
  });

  it('is shown as a ring when the endpoint sends the end of the step', async () => {
    setStepEndsIn(42_900);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) === '43초', 'the ring is there');
    await trainee.until(() => countdown(trainee) === '42초', 'a second has passed');
    expect(
      trainee.widget.shadowRoot?.querySelector('.left')?.getAttribute('stroke-dasharray'),
    ).to.equal('42 60');
    await trainee.expectsAccessible();
  });

  it('changes the ring and its seconds alone from one second to the next', async () => {
    setStepEndsIn(42_900);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) === '43초', 'the ring is there');
    const {shadowRoot} = trainee.widget;
    if (!shadowRoot) throw new Error('no shadow root');
    const changed: Node[] = [];
    const observer = new MutationObserver((records) =>
      changed.push(...records.map(({target}) => target)),
    );
    const options = {subtree: true, childList: true, characterData: true, attributes: true};
    observer.observe(shadowRoot, options);
    await trainee.until(() => countdown(trainee) === '41초', 'two seconds have passed');
    observer.disconnect();
    const ring = shadowRoot.querySelector('[part=countdown]');
    expect(changed).to.not.have.length(0);
    expect(changed.filter((node) => !ring?.contains(node))).to.deep.equal([]);
  });

  it('is not animated between two seconds, which would draw a frame after the other', async () => {
    setStepEndsIn(42_900);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) === '43초', 'the ring is there');
    const ring = trainee.widget.shadowRoot?.querySelector('.left');
    if (!ring) throw new Error('no ring');
    await trainee.until(() => countdown(trainee) === '42초', 'a second has passed');
    // The animations of a change begin when its styles are computed.
    expect(getComputedStyle(ring).strokeDasharray).to.match(/^42/);
    expect(ring.getAnimations()).to.deep.equal([]);
  });

  it('is stated in words only when the endpoint does not send it', async () => {
    system.override = () =>
      Response.json({code: 'ready', serverTime: system.now, failures: 1, maxFailures: 5});
    const trainee = await WidgetFixture.open();
    await trainee.sees('실패 1회 / 5회');
    expect(countdown(trainee)).to.equal('');
  });

  it('needs no timer when the endpoint does not send it', async () => {
    system.override = () => Response.json({code: 'ready', failures: 1, maxFailures: 5});
    const timers = watchTimers();
    try {
      const trainee = await WidgetFixture.open();
      await trainee.sees('실패 1회 / 5회');
      await trainee.until(() => timers.running().length === 0, 'no timer runs');
    } finally {
      timers.restore();
    }
  });

  it('comes with advice to wait for the last seconds, without a layout shift', async () => {
    setStepEndsIn(11_500);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) === '11초', 'the ring is there');
    const advice = trainee.widget.shadowRoot?.querySelector('.swap > strong');
    if (!advice) throw new Error('no advice');
    expect(getComputedStyle(advice).opacity).to.equal('0');
    const {top} = trainee.field.getBoundingClientRect();
    await trainee.until(() => getComputedStyle(advice).opacity === '1', 'the advice is visible');
    expect(advice.textContent).to.equal(
      '새 번호가 곧 표시됩니다. 새 번호를 기다렸다가 입력해 주세요.',
    );
    expect(trainee.field.getBoundingClientRect().top).to.equal(top);
  });

  it('is announced twice: at 10 s left and at the new code', async () => {
    setStepEndsIn(11_500);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) !== '', 'the ring is there');
    await trainee.clicksField();
    const announcements: string[] = [];
    const region = trainee.progress;
    const observer = new MutationObserver(() => announcements.push(region.textContent ?? ''));
    observer.observe(region, {childList: true, characterData: true, subtree: true});
    await trainee.until(() => announcements.length > 0, 'the last seconds are announced');
    await trainee.until(() => countdown(trainee) === '8초', 'two more seconds have passed');
    expect(announcements).to.deep.equal(['10초 남았습니다. 새 번호를 기다렸다가 입력해 주세요.']);
    // The endpoint now reports the end of the step.
    setStepEndsIn(300);
    trainee.widget.statusUrl = '/api/motp/status?again';
    await trainee.until(() => announcements.length > 1, 'the new code is announced');
    expect(announcements[1]).to.equal('앱에 새 번호가 표시되었습니다.');
    observer.disconnect();
  });

  it('is not announced while the focus is outside the field', async () => {
    setStepEndsIn(9_500);
    const trainee = await WidgetFixture.open();
    await trainee.until(() => countdown(trainee) === '9초', 'the ring is there');
    expect(trainee.progress.textContent).to.equal('');
  });
});
