/**
 * `npm run release:check`: builds, checks sizes and the package, packs it, and writes the archive of the
 * scripts. Everything is in `release/`. It publishes nothing.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {buildPackage} from '../build/build.ts';
import {findOpenFields, findReleaseProblems, type ReleaseFields} from './problems.ts';
import {listScriptArchive} from './script-archive.ts';
import {createZip} from './zip.ts';

const FOLDER = 'release';

const fields = JSON.parse(readFileSync('package.json', 'utf8')) as ReleaseFields;
const {version} = fields;
const problems = findReleaseProblems(fields, readFileSync('CHANGELOG.md', 'utf8'));
for (const problem of problems) console.error(`✘ ${problem}`);
for (const name of findOpenFields(fields)) {
  console.log(`– package.json has no “${name}”: its publisher chooses it (docs/release.md).`);
}
rmSync(FOLDER, {recursive: true, force: true});
mkdirSync(FOLDER);
await buildPackage();
const run = (command: string, ...args: readonly string[]): void => {
  execFileSync(command, args, {stdio: 'inherit', shell: process.platform === 'win32'});
};
run(process.execPath, 'tools/size.ts');
run('npm', 'run', '--silent', 'check:package');
run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', FOLDER);
const archive = join(FOLDER, `motp-verify-${version}.zip`);
writeFileSync(archive, createZip(listScriptArchive('dist', version)));
console.log(`Wrote ${archive}.`);
process.exitCode = problems.length > 0 ? 1 : 0;
