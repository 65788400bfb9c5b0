/** What is published: what a site needs, nothing else, and the same each time it is built. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {globSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {buildPackage} from '../../tools/build/build.ts';

/** The two scripts' chunks and the modules are told by their kind: there are many. */
const KINDS: readonly RegExp[] = [
  /^(?:CHANGELOG\.md|LICENSE|README\.md|README\.ko\.md|package\.json)$/,
  /^dist\/(?:custom-elements|html-custom-data|integrity|sbom\.cdx)\.json$/,
  /^dist\/motp-verify\.(?:min|classic)\.js$/,
  /^dist\/motp-verify\/[\w-]+\.js$/,
  /^dist\/modules\/.+(?:\.js|\.d\.ts)$/,
];

/** A file of what `npm pack` would write. */
interface Packed {
  readonly files: readonly {readonly path: string}[];
}

describe('the package', () => {
  before(() => buildPackage());

  it('holds what a site needs and nothing else', () => {
    const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const answer = JSON.parse(said) as readonly Packed[] | Readonly<Record<string, Packed>>;
    const paths = Object.values(answer).flatMap(({files}: Packed) => files.map(({path}) => path));
    for (const kind of KINDS)
      assert(
        paths.some((path) => kind.test(path)),
        String(kind),
      );
    const others = paths.filter((path) => !KINDS.some((kind) => kind.test(path)));
    assert.deepEqual(others, []);
    // Each module with its types, and all that package.json points to.
    for (const path of [...paths.filter((one) => one.endsWith('.d.ts')), ...pointedTo()]) {
      assert(statSync(path).size > 0, path);
    }
  });

  it('is the same bytes when it is built again', async () => {
    const again = 'node_modules/.cache/motp-verify/again';
    await buildPackage(again);
    assert.deepEqual(hashesIn(again), hashesIn('dist'));
  });

  it('names the hashes that a browser checks', async () => {
    const named = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
    const scripts = globSync(['*.js', 'motp-verify/*.js'], {cwd: 'dist'}).toSorted();
    assert.deepEqual(Object.keys(named), scripts);
    for (const script of scripts) {
      const digest = await crypto.subtle.digest('SHA-384', readFileSync(join('dist', script)));
      assert.equal(named[script], `sha384-${Buffer.from(digest).toString('base64')}`);
    }
  });

  it('names everything that is installed with it', () => {
    const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as {
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
    // The compiler, which valibot's types would like to be read by, is left to whoever has one.
    const installed = names.filter((name) => !/typescript/.test(name)).toSorted();
    assert.deepEqual(bill.components.map(({name}) => name).toSorted(), installed);
  });
});

/** The files that package.json names for users. */
function pointedTo(): readonly string[] {
  const whole = readFileSync('package.json', 'utf8');
  return [...whole.matchAll(/"\.?\/?(dist\/[^"*]+)"/g)].map(([, path = '']) => path);
}

function hashesIn(folder: string): Readonly<Record<string, string>> {
  const paths = globSync('**/*.{js,json,ts}', {cwd: folder}).toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      const hash = createHash('sha256').update(readFileSync(join(folder, path)));
      return [path, hash.digest('hex')];
    }),
  );
}
