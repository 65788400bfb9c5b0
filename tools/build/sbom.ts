/**
 * The software bill of materials (CycloneDX): what the package brings along, off the lock file.
 * `npm sbom` would do, but names the folder and the minute, and leaves out what a development
 * dependency needs as well.
 */
import {readFileSync} from 'node:fs';

/** The part of the lock file that is read. */
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Part extends Locked {
  readonly name: string;
  /** By its package URL. */
  readonly ref: string;
}

/** The bill of everything that is installed with the package; the same at each call. */
export function createSbom(): object {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const {name, ...root} = partOf(packages, '', '');
  const parts = new Map<string, Part>();
  const wanted = Object.keys(root.dependencies ?? {});
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (parts.has(next)) continue;
    const part = partOf(packages, `node_modules/${next}`, next);
    parts.set(next, part);
    wanted.push(...Object.keys(part.dependencies ?? {}));
  }
  const refOf = (dependency: string): string => parts.get(dependency)?.ref ?? '';
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
      dependsOn: Object.keys(dependencies).map(refOf),
    })),
  };
}

function partOf(packages: Lock['packages'], path: string, name: string): Part {
  const found = packages[path];
  if (!found) throw new Error(`The lock file holds no ${path || 'package'}.`);
  return {...found, name: name || (found.name ?? ''), ref: purl(name, found.version)};
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function component({name, version, license, integrity, ref}: Part): object {
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

/** `sha512-…` as npm writes it, as CycloneDX does. */
function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
}
