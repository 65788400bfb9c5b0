import {expect} from '@open-wc/testing';
import {
  MotpCompletedEvent,
  MotpErrorEvent,
  MotpLockedEvent,
  MotpRejectedEvent,
  MotpStateChangeEvent,
  MotpVerifiedEvent,
  MotpWayOutEvent,
} from '../../src/index.ts';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

const NAMES = [
  'motp-verified',
  'motp-completed',
  'motp-rejected',
  'motp-locked',
  'motp-way-out',
  'motp-error',
  'motp-state-change',
] as const;

describe('the page hears', () => {
  let trainee: Trainee;
  let heard: Event[];
  let listening: AbortController;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
    heard = [];
    listening = new AbortController();
    const {signal} = listening;
    for (const name of NAMES) document.addEventListener(name, (e) => heard.push(e), {signal});
  });

  afterEach(() => listening.abort());

  /** The one event of a class that was heard. */
  function one<Told extends Event>(told: new (...parts: never[]) => Told): Told {
    const found = heard.filter((event): event is Told => event instanceof told);
    const [event, ...more] = found;
    if (!event || more.length > 0) throw new Error(`${found.length} of ${told.name}`);
    return event;
  }

  it('motp-verified with the receipt', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const {receipt} = one(MotpVerifiedEvent);
    expect(receipt.verificationId).to.match(/^[0-9a-f-]{36}$/);
    expect(receipt.verifiedAt).to.equal(system.now);
  });

  it('motp-completed once the popup is closed, which is when the page can go on', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(heard.some((event) => event instanceof MotpCompletedEvent)).to.equal(false);
    await trainee.clicks('button', '닫기');
    await trainee.until(() => heard.at(-1) instanceof MotpCompletedEvent, 'it is told');
    one(MotpCompletedEvent);
  });

  it('motp-rejected with the outcome and the count', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더');
    const {outcome, counted, failures, maxFailures} = one(MotpRejectedEvent);
    expect({outcome, counted, failures, maxFailures}).to.deep.equal({
      outcome: 'code-mismatch',
      counted: true,
      failures: 1,
      maxFailures: 5,
    });
  });

  it('motp-locked with the ways out', async () => {
    system.renew({failures: 4});
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('locked');
    expect(one(MotpLockedEvent).unlock).to.deep.equal(['phone-identity', 're-registration']);
  });

  it('motp-error with what stood in the way', async () => {
    system.fault = 'unavailable';
    await trainee.enters(await system.code());
    await trainee.sees('장애가 발생했습니다.');
    expect(one(MotpErrorEvent)).to.include({reason: 'unavailable', counted: false});
  });

  it('motp-error that nobody knows whether it was counted, and why', async () => {
    system.fault = 'request-lost';
    await trainee.enters(await system.code());
    await trainee.reaches('undecided');
    expect(one(MotpErrorEvent)).to.include({
      reason: 'undecided',
      counted: undefined,
      doubt: 'network',
    });
  });

  it('motp-way-out, and can keep the link from opening', async () => {
    let opened: boolean | undefined;
    trainee.widget.addEventListener('motp-way-out', (event) => event.preventDefault());
    trainee.widget.addEventListener('click', (event) => (opened = !event.defaultPrevented));
    await trainee.clicks('link', /^휴대폰 본인인증/);
    expect(one(MotpWayOutEvent).way).to.equal('phone-identity');
    expect(opened).to.equal(false);
  });

  it('motp-state-change at each step', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const steps = heard.filter(({type}) => type === 'motp-state-change') as MotpStateChangeEvent[];
    expect(steps.map(({previous, state}) => `${previous} → ${state}`)).to.deep.equal([
      'ready → sending',
      'sending → verified',
    ]);
  });

  it('never the code, the name or the phone; nor are they anywhere in address or markup', async () => {
    const code = await system.wrongCode();
    await trainee.enters(code);
    await trainee.sees('4회 더');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const told = heard.flatMap((event) =>
      Object.values(event).map((value) => JSON.stringify(value)),
    );
    const markup = trainee.widget.outerHTML + trainee.widget.shadowRoot?.innerHTML;
    const where = [...told, ...system.seen.map(({path}) => path), markup, location.href].join('\n');
    expect(where).to.not.include(code);
    expect(where).to.not.include(await system.code());
    expect([...told, ...system.seen.map(({path, body}) => path + body)].join()).to.not.match(
      /홍길동|01012345678/,
    );
  });
});

describe('the state as a custom state, for styles of the page', () => {
  it('is :state(ready) at the start and follows each change', async () => {
    const trainee = await Trainee.arrives();
    expect(trainee.widget.matches(':state(ready)')).to.equal(true);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.widget.matches(':state(verified)')).to.equal(true);
    expect(trainee.widget.matches(':state(ready)')).to.equal(false);
  });
});
