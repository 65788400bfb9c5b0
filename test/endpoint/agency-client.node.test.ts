/** The client of the agency: what it accepts, and what an answer can cost at most. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {LogEntry} from '../../endpoint/log.ts';
import {
  isProtected,
  postWithRetry,
  type AgencyReply,
} from '../../endpoint/verifier/agency-client.ts';
import {agencyVerifier} from '../../endpoint/verifier/agency-verifier.ts';
import {FakeAgency, type Behavior} from './harness/fake-agency.ts';

/** Longer than any test waits, in ms: only a bound of the client itself ends a request earlier. */
const LONG_MS = 60_000;

const VERIFIED = JSON.stringify({code: 200});

describe('the client of the agency', () => {
  const agency = new FakeAgency();

  before(() => agency.start());
  after(() => agency.stop());
  beforeEach(() => {
    agency.requests = [];
  });

  function post(behavior: Behavior, timeoutMs = LONG_MS): Promise<AgencyReply> {
    agency.behavior = [behavior];
    const fields = new URLSearchParams({OTPNO: '123456'});
    return postWithRetry(agency.url('otp_accredit'), fields, timeoutMs, () => false);
  }

  it('reads the code of a response with status 200', async () => {
    assert.deepEqual(await post({code: 200}), {kind: 'answered', code: '200'});
  });
  for (const status of [201, 204, 400, 404, 500, 503]) {
    it(`reads no code of a response with status ${status}`, async () => {
      const body = status === 204 ? '' : VERIFIED;
      assert.deepEqual(await post({body, status}), {kind: 'unknown', reason: 'status'});
    });
  }
  it('follows no redirect', async () => {
    assert.equal((await post({body: '', status: 302})).kind, 'unknown');
    assert.equal(agency.requests.length, 1);
  });
  it('reads 64 KiB, and not a byte more', async () => {
    const longest = VERIFIED.padEnd(64 * 1024, ' ');
    assert.deepEqual(await post({body: longest}), {kind: 'answered', code: '200'});
    assert.deepEqual(await post({body: `${longest} `}), {kind: 'unknown', reason: 'too-long'});
  });
  it('ends a response that does not end by itself', async () => {
    assert.deepEqual(await post('flood'), {kind: 'unknown', reason: 'too-long'});
  });
  it('ends a response that arrives too slowly: the timeout covers the body', async () => {
    assert.deepEqual(await post('trickle', 200), {kind: 'unknown', reason: 'no-response'});
  });
  it('counts the bytes after decompression', async (t) => {
    const server = createServer((_, response) => {
      response.writeHead(200, {'Content-Encoding': 'gzip'});
      response.end(gzipSync(Buffer.alloc(6_000_000, ' ')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const reply = await postWithRetry(url, new URLSearchParams(), LONG_MS, () => false);
    assert.deepEqual(reply, {kind: 'unknown', reason: 'too-long'});
  });
  for (const body of ['', '[]', '{}', 'null', '{"code":null}', '['.repeat(60_000)]) {
    it(`understands no ${body.slice(0, 20) || 'empty body'}`, async () => {
      assert.deepEqual(await post({body}), {kind: 'unknown', reason: 'invalid-response'});
    });
  }

  for (const [url, expected] of [
    ['https://agency.example.kr/otp_accredit', true],
    ['http://127.0.0.1:8080/otp_accredit', true],
    ['http://[::1]/', true],
    ['http://localhost/', true],
    ['http://agency.example.kr/otp_accredit', false],
    ['http://127.0.0.1.example.kr/', false],
    ['http://localhost.example.kr/', false],
    ['ftp://127.0.0.1/', false],
    ['agency.example.kr', false],
  ] as const) {
    it(`${expected ? 'uses' : 'refuses'} ${url}`, () => {
      assert.equal(isProtected(url), expected);
    });
  }
  it('is not created for a URL that others can read', () => {
    const settings = {accreditUrl: 'http://agency.example.kr/a', institute: 'A'};
    const resetUrl = 'https://agency.example.kr/b';
    assert.throws(() => agencyVerifier({...settings, resetUrl}, () => undefined), /must be https/);
  });
  it('logs why it has no result, and nothing that the agency sent', async () => {
    const entries: LogEntry[] = [];
    agency.behavior = [{body: '<p>홍길동</p>', status: 503}];
    const urls = {accreditUrl: agency.url('a'), resetUrl: agency.url('b')};
    const verifier = agencyVerifier({...urls, institute: 'A', timeoutMs: LONG_MS}, (entry) =>
      entries.push(entry),
    );
    const proof = {name: '홍길동', phone: '01012345678', transactionId: 't', verifiedAt: 0};
    const result = await verifier.unlock('hong', {method: 'phone-identity', ...proof});
    assert.deepEqual(result, {kind: 'unavailable'});
    assert.deepEqual(entries, [{event: 'agency-error', reason: 'user_reset status'}]);
  });
});
