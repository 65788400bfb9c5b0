/** `npm run test:endpoint`: runs the endpoint's tests on every installed store. */
import {runNodeTests} from './node-tests.ts';
import {findPostgres, POSTGRES_INSTALL_HINT} from '../services/postgres.ts';
import {formatTally, createTally} from './tally.ts';

const tally = createTally();
await runNodeTests(tally, 'test/endpoint/*.node.test.ts');
if (findPostgres() === undefined) console.log(`– ${POSTGRES_INSTALL_HINT} Its tests are skipped.`);
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
