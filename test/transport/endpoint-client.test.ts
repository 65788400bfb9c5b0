import {expect} from '@open-wc/testing';
import type {AttemptKey, AttemptRequest} from '../../src/core/contract.ts';
import {CONTRACT} from '../../src/transport/codec.ts';
import {Exchange, type Endpoint} from '../../src/transport/endpoint-client.ts';
import {hangs, FakePlatform} from '../harness/fake-platform.ts';

const key = 'a-key-of-twenty-two-ch' as AttemptKey;
const request: AttemptRequest = {v: 1, code: '123456', occasion: 'exam'};
const endpoint: Endpoint = {
  url: new URL('/motp', location.href),
  credentials: 'same-origin',
  timeoutMs: 10_000,
  hasKeys: true,
  dialect: () => CONTRACT,
  tokens: () => ({headers: {}, fields: {}}),
};

/** What a server answers that shows a page. */
function page(status: number, headers: HeadersInit = {}): Response {
  return new Response('<html></html>', {status, headers});
}

function missing(): Promise<never> {
  return Promise.reject(new TypeError('no such chunk'));
}

describe('one exchange', () => {
  let environment: FakePlatform;
  let exchange: Exchange;
  let ending: AbortController;

  beforeEach(() => {
    environment = new FakePlatform();
    ending = new AbortController();
    exchange = new Exchange(endpoint, environment, ending.signal);
  });

  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'toJSON');
    Reflect.deleteProperty(Object.prototype, 'integrity');
  });

  /** What comes of a post that is answered so. */
  async function posted(...answers: Response[]) {
    environment.network = async () => answers.shift() ?? Response.error();
    return exchange.post(key, request);
  }

  it('sends what the contract says, and nothing of what a page has added to every object', async () => {
    let seen: RequestInit = {};
    environment.network = async (_url, init) => {
      seen = init;
      return Response.error();
    };
    Object.assign(Object.prototype, {toJSON: () => 'mine', integrity: 'sha256-x'});
    await exchange.post(key, request);
    expect(JSON.parse(seen.body as string)).to.deep.equal(request);
    expect(Object.getPrototypeOf(seen)).to.equal(null);
    expect(seen).to.include({
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(seen.headers).to.deep.equal({
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${key}"`,
      Accept: 'application/json, application/problem+json, */*;q=0.1',
      'X-Requested-With': 'XMLHttpRequest',
    });
  });

  it('says by a header who asks, where a ticket says so, and never by the address', async () => {
    const asked: [url: string, ticket: string | null][] = [];
    environment.network = async (url, init) => {
      asked.push([url.href, new Headers(init.headers).get('Motp-Ticket')]);
      return Response.error();
    };
    await exchange.ask(key, 'ticket-of-hong');
    await exchange.askStatus(undefined, 'ticket-of-hong');
    await exchange.ask(key, '홍길동의 표');
    await exchange.ask(key);
    expect(asked.map(([, ticket]) => ticket)).to.deep.equal([
      'ticket-of-hong',
      'ticket-of-hong',
      null,
      null,
    ]);
    expect(asked.map(([url]) => url).join()).to.not.include('ticket');
  });

  it('adds no header for another origin that would cost a preflight of its own', async () => {
    let seen: RequestInit = {};
    environment.network = async (_url, init) => {
      seen = init;
      return Response.error();
    };
    const url = new URL('https://other.example/motp');
    await new Exchange({...endpoint, url}, environment, ending.signal).ask(key);
    expect(seen.headers).to.have.all.keys('Accept');
  });

  it('whose headers come and whose body drips is over at the deadline (F17)', async () => {
    environment.network = async (url, init) => {
      const body = new ReadableStream({start: () => undefined});
      void hangs(url, init).catch(() => undefined);
      return new Response(body);
    };
    const reply = exchange.post(key, request);
    await environment.pass(10_000);
    expect(await reply).to.deep.equal({is: 'unsure', doubt: 'timeout'});
  });

  it('is offline where there is no network, and sends nothing (F01)', async () => {
    environment.online = false;
    expect(await exchange.post(key, request)).to.deep.equal({is: 'offline'});
    expect(environment.requests).to.deep.equal([]);
  });

  it('sends nothing where its dialect can’t be loaded', async () => {
    const broken = new Exchange({...endpoint, dialect: missing}, environment, ending.signal);
    expect(await broken.post(key, request)).to.deep.equal({is: 'offline'});
    expect(environment.requests).to.deep.equal([]);
  });

  for (const status of [200, 201, 401, 403]) {
    it(`a page with ${status} is a login page (F11)`, async () => {
      expect(await posted(page(status))).to.include({is: 'turned-away'});
    });
  }

  for (const status of [404, 409, 422]) {
    it(`a page with ${status} is not understood`, async () => {
      expect(await posted(page(status))).to.include({is: 'unsure', doubt: 'not-understood'});
    });
  }

  for (const status of [500, 502, 503]) {
    it(`a page with ${status} is trouble of the server, which may ask to be left alone (F21)`, async () => {
      const reply = await posted(page(status, {'Retry-After': '7'}));
      expect(reply).to.deep.include({is: 'unsure', doubt: 'server', retryAfter: 7});
    });
  }

  it('that was redirected by a page’s own fetch is turned away as well (F12)', async () => {
    const redirected = Object.defineProperty(page(200), 'redirected', {value: true});
    expect(await posted(redirected)).to.include({is: 'turned-away'});
  });

  it('429 of whatever stands in front is a rate limit (F22)', async () => {
    const limited = await posted(page(429, {'Retry-After': '9'}));
    const said = {code: 'rate-limited', retryAfter: 9};
    expect(limited).to.deep.equal({is: 'said', said, at: 0, retryAfter: 9});
    expect(await posted(page(429))).to.deep.include({
      said: {code: 'rate-limited', retryAfter: undefined},
    });
  });

  for (const [what, body] of [
    ['nothing', ''],
    ['half an answer', '{"code": "verified", "verificationId": "A-1'],
    ['something after the answer', '{"code": "verified", "verificationId": "A-1"} <!-- x -->'],
    ['JSON of 100 000 levels', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'a prototype in place of fields',
      '{"__proto__": {"code": "verified", "verificationId": "A"}}',
    ],
    ['a list', '[{"code": "verified", "verificationId": "A-1"}]'],
    ['success without an id', '{"code": "verified"}'],
    ['two outcomes, of which the last counts', '{"code": "verified", "code": "x"}'],
  ] as const) {
    it(`${what} is not understood (F14 to F19)`, async () => {
      expect(await posted(new Response(body))).to.include({is: 'unsure', doubt: 'not-understood'});
    });
  }

  it('success with any other status than 200 is none (I4)', async () => {
    const body = {code: 'verified', verificationId: 'A-1'};
    for (const status of [201, 202, 400, 500]) {
      const reply = await posted(Response.json(body, {status}));
      expect(reply.is, String(status)).to.equal('unsure');
    }
    expect((await posted(Response.json(body))).is).to.equal('said');
  });

  it('after a byte order mark is understood (F14)', async () => {
    const reply = await posted(new Response('\uFEFF{"code": "code-mismatch"}', {status: 422}));
    expect(reply.is).to.equal('said');
  });
});
