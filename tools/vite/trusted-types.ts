/** Lets the widget run under a strict Content Security Policy next to a page's own Lit. */
import type {Plugin} from 'vite';

/** The name of the widget's policy, for `trusted-types` in a page's Content Security Policy. */
export const POLICY_NAME = 'motp-verify';

/** The call that creates lit-html's policy, in any of its builds. */
const ORIGINAL =
  /(\w+)\.createPolicy\((["'])lit-html\2,\s*(\{\s*createHTML: ?(?:\w+|\(\w+\)) ?=> ?\w+,?\s*\})\)/;

/**
 * Renames Lit's Trusted Types policy. If the page's own Lit has created `lit-html`, a second policy of
 * that name throws. A second copy of the widget creates none: the element is already defined, so the
 * copy renders nothing.
 */
export function renameTrustedTypesPolicy(): Plugin {
  let isRenamed = false;
  return {
    name: 'rename-trusted-types-policy',
    transform(code, id) {
      if (!/\/lit-html\/(?:development\/)?lit-html\.js$/.test(id)) return undefined;
      const renamed = code.replace(
        ORIGINAL,
        (_call, factory: string, _quote, rules: string) =>
          `(customElements.get('motp-verify') ? undefined : ${factory}.createPolicy('${POLICY_NAME}', ${rules}))`,
      );
      isRenamed ||= renamed !== code;
      return {code: renamed, map: null};
    },
    buildEnd(error) {
      if (!error && !isRenamed)
        this.error(
          'No module creates the Trusted Types policy of lit-html. Update the pattern in tools/vite/trusted-types.ts.',
        );
    },
  };
}
