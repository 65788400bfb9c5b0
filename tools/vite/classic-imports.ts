/** Links the lazy modules of the classic script: most statically, some from chunks of earlier builds. */
import {resolve} from 'node:path';
import type {Plugin} from 'vite';
import {chunkOf} from './external-chunk.ts';

/** A dynamic import of a module of our own. */
const DYNAMIC_IMPORT = /\bimport\((["'])(\.[^"']+)\1\)/g;

/** Imports a chunk by its path from the script's folder. */
const IMPORTER = resolve('src/element/import-beside-script.ts');

/**
 * Replaces `import('./x.ts')` by a promise of a static import, so that the script works without a
 * second request. The bundler would otherwise wrap each module in a function, which costs about 1,400
 * bytes after compression.
 *
 * @param onDemand paths in the repository of modules that stay out of the script. They are imported
 *   from their chunk, in the folder next to the script.
 */
export function classicImports(onDemand: readonly string[]): Plugin {
  const left = new Set(onDemand.map((path) => resolve(path)));
  let folder = '';
  return {
    name: 'classic-imports',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    transform(code, id) {
      if (!id.includes('/src/') || id.includes('/node_modules/')) return;
      const imports = new Set<string>();
      const linked = code.replaceAll(DYNAMIC_IMPORT, (_match, _quote, path: string) => {
        const source = resolve(id, '..', path);
        if (left.delete(source)) {
          imports.add(`import {importBesideScript} from '${IMPORTER}';\n`);
          return `importBesideScript('${chunkOf(source, folder)}')`;
        }
        const name = `lazyModule${imports.size}`;
        imports.add(`import * as ${name} from '${path}';\n`);
        return `Promise.resolve(${name})`;
      });
      return imports.size > 0 ? {code: [...imports].join('') + linked, map: null} : undefined;
    },
    buildEnd(error) {
      if (!error && left.size > 0)
        this.error(`The classic script does not import ${[...left].join(', ')}.`);
    },
  };
}
