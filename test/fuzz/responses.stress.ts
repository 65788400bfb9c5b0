/** Runs the fuzz tests with a million responses. */
import {env} from 'node:process';

env['RESPONSES'] = '1000000';
await import('./responses.node.test.ts');
