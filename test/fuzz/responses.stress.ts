/** All million of them. */
import {env} from 'node:process';

env['ANSWERS'] = '1000000';
await import('./answers.node.test.ts');
