/** Imports the parts that the classic script leaves out, from the folder next to it. */

/**
 * The running classic script. It is read with the getter of the prototype: an image named
 * `currentScript` would hide the document's own. MooTools replaces the global `Document`.
 */
const script: unknown = Reflect.get(Object.getPrototypeOf(document), 'currentScript', document);

/** The folder of the script, or `undefined` for an inline script: its address is not known. */
const folder = script instanceof HTMLScriptElement ? /^[^?#]*\//.exec(script.src)?.[0] : undefined;

let isTold = false;

/**
 * Imports a module by its path from the script's folder. A failure writes one line to the console for
 * the whole page, and rejects.
 */
export async function importBesideScript(path: string): Promise<unknown> {
  try {
    if (folder === undefined) throw new TypeError('The script has no address of its own.');
    return await import(/* @vite-ignore */ folder + path);
  } catch (error) {
    if (!isTold) {
      console.error(
        '<motp-verify> shows Korean and no pictures, because a part did not load. Load motp-verify.classic.js from a URL, with the folder motp-verify/ of the build next to it.',
        error,
      );
    }
    isTold = true;
    throw error;
  }
}
