/** What a bundler writes around our modules must not stumble over what a page has done to its objects. */
import type {Plugin} from 'vite';

/** Rolldown's helper that makes an object of a module's exports, as it stands minified. */
const WALK = /for\(var ([\w$]+) in ([\w$]+)\)(?=[\w$]+\([\w$]+,\1,\{get:\2\[\1\])/g;

/**
 * Makes that helper look at the exports alone. As it is, it also takes what a page has added to every
 * object for one of them; a text there is no getter, and the whole script ends with that.
 */
export function ownKeysExports(): Plugin {
  return {
    name: 'own-keys-exports',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(WALK, 'for(var $1 of Object.keys($2))');
      }
    },
  };
}
