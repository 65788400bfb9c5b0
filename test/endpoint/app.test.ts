import {expect} from '@open-wc/testing';
import {accountIdOf} from '../../endpoint/account-id.ts';
import {createEndpoint, createContext, type EndpointOptions} from '../../endpoint/app.ts';
import {handleIdentityReport} from '../../endpoint/identity-reports.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {NEW_ACCOUNT, type Account} from '../../endpoint/store/store.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {decodeAttemptResponse} from '../../src/core/contract.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {createRegistration, NO_ENCRYPTION} from '../harness/registration.ts';
import {RFC_SECRET} from '../harness/rfc6238.ts';

const WRONG = '000000';
const TRAINEE = {subject: 'hong', site: 'test'};
const ID = accountIdOf(TRAINEE);
const fresh: Account = {...NEW_ACCOUNT, registration: createRegistration(RFC_SECRET)};

/** Sends requests to an endpoint as a site's page. Its clock stands still until a test changes `now`. */
class Site {
  now = Date.UTC(2026, 5, 1, 3, 0, 10);
  isSignedIn = true;
  readonly store: MemoryStore;
  readonly options: EndpointOptions;
  readonly #app;

  constructor(account: Partial<Account> = {}) {
    this.store = new MemoryStore({accounts: [[ID, {...fresh, ...account}]]});
    const trainee = {...TRAINEE, identity: undefined};
    this.options = {
      basePath: '/motp',
      store: this.store,
      encryption: NO_ENCRYPTION,
      authenticateTrainee: () =>
        this.isSignedIn ? {kind: 'trainee', trainee} : {kind: 'anonymous'},
      now: () => this.now,
    };
    this.#app = createEndpoint(this.options);
  }

  get failures(): number | undefined {
    return new Map(this.store.contents.accounts).get(ID)?.failures;
  }

  code(stepsAgo = 0): Promise<string> {
    return codeAt(RFC_SECRET, this.now - stepsAgo * 60_000);
  }

  async post(body: unknown, key: string | null = createIdempotencyKey()) {
    const headers = new Headers({'Content-Type': 'application/json'});
    if (key !== null) headers.set('Idempotency-Key', `"${key}"`);
    return this.#request('/motp', {method: 'POST', headers, body: JSON.stringify(body)});
  }

  attempt(code: string, key: string = createIdempotencyKey()) {
    return this.post({v: 1, code, occasion: 'enrollment'}, key);
  }

  get(path: string) {
    return this.#request(`/motp/${path}`);
  }

  async #request(path: string, init?: RequestInit) {
    const response = await this.#app.request(path, init);
    const body: unknown = await response.json();
    return {status: response.status, body: body as {code: string; [more: string]: unknown}};
  }
}

