import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseServerConfig} from '../../endpoint/config.ts';

describe('the configuration', () => {
  const ENCRYPTION_KEY = 'ab'.repeat(32);

  it('requires the encryption key only', () => {
    const result = parseServerConfig({ENCRYPTION_KEY, APP_SECRET: '', DATABASE_URL: ''});
    assert(result.kind === 'valid');
    const {address, database, graceMs} = {address: result.config.host, ...result.config};
    assert.deepEqual(
      [address, database, graceMs],
      ['127.0.0.1', {kind: 'sqlite', path: 'endpoint.db'}, 30_000],
    );
  });

  for (const [setting, error] of [
    [{ENCRYPTION_KEY: 'short'}, /^ENCRYPTION_KEY must be 64 hexadecimal digits/],
    [{ENCRYPTION_KEY: undefined}, /^ENCRYPTION_KEY must be set/],
    [{PORT: 'http'}, /^PORT must be a whole number from 0 to 65535\.$/],
    [{DATABASE_URL: 'mysql://x'}, /^DATABASE_URL must be a postgres:\/\/ address\.$/],
    [{SITES: 'institute=short'}, /^SITES must be at least 32 characters/],
    [{PUBLIC_ORIGIN: 'https://www.example.kr/'}, /^PUBLIC_ORIGIN must be the origin of your pages/],
    [{ALLOWED_ORIGINS: 'www.example.kr'}, /^ALLOWED_ORIGINS must be origins such as/],
    [{GRACE_SECONDS: '61'}, /^GRACE_SECONDS must be a whole number from 0 to 60\.$/],
    [
      {AGENCY_RESET_URL: 'http://agency.example.kr/x'},
      /^AGENCY_RESET_URL must be an https address/,
    ],
    [{AGENCY_INSTITUTE: 'A'}, /^AGENCY_ACCREDIT_URL, .* must be set together, or none of them\.$/],
  ] as const) {
    it(`reports an invalid ${Object.keys(setting).join()} in one sentence`, () => {
      const result = parseServerConfig({ENCRYPTION_KEY, ...setting});
      assert(result.kind === 'invalid');
      assert.equal(result.errors.length, 1);
      assert.match(result.errors[0] ?? '', error);
    });
  }

  for (const [name, similar] of [
    ['SITE', 'SITES'],
    ['sites', 'SITES'],
    ['BASEPATH', 'BASE_PATH'],
    ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
    ['ENCRYPTION-KEY', 'ENCRYPTION_KEY'],
  ] as const) {
    it(`reports ${name}, which is not a setting, even if it is empty`, () => {
      const result = parseServerConfig({ENCRYPTION_KEY, [name]: ''});
      assert(result.kind === 'invalid');
      assert.deepEqual(result.errors, [`${name} is not a setting. Did you mean ${similar}?`]);
    });
  }
  it('reports unknown limits of the environment, and unknown variables of its own file', () => {
    const result = parseServerConfig(
      {ENCRYPTION_KEY, REQUESTS_PER_SITE: '1', COLOUR: 'red', OTHER: 'x', POSTGRES_PASSWORD: 'x'},
      ['COLOUR', 'ENCRYPTION_KEY', 'POSTGRES_PASSWORD'],
    );
    assert(result.kind === 'invalid');
    assert.deepEqual(
      result.errors,
      ['REQUESTS_PER_SITE', 'COLOUR'].map(
        (name) => `${name} is not a setting. Remove it or correct its name.`,
      ),
    );
  });
  it('ignores the variables that every environment has', () => {
    const names = ['PATH', 'HOME', 'HOSTNAME', 'USER', 'PWD', 'LANG', 'NODE_ENV', 'POSTGRES_HOST'];
    const others = Object.fromEntries(names.map((name) => [name, 'x']));
    assert.equal(parseServerConfig({...others, ENCRYPTION_KEY}).kind, 'valid');
  });
});
