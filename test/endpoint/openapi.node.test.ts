/** The OpenAPI document says all that is answered, and nothing that is never answered. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EndpointOptions} from '../../endpoint/app.ts';
import type {LogEntry} from '../../endpoint/log.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import type {Store} from '../../endpoint/store/store.ts';
import {StoreError} from '../../endpoint/store/store-error.ts';
import type {CodeVerifier, UnlockResult, VerifyResult} from '../../endpoint/verifier/verifier.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {createFailingStore} from './harness/failing-store.ts';
import {OpenApiCoverage} from './harness/openapi-coverage.ts';
import {HONG, SECRETS, TestSite, WRONG_CODE} from './harness/site.ts';

const {institute} = SECRETS.sites;

/** A made-up id in the form of a ticket's. */
const TICKET_ID = '0'.repeat(32);

const DEVICE = '00000000-0000-4000-8000-000000000000';

/** Requests of servers, one for each route: path, valid body or query. */
const SERVICE_REQUESTS = [
  ['POST', '/tickets', {subject: 'hong', occasion: 'exam'}, institute],
  ['DELETE', `/tickets/${TICKET_ID}`, undefined, institute],
  [
    'POST',
    '/registrations',
    {site: 'institute', subject: 'hong', ...HONG, consent: true},
    SECRETS.app,
  ],
  [
    'POST',
    '/registrations/confirm',
    {site: 'institute', subject: 'hong', device: DEVICE, code: WRONG_CODE},
    SECRETS.app,
  ],
  ['POST', '/registrations/reset', {subject: 'hong', reference: 'r'}, institute],
  [
    'POST',
    '/identity-reports',
    {
      site: 'institute',
      subject: 'hong',
      method: 'i-pin',
      transactionId: 't',
      name: 'x',
      verifiedAt: 0,
    },
    SECRETS.identityService,
  ],
  ['GET', '/verifications/made-up?subject=hong&occasion=exam', undefined, institute],
  ['GET', '/audit?subject=hong', undefined, institute],
] as const;

/** Sends one request of a server. */
function call(
  site: TestSite,
  [method, path, body, secret]: (typeof SERVICE_REQUESTS)[number],
  headers: Readonly<Record<string, string>> = {},
) {
  const type = body && {'Content-Type': 'application/json'};
  return site.send(path, {
    method,
    headers: {...type, Authorization: `Bearer ${secret}`, ...headers},
    ...(body && {body: JSON.stringify(body)}),
  });
}

/** Creates a remote verifier with fixed results. */
function remote(result: VerifyResult, unlock: UnlockResult): CodeVerifier {
  return {mode: 'remote', timeoutMs: 1000, verify: async () => result, unlock: async () => unlock};
}

/** Owns what all sites of this test have seen together. */
const coverage = new OpenApiCoverage();

async function newSite(
  options: Partial<EndpointOptions> = {},
  store: Store = new MemoryStore(),
): Promise<TestSite> {
  const site = await TestSite.create(store, options);
  site.coverage = coverage;
  return site;
}

