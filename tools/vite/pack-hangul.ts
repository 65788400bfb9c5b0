/** Writes the Korean messages of the classic script in fewer bytes. */
import {resolve} from 'node:path';
import type {Plugin} from 'vite';

/** The catalogs of Korean, each with one exported object. */
const CATALOG = /\/src\/locales\/(?:guide\/ko|ko\/\w+)\.ts$/;

/** Unpacks a catalog when the script runs. */
const UNPACK = resolve('src/locales/unpack-hangul.ts');

/** The first of the 11,172 syllables (Unicode: Hangul Syllables). */
const FIRST_SYLLABLE = 0xac00;

const SYLLABLES = /[\uac00-\ud7a3]+/g;

/**
 * Packs each syllable into three characters of ASCII, where `\uXXXX` takes six. Tomcat sends scripts
 * without compression by default.
 *
 * @throws if a catalog already contains the mark of packed syllables
 */
export function packHangul(): Plugin {
  return {
    name: 'pack-hangul',
    enforce: 'pre',
    transform(code, id) {
      if (!CATALOG.test(id)) return undefined;
      if (code.includes('^')) this.error(`${id} must not contain “^”.`);
      const packed = code
        .replace(/^export const (\w+) = \{$/m, 'export const $1 = unpackHangul({')
        .replace(/^\} as const;$/m, '});')
        .replaceAll(SYLLABLES, (run) => `^${Array.from(run, pack).join('')}^`);
      return {code: `import {unpackHangul} from '${UNPACK}';\n${packed}`, map: null};
    },
  };
}

function pack(syllable: string): string {
  return (syllable.charCodeAt(0) - FIRST_SYLLABLE).toString(36).padStart(3, '0');
}
