/** Collects the licenses of the packages that the scripts contain. */
import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';

/** The file in the package that has the licenses. A comment in each script names it. */
export const LICENSES_TEXT = 'THIRD-PARTY-LICENSES.txt';

/** The file into which Vite writes the licenses of one build. */
export const LICENSES_FILE = 'bundled-licenses.json';

/** A package in a build, as Vite describes it. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX identifier of the license. */
  readonly identifier?: string;
  /** The text of the package's license file. */
  readonly text?: string;
}

/** Reads the licenses of the build that has just run in a folder, and removes Vite's file. */
export function takeLicenses(folder: string): readonly BundledPackage[] {
  const path = join(folder, LICENSES_FILE);
  const packages = JSON.parse(readFileSync(path, 'utf8')) as readonly BundledPackage[];
  rmSync(path);
  return packages;
}

/**
 * Formats the licenses of all builds, each package once, in alphabetical order after our own.
 *
 * @throws if a package has no license file, so that nothing is shipped without its notice
 */
export function formatLicenses(packages: readonly BundledPackage[]): string {
  const parts = new Map(packages.map((one) => [titleOf(one), one]));
  const sections = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(formatSection);
  const ours = readFileSync('LICENSE', 'utf8').trim();
  return `motp-verify\n\n${ours}\n\nThese files contain parts of the following packages.\n${sections.join('')}`;
}

function titleOf({name, version, identifier = ''}: BundledPackage): string {
  return `${name} ${version} (${identifier})`;
}

function formatSection([title, {text}]: readonly [string, BundledPackage]): string {
  if (!text) throw new Error(`${title} is bundled, but it has no license file to ship.`);
  return `\n${'-'.repeat(80)}\n${title}\n\n${text}\n`;
}
