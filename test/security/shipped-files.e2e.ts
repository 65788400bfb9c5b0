/** What the package ships: the licenses of what it bundles, and no file that is not its own. */
import assert from 'node:assert/strict';
import {globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {formatLicenses} from '../../tools/build/licenses.ts';
import {buildPackage} from '../../tools/build/build.ts';
import {packedPaths} from '../harness/packed-package.ts';

const LICENSES = 'THIRD-PARTY-LICENSES.txt';

/** Components of the bill of materials that no script contains: rendering by a server, and types. */
const IN_NO_SCRIPT = new Set(['@lit-labs/ssr-dom-shim', '@types/trusted-types']);

/** What is in a script only if the package of that name is bundled. */
const TRACES: Readonly<Record<string, RegExp>> = {
  'lit-html': /_\$litType\$/,
  '@lit/reactive-element': /elementProperties/,
  'lit-element': /_\$litElement\$/,
  'lean-qr': /lean-qr error/,
};

/** A component of the bill of materials (CycloneDX). */
interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly [{readonly license: {readonly id: string}}];
}

/** Files that a test or an editor could leave in `dist`. */
const STRAY_FILES = ['dist/host-lit.js', 'dist/trainee.test.js', 'dist/motp-verify/old-AAAAAA.js'];

describe('a shipped file', () => {
  let components: readonly Component[] = [];
  let text = '';
  let commandText = '';
  let scripts: readonly string[] = [];

  before(async () => {
    mkdirSync('dist/motp-verify', {recursive: true});
    for (const path of STRAY_FILES) writeFileSync(path, '');
    await buildPackage();
    const bill = readFileSync('dist/sbom.cdx.json', 'utf8');
    ({components} = JSON.parse(bill) as {readonly components: readonly Component[]});
    text = readFileSync(join('dist', LICENSES), 'utf8');
    commandText = readFileSync(join('dist/command', LICENSES), 'utf8');
    scripts = globSync(['dist/*.js', 'dist/motp-verify/*.js']);
  });

  after(() => {
    for (const path of STRAY_FILES) rmSync(path, {force: true});
  });

  it('is one that the build has written', () => {
    const left = STRAY_FILES.filter((path) => globSync(path).length > 0);
    assert.deepEqual(left, []);
  });

  it('is packed only from the places that package.json names', () => {
    for (const path of STRAY_FILES.slice(0, 2)) writeFileSync(path, '');
    const packed = packedPaths().join('\n');
    for (const path of STRAY_FILES) assert(!packed.includes(path), path);
    assert(packed.includes(`dist/${LICENSES}`));
  });

  it('names the file of the licenses if it is a script', () => {
    assert(scripts.length > 20);
    for (const path of scripts) {
      assert(readFileSync(path, 'utf8').startsWith(`/*! See ${LICENSES} */`), path);
    }
  });

  it('has the license of each component of the bill of materials that is in it', () => {
    const inScripts = components.filter(({name}) => !IN_NO_SCRIPT.has(name));
    const expected = inScripts.map(
      ({name, version, licenses}) => `${name} ${version} (${licenses[0].license.id})`,
    );
    const sections = [...sectionsOf(text), ...sectionsOf(commandText)];
    const titles = sections.map(({title}) => title);
    assert.deepEqual(titles.toSorted(), expected.toSorted());
    for (const {title, notice} of sections) {
      assert.match(notice, /Copyright/i, title);
      assert.match(notice, /Redistribution|Permission is hereby granted/, title);
    }
    assert(text.includes(readFileSync('LICENSE', 'utf8').trim()));
  });

  it('contains a package only if that has its license in the file', () => {
    const code = scripts.map((path) => readFileSync(path, 'utf8')).join('\n');
    for (const [name, trace] of Object.entries(TRACES)) {
      assert.match(code, trace);
      assert(text.includes(`\n${name} `), name);
    }
  });

  it('is not built at all if a bundled package has no license file', () => {
    assert.throws(
      () => formatLicenses([{name: 'nameless', version: '1.0.0', identifier: 'MIT'}]),
      /nameless 1\.0\.0 \(MIT\) is bundled, but it has no license file/,
    );
  });
});

function sectionsOf(text: string): readonly {readonly title: string; readonly notice: string}[] {
  const [, ...sections] = text.split(`\n${'-'.repeat(80)}\n`);
  return sections.map((section) => {
    const [title = '', ...notice] = section.split('\n');
    return {title, notice: notice.join('\n')};
  });
}
