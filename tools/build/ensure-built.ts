/** Builds the package and the demo where nobody has done so yet: a run of all tests builds them once. */
import {build} from 'vite';
import {buildPackage} from './build.ts';

/** The environment variable that says that `dist` and the built demo are up to date. */
export const IS_BUILT = 'MOTP_IS_BUILT';

/** Builds the package in `dist`, unless it is built. */
export async function ensurePackage(): Promise<void> {
  if (process.env[IS_BUILT] === undefined) await buildPackage();
}

/** Builds the demo, unless it is built. */
export async function ensureDemo(): Promise<void> {
  if (process.env[IS_BUILT] === undefined) await build({logLevel: 'warn'});
}
