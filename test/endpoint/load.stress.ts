/** Load on one account at full size: 1 and 4 processes, both databases, 10 seeds. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {EndpointService} from './harness/processes.ts';
import {postgres} from './harness/stores.ts';
import {copyUnderManyKeys, copyUnderOneKey, guessInParallel} from './scenarios.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

for (const kind of ['SQLite', 'PostgreSQL'] as const) {
  const skip = kind === 'PostgreSQL' && !postgres ? POSTGRES_INSTALL_HINT : false;
  for (const processes of [1, 4]) {
    describe(`${processes} processes on one ${kind} database`, {skip}, () => {
      const guesses = {kind, processes, attempts: 10_000, connections: 100};
      const copies = {...guesses, attempts: 2000};
      let service: EndpointService;

      before(async () => {
        service = await EndpointService.create(kind, processes);
      });

      after(() => service.close());

      for (const seed of SEEDS) {
        it(`evaluate exactly 5 of 10,000 parallel wrong codes (seed ${seed})`, async () => {
          assert.equal(await guessInParallel(service, guesses, seed), 5);
        });
      }
      it('verify exactly 1 of 2,000 parallel copies of a right code', async () => {
        assert.equal(await copyUnderManyKeys(service, copies), 1);
      });
      it('evaluate 2,000 parallel copies with one key once, with equal responses', async () => {
        assert.equal(await copyUnderOneKey(service, copies), 1);
      });
    });
  }
}
