/** Apps with the package as npm delivers it, each in a temporary folder. */
import {exec, execFileSync, execSync} from 'node:child_process';
import {cpSync, globSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

const QUIET = [
  '--include=dev',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
] as const;

/**
 * Copies a folder, installs the packages of its lock file there, and the packed package. The package must
 * be built.
 *
 * @param except names of folders that are not copied
 * @returns the copy, which the caller removes
 */
export async function installApp(folder: string, except: readonly string[] = []): Promise<string> {
  const app = mkdtempSync(join(tmpdir(), 'motp-verify-app-'));
  const skipped = new Set(except.map((name) => join(folder, name)));
  cpSync(folder, app, {recursive: true, filter: (path) => !skipped.has(path)});
  const tarball = packInto(app);
  for (const command of [['ci'], ['install', '--no-save', tarball]]) {
    // Two installations in one folder exclude each other.
    await promisify(exec)(['npm', ...command, ...QUIET].join(' '), {cwd: app});
  }
  return app;
}

/** Packs the package, which must be built, into a folder. @returns the name of the tarball */
export function packInto(folder: string): string {
  npm('.', 'pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel=error');
  const [tarball] = globSync('*.tgz', {cwd: folder});
  if (tarball === undefined) throw new Error('npm has packed nothing.');
  return tarball;
}

/** The output of `npm pack --json` for one package. */
interface PackedPackage {
  readonly files: readonly {readonly path: string}[];
}

/** Returns the paths of the files that npm packs. The package must be built. */
export function packedPaths(): readonly string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const packages = JSON.parse(output) as
    readonly PackedPackage[] | Readonly<Record<string, PackedPackage>>;
  return Object.values(packages).flatMap(({files}: PackedPackage) => files.map(({path}) => path));
}

function npm(cwd: string, ...command: readonly string[]): void {
  execSync(['npm', ...command].join(' '), {cwd, stdio: ['ignore', 'ignore', 'inherit']});
}
