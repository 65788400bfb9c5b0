import {expect} from '@open-wc/testing';
import type {AttemptKey} from '../../src/core/contract.ts';
import type {Check} from '../../src/transport/verification-context.ts';
import {CONTRACT} from '../../src/transport/codec.ts';
import {checkName, KeptKeys} from '../../src/transport/pending-keys.ts';

const key = 'a-key-of-twenty-two-ch' as AttemptKey;
const check: Check = {
  endpoint: {
    url: new URL('https://site.example/motp'),
    credentials: 'same-origin',
    timeoutMs: 10_000,
    hasKeys: true,
    dialect: () => CONTRACT,
    tokens: () => ({headers: {}, fields: {}}),
  },
  statusUrl: undefined,
  asked: {occasion: 'lesson', unit: 9, ticket: 'a-ticket'},
  trainee: '홍길동\n01012345678',
};
const name = checkName(check);

describe('the key of a pending attempt', () => {
  let now: number;
  let stored: Map<string, string>;
  let keys: KeptKeys;

  beforeEach(() => {
    now = 1_780_000_000_000;
    stored = new Map();
    keys = tab();
  });

  /** Returns the keys as the script of a reloaded page in the same tab sees them. */
  function tab(): KeptKeys {
    const storage = {
      getItem: (item: string) => stored.get(item) ?? null,
      setItem: (item: string, value: string) => void stored.set(item, value),
      removeItem: (item: string) => void stored.delete(item),
    };
    return new KeptKeys(
      () => storage,
      () => now,
    );
  }

  it('is found after a reload', () => {
    keys.keep(name, key);
    expect(tab().find(name)).to.equal(key);
  });

  it('expires after ten minutes', () => {
    keys.keep(name, key);
    now += 10 * 60_000;
    expect(tab().find(name)).to.equal(key);
    now += 1;
    expect(tab().find(name)).to.equal(undefined);
    expect(stored.size).to.equal(0);
  });

  it('is ignored after the device clock was set back', () => {
    keys.keep(name, key);
    now -= 1;
    expect(tab().find(name)).to.equal(undefined);
  });

  it('is removed once the attempt is decided', () => {
    keys.keep(name, key);
    keys.forget(name);
    expect(tab().find(name)).to.equal(undefined);
  });

  it('is ignored when the page has stored something else there', () => {
    for (const text of ['', 'x', `${now}`, `${now} <script>`, `NaN ${key}`, '{}']) {
      stored.set(name, text);
      expect(tab().find(name), text).to.equal(undefined);
    }
  });

  it('stays in memory when storage throws (F40)', () => {
    const forbidden = new KeptKeys(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      () => now,
    );
    forbidden.keep(name, key);
    expect(forbidden.find(name)).to.equal(key);
    forbidden.forget(name);
    expect(forbidden.find(name)).to.equal(undefined);
  });
});

describe('the storage key', () => {
  it('differs for another endpoint, occasion, unit or ticket', () => {
    const others: Check[] = [
      {...check, endpoint: {...check.endpoint, url: new URL('https://site.example/other')}},
      {...check, asked: {...check.asked, occasion: 'exam'}},
      {...check, asked: {...check.asked, unit: 17}},
      {...check, asked: {...check.asked, ticket: 'another'}},
      {...check, asked: {occasion: 'lesson'}},
    ];
    const names = new Set([check, ...others].map(checkName));
    expect(names.size).to.equal(6);
    expect(checkName({...check})).to.equal(name);
  });

  it('reveals none of them', () => {
    expect(name).to.match(/^motp-verify:[0-9a-z]{1,7}$/);
  });
});
