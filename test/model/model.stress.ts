/** All hundred thousand of them. */
import {env} from 'node:process';

env['HISTORIES'] = '100000';
await import('./model.node.test.ts');
