/** The blocks of code in the documents. */
import {readFileSync} from 'node:fs';

/** A block of code in a document. */
export interface Snippet {
  readonly path: string;
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
    line: text.slice(0, index).split('\n').length + 1,
    language,
    marker,
    code,
  }));
}
