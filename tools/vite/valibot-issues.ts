/** Leaves the texts of Valibot's issues out of the scripts: the widget asks only whether a value is valid. */
import type {Plugin} from 'vite';

/** The functions of Valibot that write texts, and what replaces their bodies. */
const BODIES: Readonly<Record<string, string>> = {
  // An issue is there, with nothing in it; a failed schema makes the value untyped, as before.
  _addIssue: `
	if (context.kind === "schema") dataset.typed = false;
	if (dataset.issues) dataset.issues.push({});
	else dataset.issues = [{}];`,
  _stringify: 'return "";',
  _joinExpects: 'return "";',
};

/** The fields of schemas that only those functions read, each on a line of its own. */
const FIELDS = /^\t+(?:reference: \w+|async: false|message: [\w$]+|expects: .+),\n/gm;

/** The code of schemas that tells each issue where its value is. What follows keeps the issues themselves. */
const PATHS =
  /^\t+const pathItem = \{\n[^}]+\};\n\t+for \(const issue of \w+\.issues\) \{\n(?:\t+.*\n){3}\t+\}\n/gm;

/** What a schema tells of a missing key. */
const DETAILS = /(?<=_addIssue\(this, "key", dataset, config\$1), \{\n[^;]+\}(?=\);)/g;

/**
 * Empties the functions that describe an issue, and removes what only they read. Saves some 4,000 bytes,
 * 600 of them after compression.
 */
export function withoutIssueTexts(): Plugin {
  let isChanged = false;
  return {
    name: 'valibot-issues',
    transform(code, id) {
      if (!/\/valibot\/dist\/index\.m?js$/.test(id)) return undefined;
      let changed = code;
      for (const [name, body] of Object.entries(BODIES)) {
        const whole = new RegExp(String.raw`^(function ${name}\([^)]*\)) \{\n[\s\S]*?^\}$`, 'm');
        if (!whole.test(changed)) this.error(`Valibot no longer has a function ${name}.`);
        changed = changed.replace(whole, (_all, head: string) => `${head} {${body}}`);
      }
      for (const unread of [FIELDS, PATHS, DETAILS]) {
        if (!unread.test(changed)) this.error(`Valibot has nothing any more like ${unread}.`);
        changed = changed.replaceAll(unread, '');
      }
      isChanged = true;
      return {code: changed, map: null};
    },
    buildEnd(error) {
      if (!error && !isChanged) this.error('The build does not import Valibot.');
    },
  };
}
