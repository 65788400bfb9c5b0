/**
 * Creates the software bill of materials (CycloneDX) of the package from the lock file.
 *
 * `npm sbom` is no replacement: it writes the folder and the time into its output, and omits packages
 * that a development dependency needs too.
 */
import {readFileSync} from 'node:fs';

/** The fields of the lock file that are read. */
interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Component extends LockedPackage {
  readonly name: string;
  /** The package URL. */
  readonly ref: string;
}

/**
 * Creates the bill of all packages that are installed with this one, in a fixed order.
 *
 * @param bundled names of packages that are in the files of this one instead
 */
export function createSbom(bundled: readonly string[]): object {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  const {name, ...entry} = partOf(packages, '', '');
  const inFiles = Object.fromEntries(bundled.map((one) => [one, '']));
  const root = {...entry, dependencies: {...entry.dependencies, ...inFiles}};
  const parts = new Map<string, Component>();
  const wanted = Object.keys(root.dependencies);
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (parts.has(next)) continue;
    const part = partOf(packages, `node_modules/${next}`, next);
    parts.set(next, part);
    // What a bundled package uses is bundled too, and has a name of its own in the list.
    if (!bundled.includes(next)) wanted.push(...Object.keys(part.dependencies ?? {}));
  }
  const refsOf = (names: readonly string[]): readonly string[] =>
    names.flatMap((dependency) => parts.get(dependency)?.ref ?? []);
  const sorted = [...parts.values()].toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const self = {...root, name, ref: purl(name, root.version)};
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {component: component(self)},
    components: sorted.map(component),
    dependencies: [self, ...sorted].map(({ref, dependencies = {}}) => ({
      ref,
      dependsOn: refsOf(Object.keys(dependencies)),
    })),
  };
}

function partOf(packages: Lockfile['packages'], path: string, name: string): Component {
  const found = packages[path];
  if (!found) throw new Error(`package-lock.json has no entry ${path || 'for the package'}.`);
  return {...found, name: name || (found.name ?? ''), ref: purl(name, found.version)};
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function component({name, version, license, integrity, ref}: Component): object {
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    purl: ref,
    ...(license && {licenses: [{license: {id: license}}]}),
    ...(integrity && {hashes: [{alg: 'SHA-512', content: hexOf(integrity)}]}),
  };
}

/** Converts npm's `sha512-…` to the hexadecimal form of CycloneDX. */
function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
}
