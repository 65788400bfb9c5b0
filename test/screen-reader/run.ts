/** Plays the scenes in one browser, on a desktop of its own, and compares what Orca speaks. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {CHROMIUM_ARGS, findBrowser, installHint} from '../../tools/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {Desktop} from './desktop.ts';
import {Listener} from './listener.ts';
import {Orca} from './orca.ts';
import type {Scene} from './scene.ts';
import {SCENES} from './scenes.ts';
import type {Site} from './site.ts';
import {
  formatDifference,
  formatTranscript,
  readTranscript,
  transcriptPath,
  writeTranscript,
} from './transcript.ts';

/** The browsers that Orca reads. */
export const HEARD_BROWSERS = ['firefox', 'chromium'] as const;

/** One of {@link HEARD_BROWSERS}. */
export type HeardBrowser = (typeof HEARD_BROWSERS)[number];

/** Which scenes are played, and what is done with their transcripts. */
export interface RunOptions {
  readonly browser: HeardBrowser;
  readonly site: Site;
  /** The scenes by name; all if empty. */
  readonly names: readonly string[];
  /** Whether the kept transcripts are renewed instead of compared. */
  readonly isUpdate: boolean;
  /** Whether a scene that fails does not run again. */
  readonly isOnce?: boolean;
  /** Where Orca writes what it thinks of each event. */
  readonly debugFile?: string | undefined;
  readonly onResult: (result: SceneResult) => void;
  /** Called for a failure after which the scene runs again. */
  readonly onRepeat: (result: SceneResult) => void;
}

/** The result of a scene. */
export interface SceneResult {
  readonly name: string;
  readonly isPassed: boolean;
  /** What went wrong, for a person. */
  readonly details: string;
}

/**
 * How often a scene runs at most. The order of what Orca speaks depends on when the events of a browser
 * arrive, which nothing guarantees. Each repetition is reported.
 */
const MAX_RUNS = 3;

/** How long the browser may take to start, in ms: a limit for what never comes. */
const START_MS = 180_000;

/**
 * Plays scenes, and reports each result. Scenes that fail run again in a fresh desktop.
 *
 * @returns the versions of screen reader and browser
 * @throws Error if screen reader or browser do not start
 */
export async function playScenes(options: RunOptions): Promise<string> {
  const {browser, names, onResult, onRepeat, isOnce = false} = options;
  const maxRuns = isOnce ? 1 : MAX_RUNS;
  const left = new Set(SCENES.filter(({name}) => names.length === 0 || names.includes(name)));
  let versions = '';
  for (let run = 1; run <= maxRuns && left.size > 0; run++) {
    try {
      versions = await playOnce([...left], options, (scene, result) => {
        left.delete(scene);
        if (result.isPassed || run === maxRuns) return onResult(result);
        // After the others, which it may keep from being played.
        left.add(scene);
        onRepeat(result);
      });
    } catch (error) {
      if (run === maxRuns) throw error;
      onRepeat({name: browser, isPassed: false, details: String(error)});
    }
  }
  for (const {name} of left) {
    onResult({name: `${browser} ${name}`, isPassed: false, details: 'It was not played.'});
  }
  return versions;
}

/**
 * Plays scenes one after the other, with one Orca and one browser. Ends with a scene that breaks off:
 * what keeps it waiting would keep the next ones waiting, too.
 */
async function playOnce(
  scenes: readonly Scene[],
  {browser: name, site, isUpdate, debugFile}: RunOptions,
  onResult: (scene: Scene, result: SceneResult) => void,
): Promise<string> {
  const desktop = await Desktop.start();
  try {
    const orca = await Orca.start(desktop, debugFile);
    const browser = await openBrowser(name, desktop);
    const page = await focusedPage(browser, desktop, site);
    for (const scene of scenes) {
      const listener = new Listener(page, desktop, orca);
      const error = await playScene(scene, listener, site);
      const title = `${name} ${scene.name}`;
      const path = transcriptPath(name, scene);
      onResult(scene, judge(title, path, formatTranscript(scene, listener.steps), error, isUpdate));
      if (error !== '') break;
    }
    const versions = `Orca ${orca.version}, ${await browser.version()}`;
    await browser.close();
    return versions;
  } finally {
    await desktop.close();
  }
}

/** Plays a scene; returns what went wrong, or an empty text. */
async function playScene(scene: Scene, listener: Listener, site: Site): Promise<string> {
  site.setPage(scene);
  if (scene.holdsRuntime) site.runtime.hold();
  try {
    await listener.opens(site.url, scene.name, !scene.holdsRuntime);
    await scene.play(listener, site);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    site.releaseAll();
  }
}

/** Compares what was spoken with the kept transcript, or renews that. */
function judge(
  name: string,
  path: string,
  spoken: string,
  error: string,
  isUpdate: boolean,
): SceneResult {
  if (error !== '') {
    return {name, isPassed: false, details: `${error}\nHeard so far: ${spoken}`};
  }
  const expected = readTranscript(path);
  if (spoken === expected) return {name, isPassed: true, details: ''};
  if (isUpdate) writeTranscript(path, spoken);
  return {name, isPassed: isUpdate, details: formatDifference(expected, spoken)};
}

async function openBrowser(name: HeardBrowser, desktop: Desktop): Promise<Browser> {
  const program = findBrowser(name);
  if (!program) throw new Error(installHint(name));
  const options = {
    executablePath: program.path,
    headless: false,
    env: desktop.env,
    defaultViewport: null,
    timeout: START_MS,
    protocolTimeout: START_MS,
  };
  if (name === 'firefox') {
    const preferences = {'accessibility.force_disabled': -1};
    return launch({
      ...options,
      browser: 'firefox',
      args: ['--kiosk'],
      extraPrefsFirefox: preferences,
    });
  }
  return launch({
    ...options,
    userDataDir: chromiumProfile(desktop.home),
    args: [...CHROMIUM_ARGS, '--force-renderer-accessibility', '--kiosk'],
    // Its bar would be read.
    ignoreDefaultArgs: ['--enable-automation'],
  });
}

/** Creates a profile that offers no translation, since the offer takes the focus. */
function chromiumProfile(home: string): string {
  const profile = join(home, 'chromium');
  mkdirSync(join(profile, 'Default'), {recursive: true});
  const preferences = JSON.stringify({translate: {enabled: false}});
  writeFileSync(join(profile, 'Default', 'Preferences'), preferences);
  return profile;
}

/** Opens a page, and clicks into it, so that keys reach it and not the address bar. */
async function focusedPage(browser: Browser, desktop: Desktop, site: Site): Promise<Page> {
  const [page] = await browser.pages();
  if (!page) throw new Error('The browser has no page.');
  await page.goto(site.urlOf('blank'), {timeout: START_MS});
  await waitFor(
    async () => {
      if (await page.evaluate(() => document.hasFocus())) return true;
      await desktop.clickIntoWindow();
      return false;
    },
    'the page has the focus',
    START_MS,
  );
  return page;
}
