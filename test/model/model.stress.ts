/** All hundred thousand of them. */
import {env} from 'node:process';

env['HISTORIES'] = '100000';
await import('./histories.node.ts');
