import {expect} from '@open-wc/testing';
import type {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import {EndpointClient, type EndpointConfig} from '../../src/transport/endpoint-client.ts';
import {neverRespond, FakePlatform} from '../harness/fake-platform.ts';
import {CONTRACT_ENDPOINT} from '../harness/verification-context.ts';

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const request: AttemptRequest = {v: 1, code: '123456', occasion: 'exam'};
const endpoint: EndpointConfig = {...CONTRACT_ENDPOINT, url: new URL('/motp', location.href)};

/** Any wire format other than the contract's. */
const LEGACY = {
  format: 'form',
  codeField: 'code',
  responseMap: undefined,
  charset: undefined,
  hasIdempotencyKeys: true,
  adapter: undefined,
} as const;

/** Returns an HTML page, as a login form, proxy or error page is. */
function page(status: number, headers: HeadersInit = {}): Response {
  return new Response('<html></html>', {status, headers});
}

function failToLoad(): Promise<never> {
  return Promise.reject(new TypeError('no such chunk'));
}

describe('EndpointClient', () => {
  let platform: FakePlatform;
  let client: EndpointClient;
  let connection: AbortController;

  beforeEach(() => {
    platform = new FakePlatform();
    connection = new AbortController();
    client = new EndpointClient(endpoint, platform, connection.signal);
  });

  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'toJSON');
    Reflect.deleteProperty(Object.prototype, 'integrity');
  });

  /** Posts an attempt to a server that sends these responses. */
  async function post(...answers: Response[]) {
    platform.network = async () => answers.shift() ?? Response.error();
    return client.post(key, request);
  }

  it('sends the request of the contract, without additions to Object.prototype', async () => {
    let seen: RequestInit = {};
    platform.network = async (_url, init) => {
      seen = init;
      return Response.error();
    };
    Object.assign(Object.prototype, {toJSON: () => 'mine', integrity: 'sha256-x'});
    await client.post(key, request);
    expect(JSON.parse(seen.body as string)).to.deep.equal(request);
    // Wrappers of `fetch` call its methods; no inherited field may add to it.
    expect(Object.getPrototypeOf(seen)).to.equal(Object.prototype);
    expect(Object.keys(seen)).to.include.members(['integrity', 'keepalive', 'mode', 'window']);
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

  it('sends a ticket in a header, never in the URL', async () => {
    const requests: [url: string, ticket: string | null][] = [];
    platform.network = async (url, init) => {
      requests.push([url.href, new Headers(init.headers).get('Motp-Ticket')]);
      return Response.error();
    };
    await client.getAttempt(key, 'ticket-of-hong');
    await client.getStatus(undefined, 'ticket-of-hong');
    await client.getAttempt(key, '홍길동의 표');
    await client.getAttempt(key);
    expect(requests.map(([, ticket]) => ticket)).to.deep.equal([
      'ticket-of-hong',
      'ticket-of-hong',
      null,
      null,
    ]);
    expect(requests.map(([url]) => url).join()).to.not.include('ticket');
  });

  it('adds no header that would cause a preflight to another origin', async () => {
    let seen: RequestInit = {};
    platform.network = async (_url, init) => {
      seen = init;
      return Response.error();
    };
    const url = new URL('https://other.example/motp');
    await new EndpointClient({...endpoint, url}, platform, connection.signal).getAttempt(key);
    expect(seen.headers).to.have.all.keys('Accept');
  });

  it('gives up at the deadline when the headers arrive but the body does not (F17)', async () => {
    platform.network = async (url, init) => {
      const body = new ReadableStream({start: () => undefined});
      void neverRespond(url, init).catch(() => undefined);
      return new Response(body);
    };
    const result = client.post(key, request);
    await platform.advance(10_000);
    expect(await result).to.deep.equal({kind: 'unknown', reason: 'timeout'});
  });

  it('tells a failed request without a network, which it sends all the same (F01)', async () => {
    platform.online = false;
    platform.network = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await client.post(key, request)).to.deep.equal({kind: 'offline'});
    expect(platform.requests).to.have.length(1);
  });

  it('gets a response while the browser says that there is no network', async () => {
    platform.online = false;
    platform.network = async () => Response.json({code: 'code-mismatch', counted: true});
    expect(await client.post(key, request)).to.include({kind: 'ok'});
  });

  it('tells a fetch that throws from a lost answer', async () => {
    platform.network = () => {
      throw new Error('of the page');
    };
    expect(await client.post(key, request)).to.deep.equal({kind: 'not-sent'});
  });

  it('sends nothing when its codec fails to load', async () => {
    platform.importLegacyCodec = failToLoad;
    const broken = new EndpointClient(
      {...endpoint, wireFormat: LEGACY},
      platform,
      connection.signal,
    );
    expect(await broken.post(key, request)).to.deep.equal({kind: 'offline'});
    expect(platform.requests).to.deep.equal([]);
  });

  for (const status of [200, 201, 401, 403]) {
    it(`classifies a page with status ${status} as a login page (F11)`, async () => {
      expect(await post(page(status))).to.include({kind: 'unauthenticated'});
    });
  }

  for (const status of [404, 409, 422]) {
    it(`classifies a page with status ${status} as not understood`, async () => {
      expect(await post(page(status))).to.include({kind: 'unknown', reason: 'not-understood'});
    });
  }

  for (const status of [500, 502, 503]) {
    it(`classifies a page with status ${status} as a server error, with its Retry-After (F21)`, async () => {
      const result = await post(page(status, {'Retry-After': '7'}));
      expect(result).to.deep.include({kind: 'unknown', reason: 'server', retryAfter: 7});
    });
  }

  it('classifies a response that a replaced fetch redirected as a login page (F12)', async () => {
    const redirected = Object.defineProperty(page(200), 'redirected', {value: true});
    expect(await post(redirected)).to.include({kind: 'unauthenticated'});
  });

  it('classifies a 429 from any server as a rate limit (F22)', async () => {
    const limited = await post(page(429, {'Retry-After': '9'}));
    const response = {code: 'rate-limited', retryAfter: 9};
    expect(limited).to.deep.equal({kind: 'ok', response, at: 0, retryAfter: 9});
    expect(await post(page(429))).to.deep.include({
      response: {code: 'rate-limited', retryAfter: undefined},
    });
  });

  for (const [what, body] of [
    ['an empty body', ''],
    ['a truncated response', '{"code": "verified", "verificationId": "A-1'],
    ['trailing text', '{"code": "verified", "verificationId": "A-1"} <!-- x -->'],
    ['JSON of 100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a prototype instead of fields', '{"__proto__": {"code": "verified", "verificationId": "A"}}'],
    ['a list', '[{"code": "verified", "verificationId": "A-1"}]'],
    ['success without an id', '{"code": "verified"}'],
    ['two outcomes, of which the last counts', '{"code": "verified", "code": "x"}'],
  ] as const) {
    it(`classifies ${what} as not understood (F14 to F19)`, async () => {
      expect(await post(new Response(body))).to.include({
        kind: 'unknown',
        reason: 'not-understood',
      });
    });
  }

  it('accepts success only with status 200 (I4)', async () => {
    const body = {code: 'verified', verificationId: 'A-1'};
    for (const status of [201, 202, 400, 500]) {
      const result = await post(Response.json(body, {status}));
      expect(result.kind, String(status)).to.equal('unknown');
    }
    expect((await post(Response.json(body))).kind).to.equal('ok');
  });

  it('accepts a byte order mark (F14)', async () => {
    const result = await post(new Response('\uFEFF{"code": "code-mismatch"}', {status: 422}));
    expect(result.kind).to.equal('ok');
  });
});
