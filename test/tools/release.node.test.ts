/** The archive of a release, and what keeps a release from being made. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {findProgram} from '../../tools/browsers.ts';
import {findOpenFields, findReleaseProblems} from '../../tools/release/problems.ts';
import {listScriptArchive} from '../../tools/release/script-archive.ts';
import {createZip} from '../../tools/release/zip.ts';

/** Extracts an archive: by a program that shares nothing with ours. */
const python = findProgram('python3');

describe('the archive of the scripts', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'motp-verify-release-'));
    mkdirSync(join(folder, 'dist/motp-verify'), {recursive: true});
    const files = {
      'motp-verify.min.js': 'module',
      'motp-verify.classic.js': 'classic',
      'motp-verify/runtime-1.js': 'runtime',
      'THIRD-PARTY-LICENSES.txt': 'licenses',
    };
    for (const [path, text] of Object.entries(files))
      writeFileSync(join(folder, 'dist', path), text);
    const scripts = Object.entries(files).filter(([path]) => path.endsWith('.js'));
    const integrity = Object.fromEntries(scripts.map(([path, text]) => [path, sri(text)]));
    writeFileSync(join(folder, 'dist/integrity.json'), JSON.stringify(integrity));
  });

  after(() => rmSync(folder, {recursive: true}));

  const list = () => listScriptArchive(join(folder, 'dist'), '1.2.3');
  const textOf = (path: string): string => {
    const entry = list().find((one) => one.path === path);
    assert(entry, path);
    return Buffer.from(entry.content).toString();
  };

  it('holds each script under its own name and with the version in it', () => {
    assert.deepEqual(
      list().map(({path}) => path),
      [
        'THIRD-PARTY-LICENSES.txt',
        'integrity.json',
        'motp-verify.classic.js',
        'motp-verify.min.js',
        'motp-verify/runtime-1.js',
        'motp-verify-1.2.3.min.js',
        'motp-verify-1.2.3.classic.js',
        'LICENSE',
        'script-tags.html',
        'motp-verify.jspf',
      ],
    );
    assert.equal(textOf('motp-verify-1.2.3.min.js'), 'module');
  });

  it('has the SRI hash of each script in its tag, and of each chunk in the import map', () => {
    const tags = textOf('script-tags.html');
    assert(tags.includes(`src="/motp/motp-verify-1.2.3.min.js" integrity="${sri('module')}"`));
    assert(tags.includes(`src="/motp/motp-verify-1.2.3.classic.js" integrity="${sri('classic')}"`));
    assert(tags.includes(`"/motp/motp-verify/runtime-1.js": "${sri('runtime')}"`));
  });

  it('has a fragment for JSP sites, in ASCII', () => {
    const fragment = textOf('motp-verify.jspf');
    assert(fragment.includes(`/motp/motp-verify-1.2.3.classic.js" integrity="${sri('classic')}"`));
    assert.match(fragment, /^[\0-\x7f]*$/);
  });

  it('is a ZIP archive that others can read, and the same at each build', {skip: !python}, () => {
    const archive = join(folder, 'scripts.zip');
    writeFileSync(archive, createZip(list()));
    assert.deepEqual(createZip(list()), readFileSync(archive));
    const extracted = join(folder, 'extracted');
    execFileSync(python ?? '', ['-m', 'zipfile', '-t', archive]);
    execFileSync(python ?? '', ['-m', 'zipfile', '-e', archive, extracted]);
    for (const {path, content} of list()) {
      assert.deepEqual(readFileSync(join(extracted, path)), Buffer.from(content));
    }
  });
});

describe('a release', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-30\n\n### Added\n\n- One.\n';

  it('needs a dated section in the changelog, and nothing unreleased', () => {
    assert.deepEqual(findReleaseProblems({version: '1.2.3'}, changelog), []);
    assert.match(findReleaseProblems({version: '1.2.4'}, changelog).join(), /1\.2\.4/);
    const late = changelog.replace('## [1.2.3]', '- Two.\n\n## [1.2.3]');
    assert.match(findReleaseProblems({version: '1.2.3'}, late).join(), /Unreleased/);
  });

  it('names the fields that its publisher has to choose', () => {
    assert.deepEqual(findOpenFields({version: '1.2.3', bugs: 'x'}), ['repository', 'homepage']);
  });
});

function sri(text: string): string {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
