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
    [{AGENCY_INSTITUTE: 'A'}, /^AGENCY_ACCREDIT_URL, .* must be set together, or none of them\.$/],
  ] as const) {
    it(`reports an invalid ${Object.keys(setting).join()} in one sentence`, () => {
      const result = parseServerConfig({ENCRYPTION_KEY, ...setting});
      assert(result.kind === 'invalid');
      assert.equal(result.errors.length, 1);
      assert.match(result.errors[0] ?? '', error);
    });
  }
});
