/** Back at the page: from the history, from sleep, from a lost network, from another lesson. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

/** What the browser tells of a page that it had kept whole. */
function comesBackFromHistory(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
}

/** The page goes out of sight, or comes back into it. */
function comesTo(state: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('back from the history (F31)', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
  });

  it('what was typed is gone, and how things stand is asked anew', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    system.renew({failures: 3});
    comesBackFromHistory();
    expect(trainee.field.value).to.equal('');
    await trainee.sees('실패 3회 / 5회');
  });

  it('success is not shown before the endpoint has confirmed it', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.presses('Escape');
    const release = system.holds();
    comesBackFromHistory();
    await trainee.reaches('checking');
    expect(trainee.text).to.not.include('완료되었습니다.');
    release();
    await trainee.reaches('verified');
    expect(system.posts).to.have.length(1);
  });

  it('success of which the endpoint knows nothing is none', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.presses('Escape');
    system.renew();
    comesBackFromHistory();
    await trainee.reaches('ready');
    expect(system.posts).to.deep.equal([]);
  });

  it('the page’s own action after success is not done again', async () => {
    const calls: unknown[] = [];
    const page = Object.assign(window, {onceVerified: (receipt: unknown) => calls.push(receipt)});
    trainee.widget.onVerified = 'onceVerified';
    await trainee.enters(await system.code());
    await trainee.until(() => calls.length === 1, 'the page is called');
    await trainee.presses('Escape');
    comesBackFromHistory();
    await trainee.reaches('checking');
    await trainee.reaches('verified');
    expect(calls).to.have.length(1);
    Reflect.deleteProperty(page, 'onceVerified');
  });
});

describe('back from a lost network (F01)', () => {
  const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') ?? {};

  afterEach(() => Object.defineProperty(Navigator.prototype, 'onLine', onLine));

  it('the message goes, the code stays, and nothing is sent by itself', async () => {
    const trainee = await Trainee.arrives();
    await trainee.until(() => system.seen.length === 1, 'the status is asked for');
    Object.defineProperty(Navigator.prototype, 'onLine', {get: () => false, configurable: true});
    const code = await system.code();
    await trainee.enters(code);
    await trainee.sees('인터넷에 연결되어 있지 않습니다.');
    Object.defineProperty(Navigator.prototype, 'onLine', onLine);
    window.dispatchEvent(new Event('online'));
    await trainee.until(() => system.seen.length === 2, 'how things stand is asked anew');
    await trainee.until(() => !trainee.text.includes('인터넷에'), 'the message goes');
    expect(trainee.field.value).to.equal(code);
    expect(system.posts).to.deep.equal([]);
    await trainee.presses('Enter');
    await trainee.reaches('verified');
  });

  it('how things stand is asked again where the network, though said to be there, is not yet', async () => {
    const trainee = await Trainee.arrives();
    await trainee.until(() => system.seen.length === 1, 'the status is asked for');
    system.renew({failures: 3});
    system.instead = () => {
      system.instead = undefined;
      return Response.error();
    };
    window.dispatchEvent(new Event('online'));
    await trainee.sees('실패 3회 / 5회');
  });

  it('what was undecided is asked for, and not sent', async () => {
    const trainee = await Trainee.arrives();
    system.mood = 'request-lost';
    await trainee.enters(await system.code());
    await trainee.reaches('undecided');
    system.mood = 'well';
    const posts = system.posts.length;
    window.dispatchEvent(new Event('online'));
    await trainee.reaches('checking');
    await trainee.reaches('undecided');
    expect(system.posts).to.have.length(posts);
  });
});

describe('back in sight (F26, F32)', () => {
  it('a lock of another tab is found, and its ways out have the focus', async () => {
    const trainee = await Trainee.arrives();
    await trainee.clicksField();
    system.renew({failures: 5, lockedAt: 1});
    document.dispatchEvent(new Event('visibilitychange'));
    await trainee.reaches('locked');
    expect(trainee.hasField).to.equal(false);
    expect(trainee.focused?.textContent).to.include('휴대폰 본인인증');
  });

  it('a half-typed code stays: the trainee has only looked at the phone’s other window', async () => {
    const trainee = await Trainee.arrives();
    await trainee.clicksField();
    await trainee.types('123');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(trainee.field.value).to.equal('123');
  });

  for (const [what, target, type] of [
    ['nothing was heard', document, 'x'],
    ['the page was thawed', document, 'resume'],
    ['the window had the focus', window, 'focus'],
    ['the network came back', window, 'online'],
  ] as const) {
    it(`after ten minutes it is gone, though ${what} before it was in sight`, async () => {
      const trainee = await Trainee.arrives();
      await trainee.clicksField();
      await trainee.types('123456');
      const now = Date.now.bind(Date);
      comesTo('hidden');
      Date.now = () => now() + 11 * 60_000;
      target.dispatchEvent(new Event(type));
      comesTo('visible');
      Date.now = now;
      Reflect.deleteProperty(document, 'visibilityState');
      expect(trainee.field.value).to.equal('');
    });
  }
});
