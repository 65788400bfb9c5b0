/** The blocks of code in the documents. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** A block of code in a document. */
export interface Snippet {
  readonly path: string;
  /** The heading that it stands under. */
  readonly heading: string;
  /** The line of its first line of code. */
  readonly line: number;
  readonly language: string;
  /** What follows the language. */
  readonly marker: string;
  readonly code: string;
}

/** Returns the blocks of code in a document. */
export function snippetsIn(path: string): readonly Snippet[] {
  const text = readFileSync(path, 'utf8');
  const blocks = text.matchAll(/^[ ]*```([\w-]*)[ ]*([^\n]*)\n([\s\S]*?)^[ ]*```$/gm);
  return Array.from(blocks, ({index, 1: language = '', 2: marker = '', 3: code = ''}) => ({
    path,
    heading: /^#+ (.*)$/m.exec(text.slice(text.lastIndexOf('\n#', index) + 1))?.[1] ?? '',
    line: text.slice(0, index).split('\n').length + 1,
    language,
    marker,
    code,
  }));
}

/** Writes the snippets under a heading that name their file in their first line. */
export function writeSnippets(path: string, heading: string, folder: string): void {
  for (const snippet of snippetsIn(path)) {
    const [, file] = /^(?:---\n)?(?:\/\/|<!--) (\S+\.\w+)/.exec(snippet.code) ?? [];
    if (snippet.heading !== heading || file === undefined) continue;
    const target = join(folder, file);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, snippet.code);
  }
}
