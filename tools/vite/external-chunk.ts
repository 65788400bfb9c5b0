/** Links a build to a chunk of an earlier build in the same folder. */
import {readdirSync} from 'node:fs';
import {basename, join, posix, resolve} from 'node:path';
import type {Plugin} from 'vite';

/** The folder of the chunks, inside the output folder. */
export const CHUNKS = 'motp-verify';

/** The length of the hash at the end of a chunk's name: 36 bits. Each name costs bytes in the first render. */
export const HASH_LENGTH = 6;

/**
 * Finds the chunk of a source file and returns its path from the output folder.
 *
 * @param source path of the file
 * @param folder the output folder
 * @throws if an earlier build wrote no chunk of it, or several
 */
export function chunkOf(source: string, folder: string): string {
  const named = new RegExp(`^${basename(source, '.ts')}-[\\w-]{${HASH_LENGTH}}\\.js$`);
  const [chunk, ...more] = readdirSync(join(folder, CHUNKS)).filter((file) => named.test(file));
  if (!chunk || more.length > 0)
    throw new Error(
      `${folder} must contain one chunk of ${source}. Build it into an empty folder first.`,
    );
  return `${CHUNKS}/${chunk}`;
}

/**
 * Makes imports of a source file external and resolves them to the file's chunk.
 *
 * @param source path of the file in the repository
 * @param importerFolder folder in the output of the file that imports the chunk
 */
export function externalChunk(source: string, importerFolder = ''): Plugin {
  const path = resolve(source);
  let folder = '';
  return {
    name: 'external-chunk',
    enforce: 'pre',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    resolveId(id, importer) {
      if (!importer || resolve(importer, '..', id) !== path) return undefined;
      const chunk = posix.relative(importerFolder, chunkOf(path, folder));
      return {id: `./${chunk}`, external: 'relative'};
    },
  };
}