/** The responses to the pages of a site. */
async function playPages(): Promise<void> {
  const site = await newSite();
  for (const subject of ['hong', 'kim', 'lee']) await site.register(subject);
  await site.get('/status', 'stranger');
  await site.send('/status', {
    headers: {'Motp-Ticket': await site.issueTicket('stranger', HONG)},
  });
  await site.attempt('stranger', WRONG_CODE);
  const withIdentity = {'Motp-Ticket': await site.issueTicket('hong', HONG)};
  await site.send('/status', {headers: withIdentity});
  for (const code of [await site.codeFor('hong', 1), await site.codeFor('hong')]) {
    const key = createIdempotencyKey();
    for (let i = 0; i < 2; i++) await site.attempt('hong', code, key);
    await site.get(`/attempts/${key}`, 'hong');
    await site.attempt('hong', WRONG_CODE, key);
  }
  const [replayed, expired] = [createIdempotencyKey(), createIdempotencyKey()];
  for (let i = 0; i < 2; i++) await site.attempt('hong', await site.codeFor('hong'), replayed);
  for (let i = 0; i < 2; i++) await site.attempt('kim', await site.codeFor('kim', 3), expired);
  await site.get(`/attempts/${replayed}`, 'hong');
  await site.get(`/attempts/${expired}`, 'kim');
  const other = await site.issueTicket('lee', {name: '이순신', phone: '01099998888'});
  await site.post({code: WRONG_CODE, ticket: other});
  const keys = Array.from({length: 6}, () => createIdempotencyKey());
  for (const key of keys) {
    for (let i = 0; i < 2; i++) await site.attempt('lee', WRONG_CODE, key);
  }
  await site.get(`/attempts/${keys[0]}`, 'lee');
  await site.get(`/attempts/${keys[4]}`, 'lee');
  const leeTicket = await site.issueTicket('lee', HONG);
  await site.send('/status', {headers: {'Motp-Ticket': leeTicket}});
  await site.get(`/attempts/${createIdempotencyKey()}`, 'lee');

  const ticket = await site.issueTicket('hong');
  await site.post({code: 'x', ticket});
  await site.post({code: WRONG_CODE, ticket}, null);
  await site.post({code: WRONG_CODE, ticket, more: 'x'.repeat(2000)});
  await site.post({code: WRONG_CODE, ticket}, undefined, {'Content-Type': 'text/plain'});
  await site.post({code: WRONG_CODE, ticket}, undefined, {Origin: 'https://evil.example'});
  await site.send('/attempts/%00', {});
  for (const path of ['/status', `/attempts/${createIdempotencyKey()}`]) {
    await site.send(path, {});
    await site.send(path, {headers: {'Motp-Ticket': 'forged'}});
  }
  await site.post({code: WRONG_CODE});
  await site.post({code: WRONG_CODE, ticket: 'forged'});
  await (await newSite({hasCsrfToken: () => false})).post({code: WRONG_CODE, ticket});

  const limited = await newSite({limits: {perAccount: 1}});
  for (let i = 0; i < 2; i++) {
    await limited.attempt('hong', WRONG_CODE);
    await limited.get('/status', 'hong');
    await limited.get(`/attempts/${createIdempotencyKey()}`, 'hong');
  }
  const noRetry = await newSite({verifier: remote({kind: 'unknown'}, {kind: 'released'})});
  const lost = createIdempotencyKey();
  for (let i = 0; i < 2; i++) await noRetry.attempt('hong', WRONG_CODE, lost);
}

/** The responses to servers. */
async function playServers(): Promise<void> {
  const site = await newSite({getClientAddress: () => '192.0.2.1'});
  for (const request of SERVICE_REQUESTS) {
    await call(site, request);
    await call(site, request, {Authorization: `Bearer ${'x'.repeat(32)}`});
    const [method, path, , secret] = request;
    const headers = {Authorization: `Bearer ${secret}`};
    if (method === 'POST') {
      await call(site, request, {'Content-Type': 'text/plain'});
      await site.postAs(path, {subject: 'x'.repeat(5000)}, secret);
      await site.postAs(path, [], secret);
    } else if (method === 'GET') await site.send(path.split('?')[0] ?? path, {method, headers});
    else await site.send('/tickets/x', {method, headers});
  }
  // The wrong secrets above have used up most of the budget of the address.
  for (let i = 0; i < 10; i++) await site.getAs('/audit?subject=a', 'wrong');
  for (const request of SERVICE_REQUESTS)
    await call(site, request, {Authorization: 'Bearer wrong'});

  await site.register('hong');
  await site.confirmRegistration('hong', await site.issueRegistration('hong'), WRONG_CODE);
  const lesson = {
    code: await site.codeFor('hong'),
    ticket: await site.issueTicket('hong', undefined, 'lesson'),
  };
  const {body} = await site.post({...lesson, occasion: 'lesson', unit: 9});
  const path = `/verifications/${String(body['verificationId'])}?subject=hong&occasion=lesson`;
  for (let i = 0; i < 2; i++) await site.getAs(path, institute);
  for (const report of [
    {},
    {name: 'x'},
    {verifiedAt: 0},
    {transactionId: 'same'},
    {transactionId: 'same', method: 'i-pin'},
  ]) {
    await site.reportIdentity('hong', report);
  }
  await site.store.transaction(async (tx) => {
    const account = await tx.lockAccount('institute hong');
    assert(account);
    await tx.updateAccount('institute hong', {...account, suspendedAt: site.now});
  });
  await site.reportIdentity('hong');
  await site.reportIdentity('stranger');
  await site.getAs('/audit?subject=hong', institute);
  for (const subject of ['hong', 'kim']) {
    await site.postAs('/registrations/reset', {subject, reference: 'same'}, institute);
  }
  for (const kind of ['refused', 'unavailable'] as const) {
    const agency = await newSite({verifier: remote({kind: 'mismatch'}, {kind})});
    await agency.attempt('hong', WRONG_CODE);
    await agency.reportIdentity('hong');
  }
}

