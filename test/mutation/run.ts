/**
 * `npm run test:mutation`: applies each mutant to a copy of the sources and runs its test. A killed
 * mutant made the test fail; a survived mutant shows that the test detects nothing.
 *
 * `npm run test:mutation -- lock` runs the mutants whose file or description contains “lock”.
 * `npm run test:mutation -- --check` only checks that each mutant applies to its file and that its
 * test exists.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {MUTANTS, type Mutant} from './mutants.ts';

const TEST_RUNNER = 'node_modules/@web/test-runner/dist/bin.js';

/** Test files that Node's own runner runs. Web Test Runner runs the others in a browser. */
const NODE_TEST = /\.(?:e2e|node\.test)\.ts$/;

const {values, positionals} = parseArgs({
  options: {check: {type: 'boolean', default: false}},
  allowPositionals: true,
});
const [word = ''] = positionals;
const mutants = MUTANTS.filter(({description, file}) => `${file} ${description}`.includes(word));
const errors = mutants.flatMap((mutant) => errorIn(mutant) ?? []);
for (const error of errors) console.error(`✘ ${error}`);
if (errors.length > 0) process.exit(1);
if (values.check) console.log(`${mutants.length} mutants apply.`);
else process.exitCode = killAll() ? 0 : 1;

/** Explains why a mutant cannot be applied or tested; `undefined` if it can. */
function errorIn({description, file, find, test}: Mutant): string | undefined {
  if (!existsSync(file)) return `${description} The file ${file} does not exist.`;
  const count = readFileSync(file, 'utf8').split(find).length - 1;
  if (count !== 1) return `${description} ${file} contains “${find}” ${count} times, not once.`;
  return existsSync(test) ? undefined : `${description} The test ${test} does not exist.`;
}

/** @returns whether every mutant was killed */
function killAll(): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'motp-verify-mutation-'));
  try {
    for (const path of execFileSync('git', ['ls-files'], {encoding: 'utf8'}).trim().split('\n')) {
      cpSync(path, join(copy, path));
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    // A test that fails without a mutant would kill every mutant.
    for (const test of new Set(mutants.map((mutant) => mutant.test))) {
      const {isPassed, output} = runTest(copy, test);
      if (!isPassed) throw new Error(`${test} fails without a mutant:\n${output}`);
    }
    const survived = mutants.filter((mutant) => !isKilled(copy, mutant)).length;
    console.log(`\n${mutants.length - survived} passed, ${survived} failed`);
    return survived === 0;
  } finally {
    rmSync(copy, {recursive: true});
  }
}

/** Applies a mutant to the copy, runs its test and restores the file. */
function isKilled(copy: string, {description, file, find, replacement, test}: Mutant): boolean {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    original.replace(find, () => replacement),
  );
  const hasSurvived = runTest(copy, test).isPassed;
  writeFileSync(path, original);
  console.log(`${hasSurvived ? '✘ survived' : '✔ killed'}: ${description} (${test})`);
  return !hasSurvived;
}

/** Runs one test file in Chromium; returns the end of its output. */
function runTest(cwd: string, test: string): {readonly isPassed: boolean; readonly output: string} {
  const runner = NODE_TEST.test(test) ? ['--test'] : [TEST_RUNNER, '--files'];
  const {status, stdout} = spawnSync(process.execPath, [...runner, test], {
    cwd,
    env: {...process.env, BROWSERS: 'chromium'},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return {isPassed: status === 0, output: stdout.slice(-4000)};
}
