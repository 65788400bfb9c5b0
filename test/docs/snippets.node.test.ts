/**
 * The snippets of the documents: each one in TypeScript or JavaScript compiles in strict mode against
 * the package's types, and so does each script of an HTML snippet. A snippet that does not compile
 * alone says so after its language: `ts fragment`.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {writeTypes} from '../../tools/build/types.ts';

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
  'vue',
  'svelte',
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

/** A block of code in a document. */
interface Snippet {
  readonly path: string;
  /** The line of its first line of code. */
  readonly line: number;
  readonly language: string;
  /** What follows the language. */
  readonly marker: string;
  readonly code: string;
}

/** In the repository, so that the snippets find the packages that it has installed. */
const FOLDER = resolve('node_modules/.cache/motp-verify/snippets');

/** The options of a site that is as strict as possible. */
const OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  // Each snippet is a module of its own, also without imports.
  moduleDetection: 'force',
  jsx: 'react-jsx',
  experimentalDecorators: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [resolve('node_modules/@types')],
  paths: packageTypes(),
};

describe('the snippets of the documents', () => {
  const snippets = DOCUMENTS.flatMap((path) => snippetsIn(path));

  before(() => {
    rmSync(FOLDER, {recursive: true, force: true});
    writeTypes(join(FOLDER, 'types'));
  });
  after(() => rmSync(FOLDER, {recursive: true, force: true}));

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
    assert.equal(compile('documents', Object.fromEntries(sources)), '');
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
    assert.equal(compile('events', {'events.ts': source}), '');
  });

  it('fail the test for a misspelled field', () => {
    const source = `
      import 'motp-verify';
      document.addEventListener('motp-verified', ({reciept}) => console.log(reciept));`;
    assert.match(compile('mistake', {'mistake.ts': source}), /^mistake\.ts\(3,\d+\): .*'reciept'/);
  });
});

/** Where the compiler finds the types of each entry in `exports`. */
function packageTypes(): Readonly<Record<string, readonly string[]>> {
  const {exports} = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly exports: Readonly<Record<string, string | {readonly types: string}>>;
  };
  return Object.fromEntries(
    Object.entries(exports).flatMap(([entry, files]) =>
      typeof files === 'string'
        ? []
        : [[join('motp-verify', entry), [files.types.replace('./dist/modules/', '../types/')]]],
    ),
  );
}

/** The blocks of code in a document. */
function snippetsIn(path: string): readonly Snippet[] {
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

/** Compiles sources as one program. @returns what the compiler prints; nothing if all is right */
function compile(name: string, sources: Readonly<Record<string, string>>): string {
  const folder = join(FOLDER, name);
  mkdirSync(folder, {recursive: true});
  for (const [file, code] of Object.entries(sources)) writeFileSync(join(folder, file), code);
  const project = {compilerOptions: OPTIONS, files: Object.keys(sources)};
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const {stdout, stderr} = spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}
