import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readSettings} from '../../endpoint/config.ts';

describe('the settings', () => {
  const SEAL_KEY = 'ab'.repeat(32);

  it('need nothing but the key', () => {
    const reading = readSettings({SEAL_KEY, APP_SECRET: '', DATABASE_URL: ''});
    assert(reading.is === 'settings');
    const {address, database, graceMs} = {address: reading.settings.host, ...reading.settings};
    assert.deepEqual(
      [address, database, graceMs],
      ['127.0.0.1', {is: 'sqlite', path: 'endpoint.db'}, 30_000],
    );
  });

  for (const [setting, sentence] of [
    [{SEAL_KEY: 'short'}, /^SEAL_KEY must be 64 hexadecimal digits/],
    [{SEAL_KEY: undefined}, /^SEAL_KEY must be set/],
    [{PORT: 'http'}, /^PORT must be a whole number from 0 to 65535\.$/],
    [{DATABASE_URL: 'mysql://x'}, /^DATABASE_URL must be a postgres:\/\/ address\.$/],
    [{SITES: 'institute=short'}, /^SITES must be at least 32 characters/],
    [{ORIGINS: 'www.example.kr'}, /^ORIGINS must be origins such as/],
    [{GRACE_SECONDS: '61'}, /^GRACE_SECONDS must be a whole number from 0 to 60\.$/],
    [{AGENCY_INSTITUTE: 'A'}, /^AGENCY_ACCREDIT_URL, .* must be set together, or none of them\.$/],
  ] as const) {
    it(`that are wrong are told in one sentence: ${Object.keys(setting).join()}`, () => {
      const reading = readSettings({SEAL_KEY, ...setting});
      assert(reading.is === 'wrong');
      assert.equal(reading.sentences.length, 1);
      assert.match(reading.sentences[0] ?? '', sentence);
    });
  }
});
