/** Keeps Lit and the widget apart from the global objects of a page. */
import type {Plugin} from 'vite';

/** The built-ins that old pages replace by their own, as by a `Map` in the style of Java. */
const BUILT_INS = ['Map', 'Set', 'WeakMap', 'URL'] as const;

const NAMES = BUILT_INS.join(', ');

/**
 * Code for the beginning of a script. If the page has replaced a built-in, it takes them all from an
 * empty frame. A sandboxed page cannot look into a frame; there, the page's own must do.
 */
export const OWN_BUILT_INS = `const {${NAMES}} = ((page) => {
  if (/(native code[^]*){${BUILT_INS.length}}/.test(${BUILT_INS.map((name) => `page.${name}`).join(' + ')})) return page;
  const frame = document.documentElement.appendChild(document.createElement('iframe'));
  try {
    const {${NAMES}} = frame.contentWindow;
    return {${NAMES}};
  } catch {
    return page;
  } finally {
    frame.remove();
  }
})(globalThis);`;

/** An expression that needs one of them. */
const USE = new RegExp(
  `\\b(?:new|instanceof|extends)\\s+(?:${BUILT_INS.join('|')})\\b|\\b(?:${BUILT_INS.join('|')})\\.`,
);

/** Puts {@link OWN_BUILT_INS} into each chunk that needs them: modules do not share their scope. */
export function ownBuiltIns(): Plugin {
  return {
    name: 'own-built-ins',
    renderChunk: (code) => (USE.test(code) ? {code: `${OWN_BUILT_INS}\n${code}`, map: null} : null),
  };
}

/** What each module of Lit does to global objects when it is imported, or reads from them. */
const EFFECTS: readonly (readonly [module: string, pattern: RegExp])[] = [
  // Metadata of decorators, which the widget does not use. Under SES, `Symbol` is frozen.
  [
    'reactive-element',
    /Symbol\.metadata\s*\?\?=\s*Symbol\("metadata"\),\s*\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap;/,
  ],
  [
    'reactive-element',
    /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=new Map)/,
  ],
  // The list of versions, and the hooks of polyfills.
  [
    'reactive-element',
    /,\w+\?\.\(\{ReactiveElement:\w+\}\),\s*\(\w+\.reactiveElementVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\);/,
  ],
  ['lit-element', /,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);/],
  ['lit-element', /const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/],
  ['lit-element', /\(\w+\.litElementVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\);/],
  [
    'lit-html',
    /(?<=litHtmlPolyfillSupport;)\w+\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\);/,
  ],
];

/** Removes these effects. The page's own Lit, if it has one, sees nothing of the widget's. */
export function withoutLitGlobals(): Plugin {
  const found = new Set<RegExp>();
  return {
    name: 'without-lit-globals',
    transform(code, id) {
      const effects = EFFECTS.filter(([module]) => id.endsWith(`/${module}.js`));
      if (effects.length === 0) return undefined;
      let changed = code;
      for (const [, pattern] of effects) {
        if (pattern.test(changed)) found.add(pattern);
        changed = changed.replace(pattern, ';');
      }
      return {code: changed, map: null};
    },
    buildEnd(error) {
      const missing = EFFECTS.find(([, pattern]) => !found.has(pattern));
      if (!error && missing) {
        this.error(
          `${missing[0]} no longer contains ${String(missing[1])}. Update tools/vite/page-globals.ts.`,
        );
      }
    },
  };
}
