/** Links a build to a chunk of an earlier build in the same folder. */
import {readdirSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import type {Plugin} from 'vite';

/** The folder of the chunks, inside the output folder. */
const CHUNKS = 'motp-verify';

/**
 * Makes imports of a source file external and resolves them to the file's chunk.
 *
 * @param source path of the file in the repository
 */
export function externalChunk(source: string): Plugin {
  const path = resolve(source);
  const name = basename(source, '.ts');
  let folder = '';
  return {
    name: 'external-chunk',
    enforce: 'pre',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir, CHUNKS);
    },
    resolveId(id, importer) {
      if (!importer || resolve(importer, '..', id) !== path) return undefined;
      const [chunk, ...more] = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
      if (!chunk || more.length > 0)
        this.error(
          `${folder} must contain one ${name} chunk. Build it into an empty folder first.`,
        );
      return {id: `./${CHUNKS}/${chunk}`, external: 'relative'};
    },
  };
}
