/** 20 times `kill -9` under load, and 10 restarts of PostgreSQL under load. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {postgres} from './harness/stores.ts';
import {killEndpoints, restartDatabase} from './crash.ts';

const skip = postgres ? false : POSTGRES_INSTALL_HINT;

describe('under load, no attempt is lost or counted twice', () => {
  it('when endpoints on SQLite are killed 20 times', async (t) => {
    const {attempts, resends} = await killEndpoints('SQLite', 20);
    assert(resends > 0);
    t.diagnostic(`${attempts} attempts, ${resends} resent`);
  });
  it('when endpoints on PostgreSQL are killed 20 times', {skip}, async (t) => {
    const {attempts, resends} = await killEndpoints('PostgreSQL', 20);
    assert(resends > 0);
    t.diagnostic(`${attempts} attempts, ${resends} resent`);
  });
  it('when PostgreSQL is restarted 10 times', {skip}, async (t) => {
    assert(postgres);
    const {attempts, resends} = await restartDatabase(postgres, 10);
    assert(resends > 0);
    t.diagnostic(`${attempts} attempts, ${resends} resent`);
  });
});
