/** The events and the custom state that a page can use. */
import {expect} from '@open-wc/testing';
import {
  MotpCompletedEvent,
  MotpErrorEvent,
  MotpLockedEvent,
  MotpRejectedEvent,
  MotpStateChangeEvent,
  MotpVerifiedEvent,
  MotpFallbackEvent,
} from '../../src/index.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const NAMES = [
  'motp-verified',
  'motp-completed',
  'motp-rejected',
  'motp-locked',
  'motp-fallback',
  'motp-error',
  'motp-state-change',
] as const;

describe('events', () => {
  let trainee: WidgetFixture;
  let events: Event[];
  let listening: AbortController;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    events = [];
    listening = new AbortController();
    const {signal} = listening;
    for (const name of NAMES) document.addEventListener(name, (e) => events.push(e), {signal});
  });

  afterEach(() => listening.abort());

  /** Returns the only event of a class. */
  function onlyEvent<E extends Event>(eventClass: new (...args: never[]) => E): E {
    const found = events.filter((event): event is E => event instanceof eventClass);
    const [event, ...more] = found;
    if (!event || more.length > 0) throw new Error(`${found.length} of ${eventClass.name}`);
    return event;
  }

  it('dispatches motp-verified with the receipt', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const {receipt} = onlyEvent(MotpVerifiedEvent);
    expect(receipt.verificationId).to.match(/^[0-9a-f-]{36}$/);
    expect(receipt.verifiedAt).to.equal(system.now);
  });

  it('dispatches motp-completed when the dialog is closed', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(events.some((event) => event instanceof MotpCompletedEvent)).to.equal(false);
    await trainee.clicks('button', '학습 시작하기');
    await trainee.until(
      () => events.at(-1) instanceof MotpCompletedEvent,
      'motp-completed is dispatched',
    );
    onlyEvent(MotpCompletedEvent);
  });

  it('dispatches motp-rejected with the outcome and the failure count', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    const {outcome, counted, failures, maxFailures} = onlyEvent(MotpRejectedEvent);
    expect({outcome, counted, failures, maxFailures}).to.deep.equal({
      outcome: 'code-mismatch',
      counted: true,
      failures: 1,
      maxFailures: 5,
    });
  });

  it('dispatches motp-locked with the unlock methods', async () => {
    system.reset({failures: 4});
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('locked');
    expect(onlyEvent(MotpLockedEvent).unlock).to.deep.equal(['phone-identity', 're-registration']);
  });

  it('dispatches motp-error with the reason', async () => {
    system.fault = 'unavailable';
    await trainee.enters(await system.code());
    await trainee.sees('장애가 발생했습니다.');
    expect(onlyEvent(MotpErrorEvent)).to.include({reason: 'unavailable', counted: false});
  });

  it('dispatches motp-error with a cause when the result is unknown', async () => {
    system.fault = 'request-lost';
    await trainee.enters(await system.code());
    await trainee.reaches('unknown');
    expect(onlyEvent(MotpErrorEvent)).to.include({
      reason: 'unknown',
      counted: undefined,
      cause: 'network',
    });
  });

  it('dispatches motp-fallback, which can keep the link from opening', async () => {
    let click: Event | undefined;
    trainee.widget.addEventListener('motp-fallback', (event) => event.preventDefault());
    // A click in the card is heard outside in the capture phase only.
    trainee.widget.addEventListener('click', (event) => (click = event), {capture: true});
    await trainee.clicks('link', /^휴대폰 본인인증/);
    expect(onlyEvent(MotpFallbackEvent).method).to.equal('phone-identity');
    expect(click?.defaultPrevented).to.equal(true);
  });

  it('dispatches motp-state-change at each transition', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const steps = events.filter(({type}) => type === 'motp-state-change') as MotpStateChangeEvent[];
    expect(steps.map(({previous, state}) => `${previous} → ${state}`)).to.deep.equal([
      'ready → sending',
      'sending → verified',
    ]);
  });

  it('never exposes the code, name or phone number in events, URLs or markup', async () => {
    const code = await system.wrongCode();
    await trainee.enters(code);
    await trainee.sees('남은 횟수 4회');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const values = events.flatMap((event) =>
      Object.values(event).map((value) => JSON.stringify(value)),
    );
    const markup = trainee.widget.outerHTML + trainee.widget.shadowRoot?.innerHTML;
    const exposed = [
      ...values,
      ...system.requests.map(({path}) => path),
      markup,
      location.href,
    ].join('\n');
    expect(exposed).to.not.include(code);
    expect(exposed).to.not.include(await system.code());
    expect([...values, ...system.requests.map(({path, body}) => path + body)].join()).to.not.match(
      /홍길동|01012345678/,
    );
  });
});

describe('the custom state', () => {
  it('is :state(ready) at first and follows each change', async () => {
    const trainee = await WidgetFixture.open();
    expect(trainee.widget.matches(':state(ready)')).to.equal(true);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.widget.matches(':state(verified)')).to.equal(true);
    expect(trainee.widget.matches(':state(ready)')).to.equal(false);
  });
});
