/** The package as `npm pack` makes it in a fresh clone, and as a site imports it. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build, type Rolldown} from 'vite';

/** The fields of package.json that name files of the package. */
interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** Fields whose values are paths, also inside objects and lists. */
const PATH_FIELDS = ['files', 'main', 'module', 'browser', 'bin', 'types', 'exports'] as const;

/** Fields in which editors look for descriptions of the elements. */
const EDITOR_FIELDS = ['customElements', 'web-types'] as const;

describe('the package, packed in a clean clone', () => {
  let folder: string;
  let site: string;
  let packed: readonly string[];
  let packageJson: PackageJson;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'motp-verify-clone-'));
    const clone = join(folder, 'clone');
    copyClone(clone);
    assert(!existsSync(join(clone, 'dist')), 'a clean clone has no build');
    execFileSync('npm', ['pack', '--pack-destination', folder], {
      cwd: clone,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    site = join(folder, 'site');
    const root = install(folder, site);
    packed = globSync('**/*', {cwd: root, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;
  });

  after(() => rmSync(folder, {recursive: true, force: true}));

  it('has every file that package.json names', () => {
    const named = [...PATH_FIELDS, ...EDITOR_FIELDS].flatMap((field) =>
      stringsIn(packageJson[field]),
    );
    assert(named.length > 5, named.join());
    const missing = named.filter((path) => !packed.some((file) => isAt(path, file)));
    assert.deepEqual(missing, []);
  });

  it('names the published manifest for editors, whose modules are in the package', () => {
    const path = String(packageJson['customElements']);
    assert.match(path, /^\.\/dist\//);
    const manifest = JSON.parse(
      readFileSync(join(site, 'node_modules/motp-verify', path), 'utf8'),
    ) as {readonly modules: readonly {readonly path: string}[]};
    assert(manifest.modules.length > 0);
    assert.deepEqual(
      manifest.modules.filter((module) => !packed.includes(module.path)),
      [],
    );
  });

  it('exports every file of dist, and modules that can be imported', () => {
    const entries = Object.keys(packageJson.exports).filter((entry) => !entry.includes('*'));
    const modules = entries.filter((entry) => !entry.endsWith('.json')).map(specifierOf);
    const files = packed.filter((file) => file.startsWith('dist/')).map((file) => `./${file}`);
    const script = `
      import {existsSync} from 'node:fs';
      import {fileURLToPath} from 'node:url';
      const [modules, files] = JSON.parse(process.argv[1]);
      const names = {};
      for (const module of modules) names[module] = Object.keys(await import(module));
      const missing = files.filter((file) => !existsSync(fileURLToPath(import.meta.resolve(file))));
      console.log(JSON.stringify({names, missing}));
    `;
    const list = JSON.stringify([
      modules,
      [...files, ...entries.filter((entry) => entry.endsWith('.json'))].map(specifierOf),
    ]);
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, list], {
      cwd: site,
      encoding: 'utf8',
    });
    const {names, missing} = JSON.parse(output) as {
      readonly names: Readonly<Record<string, readonly string[]>>;
      readonly missing: readonly string[];
    };
    assert.deepEqual(missing, []);
    assert(modules.includes('motp-verify') && modules.includes('motp-verify/react'));
    for (const module of modules) assert.notDeepEqual(names[module], [], module);
    assert(names['motp-verify']?.includes('MotpVerify'));
  });

  it('bundles a rule of motp-verify/core in less than 2 kB, without Lit or the widget', async () => {
    const {code, modules} = await bundle("export {dueCheck} from 'motp-verify/core';");
    assert(code.length < 2000, `${code.length} bytes`);
    assert.deepEqual(modules, ['motp-verify/dist/modules/core/occasion.js']);
  });

  it('bundles all of motp-verify/core without Lit or the widget', async () => {
    const {modules} = await bundle("export * from 'motp-verify/core';");
    assert.deepEqual(modules, [
      'motp-verify/dist/modules/core/occasion.js',
      'motp-verify/dist/modules/runtime/events.js',
    ]);
  });

  it('bundles nothing where a site imports motp-verify/core and uses nothing', async () => {
    const {code} = await bundle("import 'motp-verify/core';");
    assert.equal(code.trim(), '');
  });

  /** Bundles a module of the site. @returns its code, and the installed modules in it */
  async function bundle(
    source: string,
  ): Promise<{readonly code: string; readonly modules: readonly string[]}> {
    const entry = join(site, 'entry.js');
    writeFileSync(entry, source);
    const result = await build({
      root: site,
      configFile: false,
      logLevel: 'error',
      build: {write: false, minify: true, lib: {entry, formats: ['es'], fileName: 'bundle'}},
    });
    const [output] = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
    const chunks = output?.output.filter((file) => file.type === 'chunk') ?? [];
    return {
      code: chunks.map((chunk) => chunk.code).join(''),
      modules: chunks
        .flatMap(({modules}) => Object.entries(modules))
        .filter(([path, {renderedLength}]) => path !== entry && renderedLength > 0)
        .map(([path]) => path.split('/node_modules/').at(-1) ?? path)
        .toSorted(),
    };
  }
});

/** Copies what a clone of this folder would hold, with what is not committed yet. Links the packages. */
function copyClone(target: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(path));
  for (const path of paths) {
    mkdirSync(dirname(join(target, path)), {recursive: true});
    cpSync(path, join(target, path));
  }
  symlinkSync(resolve('node_modules'), join(target, 'node_modules'), 'junction');
}

/** Unpacks the tarball of a folder into a site, and links its dependencies. @returns its folder */
function install(folder: string, site: string): string {
  const [tarball] = globSync('*.tgz', {cwd: folder});
  assert(tarball !== undefined, 'npm pack wrote no tarball');
  const modules = join(site, 'node_modules');
  const root = join(modules, 'motp-verify');
  mkdirSync(root, {recursive: true});
  execFileSync('tar', ['-xzf', join(folder, tarball), '--strip-components=1', '-C', root]);
  const {dependencies, peerDependencies} = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as PackageJson;
  for (const name of Object.keys({...dependencies, ...peerDependencies})) {
    mkdirSync(dirname(join(modules, name)), {recursive: true});
    symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  }
  return root;
}

/** All strings in a value of package.json. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Whether a file is at a path, inside the folder of that name, or matches its `*`. */
function isAt(path: string, file: string): boolean {
  const [start = '', end] = path.replace(/^\.\/|\/$/g, '').split('*');
  if (end !== undefined) return file.startsWith(start) && file.endsWith(end);
  return file === start || file.startsWith(`${start}/`);
}

function specifierOf(entry: string): string {
  return join('motp-verify', entry);
}
