/** `npm run test:endpoint`: the endpoint's tests on every store that is found, within a minute. */
import {runNodeTests} from './node-tests.ts';
import {findPostgres, POSTGRES_INSTALL_HINT} from '../services/postgres.ts';
import {closingLine, emptyTally} from './tally.ts';

const tally = emptyTally();
await runNodeTests(tally, 'test/endpoint/*.node.test.ts');
if (findPostgres() === undefined) console.log(`– ${POSTGRES_INSTALL_HINT} Its tests are skipped.`);
console.log(`\n${closingLine(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
