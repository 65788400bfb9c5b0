/** Keeps the classic script readable in every charset. */
import type {Plugin} from 'vite';

/**
 * Escapes all characters outside ASCII as `\uXXXX`. A browser decodes a classic script in the page's
 * charset, for example EUC-KR.
 */
export function asciiOutput(): Plugin {
  return {
    name: 'ascii-output',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = escapeNonAscii(file.code);
      }
    },
  };
}

/** Escapes by `\uXXXX`, which strings, templates, regular expressions and names all understand. */
function escapeNonAscii(code: string): string {
  return code.replaceAll(
    // Matches UTF-16 code units, so that a character outside the first plane becomes a pair.
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
