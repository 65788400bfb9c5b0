/** Serves the browser tests to Web Test Runner from one bundle, so that a page needs few requests. */
import {readFileSync} from 'node:fs';
import type {TestRunnerPlugin} from '@web/test-runner-core';
import {rolldown, type Plugin} from 'rolldown';
import {listFiles} from './test-files.ts';

/** The folder of shared chunks in URLs. */
const CHUNKS = 'test-chunks';

/**
 * Creates the plugin. It bundles all tests of some patterns at the first request, each file as an entry
 * and what several share as chunks. Source maps lead errors to the lines of the source.
 */
export function bundledTests(patterns: readonly string[]): TestRunnerPlugin {
  let files: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    name: 'bundled-tests',
    async serve({path}) {
      if (!path.startsWith('/test')) return undefined;
      files ??= bundle(listFiles(patterns));
      const body = (await files).get(path.slice(1));
      return body === undefined ? undefined : {body, type: path.endsWith('.map') ? 'json' : 'js'};
    },
  };
}

/** Bundles tests. @returns the text of each file by its path */
async function bundle(tests: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const build = await rolldown({
    input: Object.fromEntries(tests.map((path) => [path, path])),
    platform: 'browser',
    tsconfig: 'tsconfig.json',
    // The test runner serves its own modules.
    external: /^\/__web/,
    resolve: {conditionNames: ['browser', 'development', 'import', 'default']},
    preserveEntrySignatures: false,
    // Modules that are imported for their effect stay, whatever package.json says of sites' bundlers.
    treeshake: false,
    plugins: [secondCopies],
  });
  const {output} = await build.generate({
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name]',
    chunkFileNames: `${CHUNKS}/[name]-[hash].js`,
  });
  await build.close();
  return new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  );
}

/** Loads a module a second time under a URL with a query, as a browser does. */
const secondCopies: Plugin = {
  name: 'second-copies',
  async resolveId(source, importer) {
    const [path = '', query] = source.split('?');
    const module = query === undefined ? null : await this.resolve(path, importer);
    return module && `${module.id}?${query}`;
  },
  load(id) {
    const [path = '', query] = id.split('?');
    if (query === undefined) return null;
    return {code: readFileSync(path, 'utf8'), moduleType: 'ts'};
  },
};
