/** The TypeScript compiler of a site that has installed the package. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before} from 'node:test';
import {writeTypes} from '../../tools/build/types.ts';

/** Compiles files as one program. Returns what the compiler prints: nothing if all is right. */
export type SiteCompiler = (sources: Readonly<Record<string, string>>) => string;

/** In the repository, so that the site finds the packages that are installed here. */
const CACHE = resolve('node_modules/.cache/motp-verify');

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

/** Returns a compiler for the tests of one suite. The types are those that the package would publish. */
export function useSiteCompiler(): SiteCompiler {
  let folder: string;
  before(() => {
    mkdirSync(CACHE, {recursive: true});
    folder = mkdtempSync(join(CACHE, 'site-'));
    writeTypes(join(folder, 'types'));
  });
  after(() => rmSync(folder, {recursive: true, force: true}));
  return (sources) => compile(folder, sources);
}

function compile(folder: string, sources: Readonly<Record<string, string>>): string {
  const site = mkdtempSync(join(folder, 'program-'));
  for (const [file, code] of Object.entries(sources)) writeFileSync(join(site, file), code);
  const project = {compilerOptions: OPTIONS, files: Object.keys(sources)};
  writeFileSync(join(site, 'tsconfig.json'), JSON.stringify(project));
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const {stdout, stderr} = spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], {
    cwd: site,
    encoding: 'utf8',
  });
  return stdout + stderr;
}
