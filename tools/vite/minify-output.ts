/** Minifies what script tags load with Oxc and Terser. */
import {minify as minifyWithTerser, type MinifyOptions} from 'terser';
import {minify as minifyWithOxc, type Plugin} from 'vite';

const TERSER_OPTIONS: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  // No code of ours or of Lit reads how many parameters a function has.
  compress: {passes: 3, unsafe_arrows: true, keep_fargs: false},
};

/** How often both minifiers run. Each leaves something that the other removes; a third time finds nothing. */
const ROUNDS = 2;

/** Saves some 4 % of a chunk's bytes over the bundler's minifier alone. */
export function minifyOutput(): Plugin {
  return {
    name: 'minify-output',
    // Before the hash of the content becomes part of the file name.
    async renderChunk(source, {fileName}, {format}) {
      const isModule = format === 'es';
      let code = source;
      for (let round = 0; round < ROUNDS; round++) {
        const compressed = await minifyWithOxc(fileName, code, {module: isModule, compress: true});
        code = await terser(compressed.code, isModule);
      }
      return {code, map: null};
    },
  };
}

async function terser(source: string, isModule: boolean): Promise<string> {
  const {code} = await minifyWithTerser(source, {...TERSER_OPTIONS, module: isModule});
  return code ?? source;
}
