/** All ten thousand of them. */
import {env} from 'node:process';

env['ANSWERS'] = '10000';
await import('./element.e2e.ts');
