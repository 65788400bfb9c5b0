/** Protects the bundler's export helper from properties that a page added to `Object.prototype`. */
import type {Plugin} from 'vite';

/** The loop in Rolldown's minified helper that defines the exports of a module. */
const FOR_IN_LOOP = /for\(var ([\w$]+) in ([\w$]+)\)(?=[\w$]+\([\w$]+,\1,\{get:\2\[\1\])/g;

/**
 * Makes the helper iterate over own keys. Its `for…in` also visits inherited properties: a string
 * there is no getter, and the script would end with a TypeError.
 */
export function ownKeysExports(): Plugin {
  return {
    name: 'own-keys-exports',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(FOR_IN_LOOP, 'for(var $1 of Object.keys($2))');
      }
    },
  };
}
