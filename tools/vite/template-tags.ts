/** Leaves the renderer of Lit out of a chunk that only needs the template tags. */
import type {Plugin} from 'vite';

/** The statements of lit-html that run on import: they keep its renderer in the chunk. */
const SIDE_EFFECTS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // The hook for polyfills and the list of versions; the page's first copy of Lit has run both.
  [/\w+\?\.\(\w+,\s*\w+\),\s*\(\w+\.litHtmlVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\);/, ''],
  // The Trusted Types policy and the tree walker of the renderer.
  [/(\w+\.createPolicy\()/, '/* @__PURE__ */ $1'],
  [/(\w+\.createTreeWalker\()/, '/* @__PURE__ */ $1'],
];

/** Removes the side effects of lit-html, so that a build drops what is not imported. */
export function templateTagsOnly(): Plugin {
  let isChanged = false;
  return {
    name: 'template-tags-only',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
      let changed = code;
      for (const [pattern, replacement] of SIDE_EFFECTS) {
        if (!pattern.test(changed)) this.error(`lit-html no longer contains ${String(pattern)}.`);
        changed = changed.replace(pattern, replacement);
      }
      isChanged = true;
      return {code: changed, map: null};
    },
    buildEnd(error) {
      if (!error && !isChanged) this.error('The build does not import lit-html.');
    },
  };
}
