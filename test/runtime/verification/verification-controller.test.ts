/** The requests of one verification over time: deadline, polling and the clock of the endpoint. */
import {expect} from '@open-wc/testing';
import {VerificationController} from '../../../src/runtime/verification/verification-controller.ts';
import type {StateChangeListener} from '../../../src/runtime/verification/state-change.ts';
import type {VerificationState} from '../../../src/core/state.ts';
import type {Code} from '../../../src/core/code.ts';
import type {VerificationContext} from '../../../src/transport/verification-context.ts';
import {neverRespond, FakePlatform} from '../../harness/fake-platform.ts';
import {waitFor} from '../../harness/page-driver.ts';
import {EXAM_CONTEXT} from '../../harness/verification-context.ts';

const withStatus: VerificationContext = {
  ...EXAM_CONTEXT,
  statusUrl: new URL('https://site.example/status'),
};
const code = '123456' as Code;

describe('a request', () => {
  let platform: FakePlatform;
  let verification: VerificationController;
  let states: VerificationState['status'][];

  beforeEach(() => {
    platform = new FakePlatform();
    states = [];
    verification = connected(platform, ({after}) => states.push(after.status));
  });

  afterEach(() => verification.hostDisconnected());

  it('is sent also when the browser says that it has no network; a failure is reported (F01)', async () => {
    platform.online = false;
    platform.network = () => Promise.reject(new TypeError('Failed to fetch'));
    void verification.submit(EXAM_CONTEXT, code);
    await platform.advance(0);
    expect(verification.state).to.deep.include({status: 'ready', notice: {kind: 'offline'}});
    expect(platform.requests).to.have.length(1);
  });

  it('is repeated under its key after a failure without a network', async () => {
    platform.online = false;
    const keys: unknown[] = [];
    platform.network = (_url, init) => {
      keys.push(new Headers(init.headers).get('Idempotency-Key'));
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    for (let press = 0; press < 2; press++) {
      void verification.submit(EXAM_CONTEXT, code);
      await platform.advance(0);
    }
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('is looked up by key after its deadline (F03)', async () => {
    void verification.submit(EXAM_CONTEXT, code);
    await platform.advance(9_999);
    expect(verification.state.status).to.equal('sending');
    await platform.advance(1);
    expect(verification.state).to.deep.include({status: 'checking', reason: 'timeout'});
  });

  it('is looked up after 0.5, 1, 2 and 4 s, then left to the trainee', async () => {
    platform.network = () => Promise.reject(new TypeError('refused'));
    void verification.submit(EXAM_CONTEXT, code);
    await platform.advance(0);
    expect(verification.state).to.deep.include({status: 'checking', reason: 'network'});
    const lookups = [];
    for (const ms of [499, 1, 999, 1, 1999, 1, 3999, 1]) {
      await platform.advance(ms);
      lookups.push(platform.requests.length - 1);
    }
    expect(lookups).to.deep.equal([0, 1, 1, 2, 2, 3, 3, 4]);
    expect(verification.state.status).to.equal('unknown');
    expect(platform.requests[1]).to.match(/^GET \/motp\/attempts\/[A-Za-z0-9_-]{22}$/);
  });

  it('is looked up for at most 15 s, however slow the endpoint', async () => {
    void verification.submit(EXAM_CONTEXT, code);
    await platform.advance(10_000);
    expect(verification.state.status).to.equal('checking');
    await platform.advance(15_000);
    expect(verification.state.status).to.equal('unknown');
  });

  it('is looked up again under the same key when the trainee asks', async () => {
    platform.network = () => Promise.reject(new TypeError('refused'));
    void verification.submit(EXAM_CONTEXT, code);
    await platform.advance(20_000);
    verification.recheck();
    await platform.advance(500);
    const lookups = platform.requests.filter((request) => request.startsWith('GET'));
    expect(new Set(lookups).size).to.equal(1);
    expect(lookups).to.have.length(5);
  });

  it('ends when the host is disconnected', async () => {
    void verification.submit(EXAM_CONTEXT, code);
    await platform.advance(0);
    verification.hostDisconnected();
    await platform.advance(60_000);
    expect(platform.requests).to.have.length(1);
    expect(states).to.deep.equal(['sending']);
  });

  it('is looked up by key when its response body is endless (F16)', async () => {
    platform.network = (url, init) =>
      init.method === 'POST' ? Promise.resolve(new Response(endless())) : neverRespond(url, init);
    void verification.submit(EXAM_CONTEXT, code);
    await waitFor(() => verification.state.status === 'checking', 'the response is abandoned');
    expect(verification.state).to.deep.include({reason: 'not-understood'});
  });
});

describe('an account status requested before an attempt', () => {
  it('is ignored once the attempt is decided', async () => {
    const platform = new FakePlatform();
    const verification = connected(platform);
    let resolveStatus: ((status: Response) => void) | undefined;
    platform.network = (_url, {method}) =>
      method === 'POST'
        ? Promise.resolve(answer({code: 'code-mismatch', failures: 1, maxFailures: 5}))
        : new Promise((resolve) => (resolveStatus = resolve));
    verification.setContext(withStatus);
    void verification.submit(EXAM_CONTEXT, code);
    await verification.whenSettled();
    const stale = answer({code: 'ready', failures: 0, maxFailures: 5});
    resolveStatus?.(stale);
    await waitFor(() => stale.bodyUsed, 'the stale answer is read');
    await platform.advance(0);
    expect(verification.state).to.deep.include({failureCount: {failures: 1, max: 5}});
    verification.hostDisconnected();
  });
});

describe('the time of the endpoint', () => {
  it('is taken from every response', async () => {
    const platform = new FakePlatform();
    const verification = connected(platform);
    expect([verification.serverNow(), verification.timeStep]).to.deep.equal([undefined, undefined]);
    platform.network = async () =>
      answer({code: 'code-mismatch', serverTime: 1_000_000, stepEndsInMs: 20_000, period: 60});
    void verification.submit(EXAM_CONTEXT, code);
    await verification.whenSettled();
    await platform.advance(30_000);
    expect(verification.serverNow()).to.equal(1_030_000);
    expect(verification.timeStep?.endsAt).to.equal(80_000);
    verification.hostDisconnected();
  });

  it('is known from the start when there is a status-url', async () => {
    const platform = new FakePlatform();
    const verification = connected(platform);
    platform.network = async () => answer({code: 'ready', serverTime: 5_000});
    verification.setContext(withStatus);
    await waitFor(() => verification.serverNow() !== undefined, 'the status has arrived');
    expect(verification.serverNow()).to.equal(5_000);
    verification.hostDisconnected();
  });
});

/** Creates a controller on a connected host. */
function connected(platform: FakePlatform, onChange: StateChangeListener = () => undefined) {
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const verification = new VerificationController(host, onChange, platform);
  verification.hostConnected();
  return verification;
}

function answer(body: object): Response {
  return Response.json({counted: false, serverTime: 0, ...body});
}

/** Returns a body that continues for as long as it is read. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('{"a": '.repeat(1000))),
  });
}
