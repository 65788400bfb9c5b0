/** Runs the fuzz tests of the element with ten thousand responses. */
import {env} from 'node:process';

env['RESPONSES'] = '10000';
await import('./element.e2e.ts');
