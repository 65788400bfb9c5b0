/** Apps with the package as npm delivers it, each in a temporary folder. */
import {exec, execSync} from 'node:child_process';
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

function npm(cwd: string, ...command: readonly string[]): void {
  execSync(['npm', ...command].join(' '), {cwd, stdio: ['ignore', 'ignore', 'inherit']});
}