describe('the reference endpoint', () => {
  it('verifies a right code, with a receipt that the widget understands', async () => {
    const site = new Site({failures: 3});
    const {status, body} = await site.attempt(await site.code());
    expect(decodeAttemptResponse(status, body)?.code).to.equal('verified');
    expect(site.failures).to.equal(0);
  });
  it('counts wrong codes and locks after the fifth in a row (manual: 5회)', async () => {
    const site = new Site();
    for (const failures of [1, 2, 3, 4]) {
      const {status, body} = await site.attempt(WRONG);
      expect(status).to.equal(422);
      expect(body).to.include({code: 'code-mismatch', counted: true, failures, maxFailures: 5});
    }
    const fifth = await site.attempt(WRONG);
    expect(fifth.status).to.equal(423);
    expect(fifth.body).to.include({code: 'locked', counted: true, failures: 5});
  });
  it('evaluates nothing while locked, not even a right code', async () => {
    const site = new Site({failures: 5, lockedAt: 1});
    const {body} = await site.attempt(await site.code());
    expect(body).to.include({code: 'locked', counted: false, failures: 5});
  });
  it('unlocks when the identity service has verified the trainee', async () => {
    const site = new Site({failures: 5, lockedAt: 1});
    await handleIdentityReport(createContext(site.options), {
      ...TRAINEE,
      method: 'phone-identity',
      transactionId: '1',
      name: '홍길동',
      verifiedAt: site.now,
    });
    expect((await site.get('status')).body).to.include({code: 'ready', failures: 0});
    expect((await site.attempt(await site.code())).body.code).to.equal('verified');
  });
  it('accepts a code once', async () => {
    const site = new Site();
    await site.attempt(await site.code());
    const {status, body} = await site.attempt(await site.code());
    expect(status).to.equal(409);
    expect(body).to.include({code: 'code-replayed', counted: false, nextCodeInMs: 50_000});
  });
  it('accepts the code of the previous step for 30 seconds, then reports it as expired', async () => {
    const early = new Site();
    expect((await early.attempt(await early.code(1))).body.code).to.equal('verified');
    const late = new Site();
    late.now += 25_000;
    const {status, body} = await late.attempt(await late.code(1));
    expect(status).to.equal(422);
    expect(body).to.include({code: 'code-expired', counted: false, failures: 0});
  });
  it('never accepts the code of a future step', async () => {
    const site = new Site();
    expect((await site.attempt(await site.code(-1))).body.code).to.equal('code-mismatch');
  });
  it('replays the response of a key, and counts once', async () => {
    const site = new Site();
    const key = createIdempotencyKey();
    const first = await site.attempt(WRONG, key);
    expect(await site.attempt(WRONG, key)).to.deep.equal(first);
    expect(await site.get(`attempts/${key}`)).to.deep.equal(first);
    expect(site.failures).to.equal(1);
  });
  it('rejects another code with a used key', async () => {
    const site = new Site();
    const key = createIdempotencyKey();
    await site.attempt(WRONG, key);
    expect((await site.attempt('111111', key)).body.code).to.equal('key-reused');
    expect(site.failures).to.equal(1);
  });
  it('counts each of many parallel attempts once, and locks after the fifth', async () => {
    const site = new Site();
    const answers = await Promise.all(Array.from({length: 50}, () => site.attempt(WRONG)));
    expect(answers.filter(({body}) => body['counted']).length).to.equal(5);
    expect(site.failures).to.equal(5);
  });
  it('reports an unknown key', async () => {
    const site = new Site();
    const {status, body} = await site.get(`attempts/${createIdempotencyKey()}`);
    expect({status, code: body.code}).to.deep.equal({status: 404, code: 'attempt-unknown'});
  });
  it('rejects an invalid request, and counts nothing', async () => {
    const site = new Site();
    const ok = {v: 1, code: WRONG, occasion: 'enrollment'};
    const bodies = [
      {...ok, code: '12345'},
      {...ok, code: '123456 '},
      {...ok, code: '１２３４５６'},
      {...ok, code: 123_456},
      {...ok, occasion: 'party'},
      {...ok, v: 2},
      null,
    ];
    for (const body of bodies) {
      expect((await site.post(body)).body.code, JSON.stringify(body)).to.equal('invalid-request');
    }
    expect((await site.post(ok, null)).body.code).to.equal('key-required');
    expect((await site.post(ok, 'short')).body.code).to.equal('key-required');
    expect(site.failures).to.equal(0);
  });
  it('rejects a trainee who is not signed in', async () => {
    const site = new Site();
    site.isSignedIn = false;
    const answers = [
      await site.attempt(WRONG),
      await site.get('status'),
      await site.get('attempts/x'),
    ];
    for (const {status, body} of answers) {
      expect({status, code: body.code}).to.deep.equal({status: 403, code: 'session-required'});
    }
    expect(site.failures).to.equal(0);
  });
  it('reports a trainee who is not registered', async () => {
    const site = new Site({registration: undefined});
    expect((await site.attempt(WRONG)).body).to.include({code: 'not-registered', counted: false});
  });
});
