/** A page that nobody sees: what only the trainee sees stands still, and is right when the page is shown. */
import {expect, html, nextFrame} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {countdown, setStepEndsIn} from './clock.ts';
import {advanceClocks, setVisibility, watchTimers} from './hidden-page.ts';

/** The longest wait for a paint before the runtime is loaded, in ms. */
const LOAD_MS = 100;

type Setup = () => Promise<WidgetFixture>;

/** Opens a widget whose attempt is answered with this. The endpoint gives no time step. */
async function answered(status: number, body: object): Promise<WidgetFixture> {
  const common = {counted: false, serverTime: system.now, failures: 1, maxFailures: 5};
  system.override = ({method}) =>
    method === 'POST'
      ? Response.json({...common, ...body}, {status})
      : Response.json({...common, code: 'ready'});
  const trainee = await WidgetFixture.open();
  await trainee.enters('123456');
  return trainee;
}

const limited: Setup = async () => {
  const trainee = await answered(429, {code: 'rate-limited', retryAfter: 10});
  await trainee.reaches('rate-limited');
  return trainee;
};

const replayed: Setup = async () => {
  const trainee = await answered(409, {code: 'code-replayed', nextCodeInMs: 20_000});
  await trainee.reaches('ready', 'code-replayed');
  return trainee;
};

const stepping: Setup = async () => {
  setStepEndsIn(42_900);
  const trainee = await WidgetFixture.open();
  await trainee.until(() => countdown(trainee) === '43초', 'the ring is there');
  return trainee;
};

const completed: Setup = async () => {
  const trainee = await WidgetFixture.open();
  await trainee.enters(await system.code());
  await trainee.reaches('verified');
  await trainee.focuses(() => trainee.getByRole('button', '학습 시작하기'));
  return trainee;
};

const unregistered: Setup = async () => {
  system.reset({secret: undefined});
  const trainee = await WidgetFixture.open(html`
    <motp-verify endpoint="/api/motp" status-url="/api/motp/status" occasion="exam"></motp-verify>
  `);
  await trainee.reaches('ready', 'register-first');
  return trainee;
};

const identified: Setup = async () => {
  system.reset({failures: 5, lockedAt: 1});
  const trainee = await WidgetFixture.open();
  await trainee.reaches('locked');
  await trainee.clicks('link', /^휴대폰 본인인증/);
  await trainee.sees('새 창에서 본인인증을 진행해 주세요.');
  return trainee;
};

describe('a hidden page', () => {
  const open = window.open.bind(window);
  let timers: ReturnType<typeof watchTimers>;
  let popup: Window | null = null;
  let restoreClocks: () => void;

  beforeEach(() => {
    timers = watchTimers();
    restoreClocks = () => undefined;
    window.open = (...how) => (popup = open(...how));
  });

  afterEach(() => {
    setVisibility('visible');
    timers.restore();
    restoreClocks();
    window.open = open;
    popup?.close();
  });

  /** Hides the page for a time in ms. */
  function hideFor(ms: number): void {
    setVisibility('hidden');
    restoreClocks = advanceClocks(ms);
    setVisibility('visible');
  }

  for (const [what, setUp] of Object.entries({
    'a time step': stepping,
    'a rate limit': limited,
    'the wait for the next code': replayed,
    'the completion dialog': completed,
    'the identity popup': identified,
    'a trainee who has to register': unregistered,
  })) {
    it(`has no timer: ${what}`, async () => {
      const trainee = await setUp();
      await trainee.until(() => !timers.running().includes(LOAD_MS), 'the load is over');
      setVisibility('hidden');
      expect(timers.running()).to.deep.equal([]);
      trainee.widget.requestUpdate();
      await nextFrame();
      expect(timers.running()).to.deep.equal([]);
    });
  }

  it('goes on with an attempt, and has the timer of its deadline alone', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" occasion="exam"></motp-verify>
    `);
    trainee.autofills(await system.code());
    const release = system.holdResponses();
    setVisibility('hidden');
    const verified = trainee.widget.verify();
    await trainee.until(() => timers.running().join() === '10000', 'the deadline alone runs');
    release();
    expect((await verified).status).to.equal('verified');
  });

  it('has a time step that goes on when it is shown', async () => {
    const trainee = await stepping();
    // The page asks for the status when it is shown. The clock of the endpoint stands still here.
    system.holdResponses();
    hideFor(20_000);
    await nextFrame();
    expect(parseInt(countdown(trainee))).to.be.at.most(23);
    const before = countdown(trainee);
    await trainee.until(() => countdown(trainee) !== before, 'the ring goes on');
  });

  it('has the seconds of a wait right when it is shown', async () => {
    const trainee = await limited();
    hideFor(6_000);
    await nextFrame();
    expect(trainee.text).to.match(/인증하기 \([1-4]\)/);
  });

  it('has no wait left that is over when it is shown, and says so', async () => {
    const trainee = await limited();
    setVisibility('hidden');
    restoreClocks = advanceClocks(20_000);
    expect(trainee.widget.verification.status).to.equal('rate-limited');
    setVisibility('visible');
    await nextFrame();
    expect(trainee.widget.verification.status).to.equal('ready');
    expect(trainee.announcement.textContent).to.include('이제 다시 시도할 수 있습니다.');
  });

  it('has the next code announced when it is shown', async () => {
    const trainee = await replayed();
    hideFor(30_000);
    await trainee.sees('앱에 새 번호가 표시되었습니다.');
  });

  it('mentions a request that lasts when it is shown', async () => {
    const trainee = await WidgetFixture.open();
    trainee.autofills(await system.code());
    const release = system.holdResponses();
    setVisibility('hidden');
    const verified = trainee.widget.verify();
    await trainee.widget.updateComplete;
    expect(trainee.progress.textContent).to.equal('');
    setVisibility('visible');
    await trainee.until(() => trainee.progress.textContent !== '', 'it is mentioned');
    release();
    await verified;
  });

  it('has no dialog that the page has removed from sight meanwhile', async () => {
    const trainee = await completed();
    setVisibility('hidden');
    trainee.widget.style.display = 'none';
    setVisibility('visible');
    await nextFrame();
    expect(trainee.widget.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  it('knows that the identity popup was closed meanwhile', async () => {
    const trainee = await identified();
    setVisibility('hidden');
    popup?.close();
    await trainee.until(() => popup?.closed === true, 'the popup is closed');
    setVisibility('visible');
    await trainee.sees('본인인증 창이 닫혔습니다.');
  });
});
