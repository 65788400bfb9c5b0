/**
 * The snippets of the documents: each one in TypeScript or JavaScript compiles in strict mode against
 * the package's types, and so does each script of an HTML snippet. A snippet that does not compile
 * alone says so after its language: `ts fragment`.
 */
import assert from 'node:assert/strict';
import {globSync} from 'node:fs';
import {describe, it} from 'node:test';
import {useSiteCompiler} from '../harness/site-compiler.ts';
import {snippetsIn, type Snippet} from '../harness/snippets.ts';

const DOCUMENTS = [
  'README.md',
  'README.ko.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'endpoint/README.md',
  ...globSync('docs/**/*.md').toSorted(),
];

/** The languages that are compiled. */
const COMPILED: readonly string[] = ['ts', 'tsx', 'js', 'html'];

/** The languages that are not. Other tests run what they show. */
const OTHERS: readonly string[] = [
  'jsp',
  'jsx',
  'xml',
  'vue',
  'svelte',
  'astro',
  'css',
  'http',
  'json',
  'java',
  'php',
  'nginx',
  'apache',
  'sh',
  'text',
  'mermaid',
  '',
];

describe('the snippets of the documents', () => {
  const snippets = DOCUMENTS.flatMap((path) => snippetsIn(path));

  const compile = useSiteCompiler();

  it('name a known language, and nothing but `fragment` after it', () => {
    const unknown = snippets.filter(
      ({language, marker}) =>
        ![...COMPILED, ...OTHERS].includes(language) || !['', 'fragment'].includes(marker),
    );
    assert.deepEqual(unknown, []);
    assert(snippets.some(({path, language}) => path === 'README.md' && language === 'js'));
  });

  it('compile in strict mode', () => {
    const sources = snippets
      .filter(({language, marker}) => COMPILED.includes(language) && marker === '')
      .flatMap((snippet) => sourcesOf(snippet));
    assert(sources.length > 10, `${sources.length} snippets`);
    assert.equal(compile(Object.fromEntries(sources)), '');
  });

  it('know the events on the element, the document and the window', () => {
    const source = `
      import type {MotpVerify} from 'motp-verify';
      export function listen(widget: MotpVerify): void {
        widget.addEventListener('motp-verified', ({receipt}) => receipt.verificationId.length);
        document.addEventListener('motp-verified', ({receipt}) => receipt.verificationId.length);
        document.body.addEventListener('motp-rejected', ({outcome, failures}) => [outcome, failures]);
        window.addEventListener('motp-fallback', (event) => [event.method, event.preventDefault()]);
        addEventListener('motp-state-change', ({state, previous}) => state === previous);
      }`;
    assert.equal(compile({'events.ts': source}), '');
  });

  it('fail the test for a misspelled field', () => {
    const source = `
      import 'motp-verify';
      document.addEventListener('motp-verified', ({reciept}) => console.log(reciept));`;
    assert.match(compile({'mistake.ts': source}), /^mistake\.ts\(3,\d+\): .*'reciept'/);
  });
});

/** The files to compile: the snippet, or each script of an HTML snippet. Their names say where they are. */
function sourcesOf(snippet: Snippet): readonly (readonly [file: string, code: string])[] {
  const {path, line, language, code} = snippet;
  const at = (lines: number): string => `${path.replaceAll('/', '-')}-line-${line + lines}`;
  if (language !== 'html') return [[`${at(0)}.${language}`, code]];
  const scripts = code.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g);
  return Array.from(scripts, ({index, 1: script = ''}) => [
    `${at(code.slice(0, index).split('\n').length - 1)}.js`,
    script,
  ]);
}
