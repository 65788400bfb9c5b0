/** Plays the scenes in one browser, on a desktop of its own, and compares what Orca speaks. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {CHROMIUM_ARGS, findBrowser, installHint} from '../../tools/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {Desktop} from './desktop.ts';
import {Listener} from './listener.ts';
import {Orca} from './orca.ts';
import {SCENES, type Scene} from './scenes.ts';
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
  /** Where Orca writes what it thinks of each event. */
  readonly debugFile?: string | undefined;
  readonly onResult: (result: SceneResult) => void;
}

/** The result of a scene. */
export interface SceneResult {
  readonly name: string;
  readonly isPassed: boolean;
  /** What went wrong, for a person. */
  readonly details: string;
}

/** How long the browser may take to start, in ms: a limit for what never comes. */
const START_MS = 180_000;

/** Plays scenes, and reports each result; returns the versions of screen reader and browser. */
export async function playScenes(options: RunOptions): Promise<string> {
  const {browser: name, site, names, debugFile, onResult} = options;
  const desktop = await Desktop.start();
  try {
    const orca = await Orca.start(desktop, debugFile);
    const browser = await openBrowser(name, desktop);
    const page = await focusedPage(browser, desktop, site);
    for (const scene of SCENES) {
      if (names.length === 0 || names.includes(scene.name)) {
        onResult(await playScene(scene, new Listener(page, desktop, orca), options));
      }
    }
    const versions = `Orca ${orca.version}, ${await browser.version()}`;
    await browser.close();
    return versions;
  } finally {
    await desktop.close();
  }
}

async function playScene(
  scene: Scene,
  listener: Listener,
  {browser, site, isUpdate}: RunOptions,
): Promise<SceneResult> {
  const {name, lang = 'ko', attributes = '', holdsRuntime} = scene;
  const title = `${browser} ${name}`;
  const path = transcriptPath(browser, scene);
  site.setPage(name, lang, attributes);
  if (holdsRuntime) site.runtime.hold();
  try {
    await listener.opens(site.url);
    await scene.play(listener, site);
  } catch (error) {
    const heard = formatTranscript(scene, listener.steps);
    return {name: title, isPassed: false, details: `${String(error)}\nHeard so far: ${heard}`};
  } finally {
    site.releaseAll();
  }
  const spoken = formatTranscript(scene, listener.steps);
  const expected = readTranscript(path);
  if (spoken === expected) return {name: title, isPassed: true, details: ''};
  const details = formatDifference(expected, spoken);
  if (isUpdate) writeTranscript(path, spoken);
  return {name: title, isPassed: isUpdate, details};
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
