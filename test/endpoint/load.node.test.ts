/** The load of `npm run test:stress -- load`, at one hundredth of its size. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {EndpointService} from './harness/processes.ts';
import {postgres} from './harness/stores.ts';
import {copyUnderManyKeys, copyUnderOneKey, guessInParallel} from './scenarios.ts';

for (const kind of ['SQLite', 'PostgreSQL'] as const) {
  const skip = kind === 'PostgreSQL' && !postgres ? POSTGRES_INSTALL_HINT : false;
  describe(`two processes on one ${kind} database`, {skip}, () => {
    const size = {kind, processes: 2, attempts: 200, connections: 20};
    let service: EndpointService;

    before(async () => {
      service = await EndpointService.create(kind, size.processes);
    });

    after(() => service.close());

    it('evaluate exactly 5 of 200 parallel wrong codes', async () => {
      assert.equal(await guessInParallel(service, size, 1), 5);
    });
    it('verify exactly 1 of 200 parallel copies of a right code', async () => {
      assert.equal(await copyUnderManyKeys(service, size), 1);
    });
    it('give the same response to 200 parallel copies with one key', async () => {
      assert.equal(await copyUnderOneKey(service, size), 1);
    });
  });
}
