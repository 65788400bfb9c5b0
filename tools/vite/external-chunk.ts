/** Leaves a module out of a build, since it was built before and stands in the same folder. */
import {readdirSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import type {Plugin} from 'vite';

/** Where chunks stand, below the folder of the build. */
const CHUNKS = 'motp-verify';

/**
 * Has imports of a source file lead to the one chunk of its name.
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
      if (!chunk || more.length > 0) this.error(`Build ${name} anew, into an empty folder, first.`);
      return {id: `./${CHUNKS}/${chunk}`, external: 'relative'};
    },
  };
}
