/** Runs the model-based tests with a hundred thousand histories. */
import {env} from 'node:process';

env['HISTORIES'] = '100000';
await import('./model.node.test.ts');
