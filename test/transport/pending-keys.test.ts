import {expect} from '@open-wc/testing';
import type {IdempotencyKey} from '../../src/core/contract.ts';
import {storageKeyFor, type VerificationContext} from '../../src/transport/verification-context.ts';
import {PendingKeys} from '../../src/transport/pending-keys.ts';
import {EXAM_CONTEXT} from '../harness/verification-context.ts';

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const context: VerificationContext = {
  ...EXAM_CONTEXT,
  requestContext: {occasion: 'lesson', unit: 9, ticket: 'a-ticket'},
  trainee: '홍길동\n01012345678',
};
const name = storageKeyFor(context);

describe('the key of a pending attempt', () => {
  let now: number;
  let stored: Map<string, string>;
  let keys: PendingKeys;

  beforeEach(() => {
    now = 1_780_000_000_000;
    stored = new Map();
    keys = tab();
  });

  /** Returns the keys as the script of a reloaded page in the same tab sees them. */
  function tab(): PendingKeys {
    const storage = {
      getItem: (item: string) => stored.get(item) ?? null,
      setItem: (item: string, value: string) => void stored.set(item, value),
      removeItem: (item: string) => void stored.delete(item),
    };
    return new PendingKeys(
      () => storage,
      () => now,
    );
  }

  it('is found after a reload', () => {
    keys.save(name, key);
    expect(tab().load(name)).to.equal(key);
  });

  it('expires after ten minutes', () => {
    keys.save(name, key);
    now += 10 * 60_000;
    expect(tab().load(name)).to.equal(key);
    now += 1;
    expect(tab().load(name)).to.equal(undefined);
    expect(stored.size).to.equal(0);
  });

  it('is ignored after the device clock was set back', () => {
    keys.save(name, key);
    now -= 1;
    expect(tab().load(name)).to.equal(undefined);
  });

  it('is removed once the attempt is decided', () => {
    keys.save(name, key);
    keys.clear(name);
    expect(tab().load(name)).to.equal(undefined);
  });

  it('is ignored when the page has stored something else there', () => {
    for (const text of ['', 'x', `${now}`, `${now} <script>`, `NaN ${key}`, '{}']) {
      stored.set(name, text);
      expect(tab().load(name), text).to.equal(undefined);
    }
  });

  it('stays in memory when storage throws (F40)', () => {
    const forbidden = new PendingKeys(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      () => now,
    );
    forbidden.save(name, key);
    expect(forbidden.load(name)).to.equal(key);
    forbidden.clear(name);
    expect(forbidden.load(name)).to.equal(undefined);
  });
});

describe('the storage key', () => {
  it('differs for another endpoint, occasion, unit or trainee', () => {
    const others: VerificationContext[] = [
      {...context, endpoint: {...context.endpoint, url: new URL('https://site.example/other')}},
      {...context, requestContext: {...context.requestContext, occasion: 'exam'}},
      {...context, requestContext: {...context.requestContext, unit: 17}},
      {...context, trainee: '홍길동\n01087654321'},
      {...context, trainee: ''},
      {...context, requestContext: {occasion: 'lesson'}},
    ];
    const names = new Set([context, ...others].map(storageKeyFor));
    expect(names.size).to.equal(7);
    expect(storageKeyFor({...context})).to.equal(name);
  });

  it('is the same for each ticket, since a server can issue one for each page', () => {
    const other = {...context.requestContext, ticket: 'another'};
    expect(storageKeyFor({...context, requestContext: other})).to.equal(name);
  });

  it('is shared by too many phone numbers to reveal one', () => {
    const names = Array.from({length: 80_000}, (_, number) =>
      storageKeyFor({...context, trainee: `홍길동\n010${10_000_000 + number}`}),
    );
    expect(new Set(names).size).to.be.at.most(65_536);
  });

  it('reveals none of them', () => {
    expect(name).to.match(/^motp-verify:[0-9a-z]{1,7}$/);
  });
});
