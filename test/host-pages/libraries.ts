/** The libraries of the tests on pages of others, by the path under which a page loads them. */
import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'vite';

const SENTRY = join(tmpdir(), `motp-verify-sentry-${process.pid}.js`);

/** The files. MooTools is Debian's libjs-mootools, since npm has only its server's part. */
export const LIBRARIES: Readonly<Record<string, string>> = {
  '/cleave.js': 'node_modules/cleave.js/dist/cleave.js',
  '/fastclick.js': 'node_modules/fastclick/lib/fastclick.js',
  '/htmx-1.js': 'node_modules/htmx-1/dist/htmx.js',
  '/htmx-2.js': 'node_modules/htmx-2/dist/htmx.js',
  '/htmx-4.js': 'node_modules/htmx.org/dist/htmx.js',
  '/idiomorph.js': 'node_modules/idiomorph/dist/idiomorph.js',
  '/imask.js': 'node_modules/imask/dist/imask.js',
  '/jquery-mask.js': 'node_modules/jquery-mask-plugin/dist/jquery.mask.js',
  '/lockdown.js': 'node_modules/ses/dist/lockdown.umd.js',
  '/mootools.js': '/usr/share/javascript/mootools/mootools-core.min.js',
  '/sentry.js': SENTRY,
  '/skywalking.js': 'node_modules/skywalking-client-js/lib/index.js',
  '/turbo.js': 'node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js',
};

/** Bundles Sentry into a classic script with a global, as its CDN serves it. */
export async function bundleSentry(): Promise<void> {
  const lib = {
    entry: 'node_modules/@sentry/browser/build/npm/esm/prod/index.js',
    formats: ['iife' as const],
    name: 'Sentry',
  };
  const results = [
    await build({configFile: false, logLevel: 'error', build: {lib, write: false, minify: false}}),
  ];
  const [chunk] = results.flat().flatMap((result) => ('output' in result ? result.output : []));
  if (chunk?.type !== 'chunk') throw new Error('Vite has built no script of Sentry.');
  await writeFile(SENTRY, chunk.code);
}
