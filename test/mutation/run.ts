/**
 * `npm run test:mutation`: applies each mutant to a copy of the sources and runs its test. A killed
 * mutant made the test fail; a survived mutant shows that the test detects nothing.
 *
 * `npm run test:mutation -- lock` runs the mutants whose file or description contains “lock”.
 * `npm run test:mutation -- --orca` runs the mutants of what a screen reader says instead, each in one scene
 * of `test/screen-reader`; the scene is heard with Orca.
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
import {IS_BUILT} from '../../tools/build/ensure-built.ts';
import {SCENES} from '../screen-reader/scenes.ts';
import {MUTANTS, type Mutant, type SourceChange} from './mutants.ts';
import {HEARD_MUTANTS, type HeardMutant} from './screen-reader-mutants.ts';

const TEST_RUNNER = 'node_modules/@web/test-runner/dist/bin.js';

/** Test files that Node's own runner runs. Web Test Runner runs the others in a browser. */
const NODE_TEST = /\.(?:e2e|node\.test)\.ts$/;

const {values, positionals} = parseArgs({
  options: {check: {type: 'boolean', default: false}, orca: {type: 'boolean', default: false}},
  allowPositionals: true,
});
const [word = ''] = positionals;
const isSelected = ({description, file}: SourceChange): boolean =>
  `${file} ${description}`.includes(word);
const mutants = MUTANTS.filter(isSelected);
const heard = HEARD_MUTANTS.filter(isSelected);
const errors = [...mutants, ...heard].flatMap((mutant) => errorIn(mutant) ?? []);
for (const error of errors) console.error(`✘ ${error}`);
if (errors.length > 0) process.exit(1);
if (values.check) console.log(`${mutants.length + heard.length} mutants apply.`);
else
  process.exitCode = (values.orca ? killAll(heard, hearScenes) : killAll(mutants, runTestOf))
    ? 0
    : 1;

/** Explains why a mutant cannot be applied or tested; `undefined` if it can. */
function errorIn(mutant: Mutant | HeardMutant): string | undefined {
  const {description, file, find} = mutant;
  if (!existsSync(file)) return `${description} The file ${file} does not exist.`;
  const count = readFileSync(file, 'utf8').split(find).length - 1;
  if (count !== 1) return `${description} ${file} contains “${find}” ${count} times, not once.`;
  const isThere =
    'test' in mutant ? existsSync(mutant.test) : SCENES.some(({name}) => name === mutant.scene);
  return isThere ? undefined : `${description} The test ${placeOf(mutant)} does not exist.`;
}

/** Returns where a mutant is detected. */
function placeOf(mutant: Mutant | HeardMutant): string {
  return 'test' in mutant ? mutant.test : `${browserOf(mutant)} ${mutant.scene}`;
}

/** The result of a test, and the end of its output. */
interface TestResult {
  readonly isPassed: boolean;
  readonly output: string;
}

/** Runs what detects mutants of one group, in a copy of the sources. */
type Run<Kind> = (cwd: string, group: readonly Kind[]) => TestResult;

/** Returns what mutants share that are detected in one run: the test, or the browser with Orca. */
function groupOf(mutant: Mutant | HeardMutant): string {
  return 'test' in mutant ? mutant.test : browserOf(mutant);
}

function browserOf({browser}: HeardMutant): string {
  return browser ?? 'chromium';
}

/** @returns whether every mutant was killed */
function killAll<Kind extends Mutant | HeardMutant>(all: readonly Kind[], run: Run<Kind>): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'motp-verify-mutation-'));
  try {
    for (const path of execFileSync('git', ['ls-files'], {encoding: 'utf8'}).trim().split('\n')) {
      cpSync(path, join(copy, path));
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    // A test that fails without a mutant would kill every mutant.
    for (const place of new Set(all.map(groupOf))) {
      const group = all.filter((mutant) => groupOf(mutant) === place);
      const {isPassed, output} = run(copy, group);
      if (!isPassed) throw new Error(`${place} fails without a mutant:\n${output}`);
    }
    const survived = all.filter((mutant) => !isKilled(copy, mutant, run)).length;
    console.log(`\n${all.length - survived} passed, ${survived} failed`);
    return survived === 0;
  } finally {
    rmSync(copy, {recursive: true});
  }
}

/** Applies a mutant to the copy, runs its test and restores the file. */
function isKilled<Kind extends Mutant | HeardMutant>(
  copy: string,
  mutant: Kind,
  run: Run<Kind>,
): boolean {
  const {description, file, find, replacement} = mutant;
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    original.replace(find, () => replacement),
  );
  const {isPassed: hasSurvived, output} = run(copy, [mutant]);
  writeFileSync(path, original);
  console.log(`${hasSurvived ? '✘ survived' : '✔ killed'}: ${description} (${placeOf(mutant)})`);
  // What was heard instead is for a person to read.
  if ('scene' in mutant && !hasSurvived) console.log(output);
  return !hasSurvived;
}

/** Runs the test of a group in Chromium. */
function runTestOf(cwd: string, [mutant]: readonly Mutant[]): TestResult {
  const test = mutant?.test ?? '';
  const runner = NODE_TEST.test(test) ? ['--test'] : [TEST_RUNNER, '--files'];
  const {status, stdout} = spawnSync(process.execPath, [...runner, test], {
    cwd,
    env: {...process.env, BROWSERS: 'chromium'},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return {isPassed: status === 0, output: stdout.slice(-4000)};
}

/** Plays the scenes of a group, with a build of the copy. That of one mutant does not run again. */
function hearScenes(cwd: string, group: readonly HeardMutant[]): TestResult {
  const build =
    "const {buildScripts} = await import('./tools/build/build.ts'); await buildScripts();";
  execFileSync(process.execPath, ['--input-type=module', '-e', build], {cwd, stdio: 'ignore'});
  const names = new Set(group.flatMap((mutant) => [browserOf(mutant), mutant.scene]));
  const once = group.length === 1 ? ['--once'] : [];
  const args = ['tools/test/test-screen-reader.ts', ...once, ...names];
  const {status, stdout} = spawnSync(process.execPath, args, {
    cwd,
    env: {...process.env, [IS_BUILT]: '1'},
    encoding: 'utf8',
  });
  return {isPassed: status === 0, output: stdout.slice(-4000)};
}
