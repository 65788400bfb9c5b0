/** Minifies Lit's templates. */
import {minifyHTMLLiterals} from 'minify-literals';
import type {Plugin} from 'vite';

/** Removes white space and comments from Lit's `html`, `svg` and `css` templates. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    // Before other plugins change the source.
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/(?:html|css|svg)`/i.test(code)) return undefined;
      const minified = await minifyHTMLLiterals(code, {
        fileName: id,
        // SVG needs the closing slash: without it, each shape would contain the next.
        html: {keepClosingSlash: true},
      });
      return minified && {code: minified.code, map: minified.map ?? null};
    },
  };
}
