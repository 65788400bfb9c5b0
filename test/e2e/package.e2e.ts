/** The published package: its files, its reproducible build and its metadata. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {globSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import type {Package as ManifestPackage} from 'custom-elements-manifest/schema';
import {OCCASIONS} from '../../src/core/occasion.ts';
import {buildPackage} from '../../tools/build/build.ts';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {packedPaths} from '../harness/packed-package.ts';

/** The kinds of files in the package, as patterns of their paths. */
const FILE_KINDS: readonly RegExp[] = [
  /^(?:CHANGELOG\.md|LICENSE|README\.md|README\.ko\.md|SECURITY\.md|package\.json)$/,
  /^docs\/[\w.-]+\.md$/,
  /^dist\/(?:custom-elements|html-custom-data|integrity|sbom\.cdx|web-types)\.json$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  /^dist\/motp-verify\.(?:min|classic)\.js$/,
  /^dist\/motp-verify\/[\w-]+\.js$/,
  /^dist\/command\/(?:[\w-]+\.js|THIRD-PARTY-LICENSES\.txt)$/,
  /^dist\/modules\/.+(?:\.js|\.d\.ts)$/,
  /^server\/(?:motp\.mjs|motp\.php|MotpServlet\.java)$/,
];

/** The attributes with a few choices, in alphabetical order. */
const CHOICE_ATTRIBUTES = [
  'completion',
  'credentials',
  'csrf',
  'format',
  'guidance',
  'guide',
  'idempotency',
  'occasion',
  'theme',
];

/** An attribute in the data for VS Code, and in that for JetBrains editors. */
interface CustomDataAttribute {
  readonly name: string;
  readonly values?: readonly {readonly name: string}[];
}

interface CustomDataTag {
  readonly attributes: readonly CustomDataAttribute[];
}

describe('the package', () => {
  let packed: readonly string[];

  before(async () => {
    await ensurePackage();
    packed = packedPaths();
  });

  it('contains the files that a site needs and no others', () => {
    for (const kind of FILE_KINDS)
      assert(
        packed.some((path) => kind.test(path)),
        String(kind),
      );
    const others = packed.filter((path) => !FILE_KINDS.some((kind) => kind.test(path)));
    assert.deepEqual(others, []);
    // The declarations and all files that package.json refers to exist.
    for (const path of [
      ...packed.filter((one) => one.endsWith('.d.ts')),
      ...filesInPackageJson(),
    ]) {
      assert(statSync(path).size > 0, path);
    }
  });

  it('contains the documents that its README links to', () => {
    for (const readme of ['README.md', 'README.ko.md']) {
      const links = readFileSync(readme, 'utf8').matchAll(/\]\((docs\/[^)#/]+\.md|SECURITY\.md)/g);
      const documents = [...links].map(([, path = '']) => path);
      assert(documents.length > 10, readme);
      const missing = documents.filter((path) => !packed.includes(path));
      assert.deepEqual(missing, [], readme);
    }
  });

  it('has a reproducible build', async () => {
    const secondBuild = 'node_modules/.cache/motp-verify/again';
    await buildPackage(secondBuild);
    assert.deepEqual(hashesIn(secondBuild), hashesIn('dist'));
  });

  it('lists the integrity hash of each script', async () => {
    const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<
      string,
      string
    >;
    const scripts = globSync(['*.js', 'motp-verify/*.js'], {cwd: 'dist'}).toSorted();
    assert.deepEqual(Object.keys(hashes), scripts);
    for (const script of scripts) {
      const digest = await crypto.subtle.digest('SHA-384', readFileSync(join('dist', script)));
      assert.equal(hashes[script], `sha384-${Buffer.from(digest).toString('base64')}`);
    }
  });

  it('lists the values of attributes with a few choices for editors', () => {
    const customData = JSON.parse(readFileSync('dist/html-custom-data.json', 'utf8')) as {
      readonly tags: readonly [CustomDataTag];
    };
    const values = Object.fromEntries(
      customData.tags[0].attributes.map((attribute) => [
        attribute.name,
        attribute.values?.map(({name}) => name),
      ]),
    );
    assert.deepEqual(values['occasion'], [...OCCASIONS]);
    assert.equal(values['endpoint'], undefined);
    const withValues = Object.keys(values).filter((name) => values[name] !== undefined);
    assert.deepEqual(withValues.toSorted(), CHOICE_ATTRIBUTES);
    const webTypes = JSON.parse(readFileSync('dist/web-types.json', 'utf8')) as {
      readonly contributions: {
        readonly html: {readonly elements: readonly CustomDataTag[]};
      };
    };
    const [tag] = webTypes.contributions.html.elements;
    for (const {name, values: offered} of tag?.attributes ?? []) {
      assert.deepEqual(
        offered?.map((value) => value.name),
        values[name],
        name,
      );
    }
    assert.equal(tag?.attributes.length, Object.keys(values).length);
    const manifest = JSON.parse(
      readFileSync('dist/custom-elements.json', 'utf8'),
    ) as ManifestPackage;
    const [element] = manifest.modules.flatMap(({declarations = []}) => declarations);
    assert(element && 'attributes' in element);
    for (const name of CHOICE_ATTRIBUTES) {
      const type: string | undefined = element.attributes?.find(
        (attribute) => attribute.name === name,
      )?.type?.text;
      assert.equal(type, values[name]?.map((value) => `'${value}'`).join(' | '), name);
    }
    const reflecting = (element.members ?? []).filter(
      (member) => 'reflects' in member && member.reflects,
    );
    assert.deepEqual(
      reflecting.map(({name}) => name),
      ['masked', 'theme', 'name', 'required', 'disabled'],
    );
  });

  it('lists every installed or bundled dependency in its bill of materials', () => {
    const sbom = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as {
      readonly components: readonly {readonly name: string}[];
    };
    const listed = [
      'ls',
      '--workspaces=false',
      '--omit=dev',
      '--all',
      '--parseable',
      '--package-lock-only',
    ];
    const paths = execFileSync('npm', listed, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const names = [...paths.matchAll(/node_modules\/(.+)$/gm)].map(([, name = '']) => name);
    // TypeScript is an optional peer dependency of valibot.
    const installed = names.filter((name) => !/typescript/.test(name));
    const licenses = readFileSync('dist/command/THIRD-PARTY-LICENSES.txt', 'utf8');
    const bundled = [...licenses.matchAll(/^-{80}\n(\S+) /gm)].map(([, name = '']) => name);
    assert(bundled.includes('hono'), bundled.join());
    const expected = [...installed, ...bundled].toSorted();
    assert.deepEqual(sbom.components.map(({name}) => name).toSorted(), expected);
  });
});

/** Returns the files of `dist` that package.json refers to. */
function filesInPackageJson(): readonly string[] {
  const whole = readFileSync('package.json', 'utf8');
  return [...whole.matchAll(/"\.?\/?(dist\/[^"*]+)"/g)].map(([, path = '']) => path);
}

function hashesIn(folder: string): Readonly<Record<string, string>> {
  const paths = globSync('**/*.{js,json,ts,txt}', {cwd: folder}).toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      const hash = createHash('sha256').update(readFileSync(join(folder, path)));
      return [path, hash.digest('hex')];
    }),
  );
}
