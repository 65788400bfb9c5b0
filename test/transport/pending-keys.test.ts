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

describe('the key of an attempt that is not decided', () => {
  let now: number;
  let stored: Map<string, string>;
  let keys: KeptKeys;

  beforeEach(() => {
    now = 1_780_000_000_000;
    stored = new Map();
    keys = tab();
  });

  /** The page after a reload: the same tab, a new script. */
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

  it('is worth asking for ten minutes, and then is gone', () => {
    keys.keep(name, key);
    now += 10 * 60_000;
    expect(tab().find(name)).to.equal(key);
    now += 1;
    expect(tab().find(name)).to.equal(undefined);
    expect(stored.size).to.equal(0);
  });

  it('is not trusted where the computer’s clock was set back', () => {
    keys.keep(name, key);
    now -= 1;
    expect(tab().find(name)).to.equal(undefined);
  });

  it('is gone once it is decided', () => {
    keys.keep(name, key);
    keys.forget(name);
    expect(tab().find(name)).to.equal(undefined);
  });

  it('is no key where a page has written something else there', () => {
    for (const text of ['', 'x', `${now}`, `${now} <script>`, `NaN ${key}`, '{}']) {
      stored.set(name, text);
      expect(tab().find(name), text).to.equal(undefined);
    }
  });

  it('is kept in memory where the browser keeps nothing (F40)', () => {
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

describe('the name under which it is kept', () => {
  it('is another for another endpoint, occasion, unit or ticket', () => {
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

  it('tells none of them', () => {
    expect(name).to.match(/^motp-verify:[0-9a-z]{1,7}$/);
  });
});
