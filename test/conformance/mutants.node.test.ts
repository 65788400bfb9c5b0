/** The conformance kit against a small correct endpoint, and against each way to be wrong. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {failuresOf, runAgainst} from './run-small.ts';
import {SmallEndpoint} from './small-endpoint.ts';
import {ENDPOINT_MUTANTS} from './mutants/index.ts';

describe('the conformance kit', () => {
  it('passes a correct endpoint, and asks every case but those of tickets', async () => {
    const report = await runAgainst(SmallEndpoint);
    assert.deepEqual(failuresOf(report), {});
    const notAsked = report.results.filter(({status}) => status === 'not-asked');
    assert.deepEqual(
      notAsked.map(({name}) => name),
      ['a forged ticket is refused'],
    );
  });

  describe('catches an endpoint that', {concurrency: 8}, () => {
    for (const {fault, caughtBy, Endpoint} of ENDPOINT_MUTANTS) {
      it(fault, async () => {
        const failures = failuresOf(await runAgainst(Endpoint));
        assert(failures[caughtBy], `${caughtBy}\nbut failed: ${JSON.stringify(failures, null, 2)}`);
      });
    }
  });
});