/** The responses of every route whose store fails. */
async function playFailures(): Promise<void> {
  const ticket = await (await newSite()).issueTicket('hong');
  for (const error of [
    new StoreError('unreachable'),
    new StoreError('connection-lost', undefined, 'in-doubt'),
    new TypeError('a bug'),
  ]) {
    const site = await newSite({}, createFailingStore(error));
    const headers = {'Motp-Ticket': ticket};
    await site.post({code: WRONG_CODE, ticket});
    await site.send('/status', {headers});
    await site.send(`/attempts/${createIdempotencyKey()}`, {headers});
    await site.send('/health/ready', {});
    for (const request of SERVICE_REQUESTS) await call(site, request);
  }
  const site = await newSite();
  for (const path of ['/health/live', '/health/ready']) await site.send(path, {});
}

/** Sends a request with headers. @returns its response, and its line of the log */
async function logOf(headers: Readonly<Record<string, string>>) {
  const entries: LogEntry[] = [];
  const site = await newSite({log: (entry) => entries.push(entry)});
  const response = await site.send('/health/live', {headers});
  const [entry] = entries;
  assert(entry?.event === 'request');
  return {response, entry};
}

describe('the OpenAPI document', () => {
  it('has nothing that is never answered', async () => {
    await playPages();
    await playServers();
    await playFailures();
    assert.deepEqual(coverage.unseen, []);
  });
  it('has the paths of the endpoint, below its server', async () => {
    const site = await newSite();
    const {body} = await site.send('/openapi.json', {});
    assert.deepEqual(body['servers'], [{url: '/api/motp'}]);
    // Every path but `/` answers something other than 404 to its own method.
    for (const [path, operations] of Object.entries(body['paths'] as object)) {
      for (const method of Object.keys(operations as object)) {
        const real = path.replace('{key}', createIdempotencyKey()).replace('{id}', TICKET_ID);
        const {status} = await site.send(real, {method: method.toUpperCase()});
        assert.notEqual(status, 404, `${method} ${path}`);
      }
    }
  });
});

describe('a request', () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

  it('has an id in its response and in the log', async () => {
    const {response, entry} = await logOf({});
    assert.match(entry.requestId, /^[0-9a-f-]{36}$/);
    assert.equal(response.headers.get('X-Request-Id'), entry.requestId);
  });
  it('keeps the id that a proxy gave it, if that is a plain one', async () => {
    assert.equal((await logOf({'X-Request-Id': 'proxy-1'})).entry.requestId, 'proxy-1');
    const forged = '"} 홍길동'.replaceAll(/[^\x20-\x7e]/g, '?');
    assert.match((await logOf({'X-Request-Id': forged})).entry.requestId, /^[0-9a-f-]{36}$/);
    assert.match(
      (await logOf({'X-Request-Id': 'x'.repeat(65)})).entry.requestId,
      /^[0-9a-f-]{36}$/,
    );
  });
  it('takes the id of its trace over (W3C Trace Context)', async () => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    assert.equal((await logOf({traceparent})).entry.traceId, TRACE);
    for (const invalid of [
      '',
      TRACE,
      '00-4bf9-00f067aa0ba902b7-01',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    ]) {
      assert.equal((await logOf({traceparent: invalid})).entry.traceId, undefined);
    }
  });
});
