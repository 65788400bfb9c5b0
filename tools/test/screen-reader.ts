/** The screen reader of the tests: what it needs, and its part of a run. */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {PYTHON} from '../../test/screen-reader/orca.ts';
import {HEARD_BROWSERS, playScenes} from '../../test/screen-reader/run.ts';
import {SCENES} from '../../test/screen-reader/scenes.ts';
import {Site} from '../../test/screen-reader/site.ts';
import {
  findBrowser,
  findProgram,
  installBrowsers,
  installPackages,
  SCREEN_READER_PROGRAMS,
} from '../browsers.ts';
import {buildScripts} from '../build/build.ts';
import {IS_BUILT} from '../build/ensure-built.ts';
import type {Tally} from './tally.ts';

/** The major version of Orca whose words the transcripts have, and whose modules `run_orca.py` uses. */
const ORCA_VERSION = 43;

/** A build of its own, so that other tests can use `dist`. */
const BUILD = 'node_modules/.cache/motp-verify/screen-reader';

/** Which scenes are played, and whether their transcripts are renewed. */
export interface HearOptions {
  /** Names of scenes and browsers; all if empty. */
  readonly names?: readonly string[];
  readonly isUpdate?: boolean;
  /** Whether a scene that fails does not run again. */
  readonly isOnce?: boolean;
}

/** Returns why the scenes can't be played and what to do, or `undefined` if they can. */
export function screenReaderHint(): string | undefined {
  const packages = missingPackages();
  const browsers = HEARD_BROWSERS.filter((name) => !findBrowser(name));
  const missing = [...packages, ...browsers];
  if (missing.length > 0) {
    return `The screen reader needs ${missing.join(', ')}: on Debian, install the packages, or run this as root.`;
  }
  const version = orcaVersion();
  if (Number.parseInt(version, 10) === ORCA_VERSION) return undefined;
  return `The transcripts are of Orca ${ORCA_VERSION}, and this is Orca ${version}.`;
}

/** Installs what is missing, on Debian as root; otherwise does nothing. */
export function installScreenReader(): void {
  const browsers = HEARD_BROWSERS.filter((name) => !findBrowser(name));
  if (browsers.length > 0) installBrowsers(browsers);
  const packages = missingPackages();
  if (packages.length > 0) installPackages(packages);
}

/** Plays the scenes in each browser, and adds their results to a tally. */
export async function hearScenes(
  tally: Tally,
  {names = [], isUpdate = false, isOnce = false}: HearOptions = {},
): Promise<void> {
  const browsers = HEARD_BROWSERS.filter(
    (name) => names.includes(name) || !HEARD_BROWSERS.some((other) => names.includes(other)),
  );
  const scenes = names.filter((name) => SCENES.some((scene) => scene.name === name));
  const isBuilt = process.env[IS_BUILT] !== undefined;
  if (!isBuilt) await buildScripts(BUILD);
  const site = await Site.start(isBuilt ? 'dist' : BUILD);
  try {
    for (const browser of browsers) {
      const start = performance.now();
      const versions = await playScenes({
        browser,
        site,
        names: scenes,
        isUpdate,
        isOnce,
        debugFile: process.env['ORCA_DEBUG_FILE'],
        onRepeat: ({name, details}) => {
          console.log(`↻ ${name} failed, and runs again in a fresh browser.\n${details}`);
        },
        onResult: ({name, isPassed, details}) => {
          console.log(`${isPassed ? '✔' : '✘'} ${name}${details && `\n${details}`}`);
          tally[isPassed ? 'passed' : 'failed']++;
        },
      });
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`– ${versions}, ${seconds} s`);
    }
  } finally {
    await site.close();
  }
}

function missingPackages(): readonly string[] {
  const missing = Object.entries(SCREEN_READER_PROGRAMS).filter(
    ([program]) => !findProgram(program),
  );
  const packages = missing.map(([, name]) => name);
  // Orca's package brings Debian's Python with it.
  return existsSync(PYTHON) || packages.includes('orca') ? packages : [...packages, 'orca'];
}

function orcaVersion(): string {
  const script = 'from orca import orca_platform; print(orca_platform.version)';
  const {stdout} = spawnSync(PYTHON, ['-c', script], {encoding: 'utf8'});
  return stdout.trim();
}
