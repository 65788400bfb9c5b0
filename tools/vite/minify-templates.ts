/** Makes what ships small, and safe to serve from an old page. */
import {minifyHTMLLiterals} from 'minify-literals';
import type {Plugin} from 'vite';

/** Takes the white space and the comments out of Lit's `html` and `css` templates. */
export function compactTemplates(): Plugin {
  return {
    name: 'compact-templates',
    // Before anything else has changed the source.
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(?:html|css|svg)`/.test(code)) return undefined;
      const compact = await minifyHTMLLiterals(code, {
        fileName: id,
        // In a drawing the slash counts: without it, each shape would be inside the one before.
        html: {keepClosingSlash: true},
      });
      return compact && {code: compact.code, map: compact.map ?? null};
    },
  };
}

/**
 * Writes what is not ASCII as `\uXXXX`: a classic script is read in the page's charset, EUC-KR for
 * one, whatever it was written in.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = escaped(file.code);
      }
    },
  };
}

/** Right in strings, templates, regular expressions and names alike, since all know `\uXXXX`. */
function escaped(code: string): string {
  return code.replaceAll(
    // UTF-16's own units, so that a character beyond the first plane becomes a pair.
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
