/** Makes what ships small, and safe to serve from an old page. */
import {minifyHTMLLiterals} from 'minify-literals';
import type {Plugin} from 'vite';

/** Takes the white space and the comments out of Lit's `html` and `css` templates. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
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
