/**
 * `npm run build`: writes all files of the package to `dist`, or to the folder given as an argument.
 * The build is reproducible: the same sources give the same bytes.
 */
import {createHash} from 'node:crypto';
import {globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {format} from 'prettier';
import {build} from 'vite';
import {formatLicenses, LICENSES_TEXT, takeLicenses, type BundledPackage} from './licenses.ts';
import {createSbom} from './sbom.ts';
import {writeTypes} from './types.ts';
import {htmlCustomData, publishedManifest, readElement} from '../docs/manifest.ts';
import {webTypes} from '../docs/web-types.ts';

/** The files that pages load by themselves, and for which `integrity.json` has hashes. */
const SCRIPTS = ['motp-verify.min.js', 'motp-verify.classic.js', 'motp-verify/*.js'];

/** The builds of the scripts, in an order in which each finds the chunks that it links to. */
const SCRIPT_MODES = [
  'app-link',
  'disclosure',
  'identity-details',
  'phone-illustration',
  'qr-code',
  'site-help',
  'runtime',
  'widget',
  'classic',
] as const;

/**
 * Builds the files for script tags: the module with its chunks, the classic script, and the licenses of
 * what they contain.
 */
export async function buildScripts(folder = 'dist'): Promise<void> {
  // Removes old chunks: their names change with their content.
  rmSync(join(folder, 'motp-verify'), {recursive: true, force: true});
  const packages: BundledPackage[] = [];
  for (const mode of SCRIPT_MODES) packages.push(...(await buildMode(mode, folder)));
  writeFileSync(join(folder, LICENSES_TEXT), formatLicenses(packages));
}

/** Builds the package in an empty folder. */
export async function buildPackage(folder = 'dist'): Promise<void> {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  await buildScripts(folder);
  const modules = join(folder, 'modules');
  await buildModules(modules);
  writeTypes(modules);
  const inCommand = await buildCommand(folder);
  const element = readElement();
  const [module, entry] = ['dist/modules/motp-verify.js', 'dist/modules/index.js'];
  await write(join(folder, 'custom-elements.json'), publishedManifest(element, module, entry));
  await write(join(folder, 'html-custom-data.json'), htmlCustomData(element));
  await write(join(folder, 'web-types.json'), webTypes(element));
  await write(join(folder, 'integrity.json'), integrityIn(folder));
  await write(join(folder, 'sbom.cdx.json'), createSbom(inCommand));
}

/**
 * Builds the commands of `npx motp-verify`, with the licenses of what they contain. The demo contains what
 * it needs of the endpoint, so that a site installs nothing for it.
 *
 * @returns the names of the packages in them
 */
export async function buildCommand(folder = 'dist'): Promise<readonly string[]> {
  const target = join(folder, 'command');
  const packages = await buildMode('command', target);
  writeFileSync(join(target, LICENSES_TEXT), formatLicenses(packages));
  return packages.map(({name}) => name);
}

/** Runs one of the builds of `vite.config.ts`; returns the packages that its files contain. */
async function buildMode(mode: string, outDir: string): Promise<readonly BundledPackage[]> {
  await build({mode, logLevel: 'error', build: {outDir, emptyOutDir: false}});
  return takeLicenses(outDir);
}

/** Builds the modules. They import packages, so that npm installs these with their licenses. */
async function buildModules(outDir: string): Promise<void> {
  const packages = await buildMode('modules', outDir);
  const names = packages.map(({name}) => name).join(', ');
  if (names) throw new Error(`The modules must not bundle ${names}.`);
}

/** Hashes for the attribute `integrity` of script tags. */
function integrityIn(folder: string): Readonly<Record<string, string>> {
  const paths = globSync(SCRIPTS.map((script) => join(folder, script))).toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      const hash = createHash('sha384').update(readFileSync(path)).digest('base64');
      return [relative(folder, path).replaceAll('\\', '/'), `sha384-${hash}`];
    }),
  );
}

async function write(path: string, content: object): Promise<void> {
  writeFileSync(path, await format(JSON.stringify(content), {parser: 'json'}));
}

if (import.meta.main) {
  await buildPackage(process.argv[2]);
  const hashes = JSON.parse(
    readFileSync(join(process.argv[2] ?? 'dist', 'integrity.json'), 'utf8'),
  );
  for (const [path, hash] of Object.entries(hashes as object)) console.log(`${path}\n  ${hash}`);
}
