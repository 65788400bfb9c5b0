/** Lets the widget run under a strict Content Security Policy, beside a page's own Lit. */
import type {Plugin} from 'vite';

/** Under which name the widget's copy of Lit makes markup, for `trusted-types` in a page's policy. */
export const POLICY_NAME = 'motp-verify';

/** How lit-html makes its policy, in whichever of its builds. */
const ORIGINAL =
  /(\w+)\.createPolicy\((["'])lit-html\2,\s*(\{\s*createHTML: ?(?:\w+|\(\w+\)) ?=> ?\w+,?\s*\})\)/;

/**
 * Renames Lit's Trusted Types policy: `lit-html` may be taken by the page's own Lit, and then a
 * second one of that name throws at load. A second copy of the widget makes none at all, since it
 * draws nothing: the element is defined already.
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
      if (!error && !isRenamed) this.error('Lit’s Trusted Types policy was not found.');
    },
  };
}
