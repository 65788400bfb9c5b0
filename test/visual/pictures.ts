/** The reference pictures: how each is taken, and how two are compared. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import type {Browser} from 'puppeteer-core';
import type {TrainingSite} from '../harness/training-site.ts';
import {emulateMedia, enterCode, openCard, type Answer, type WindowSize} from './card-page.ts';

/** The folder of the reference pictures. */
const REFERENCES = join(import.meta.dirname, 'references');

/** Where a failing test leaves what it has seen. */
const FAILURES = 'node_modules/.cache/motp-verify/visual';

/** Two phones, a popup, and the window of an office PC. */
const WINDOWS: readonly WindowSize[] = [
  [320, 568],
  [360, 640],
  [800, 620],
  [1366, 625],
];

/** The states, with the answer that leads to each. */
const STATES: Readonly<Record<string, Answer | undefined>> = {
  ready: undefined,
  wrong: 'code-mismatch',
  locked: 'locked',
  verified: 'verified',
};

/** Each theme: the attribute `theme`, and whether the system forces colors. */
const THEMES: Readonly<Record<string, readonly [theme: string, forcedColors: string]>> = {
  light: ['light', ''],
  dark: ['dark', ''],
  'high-contrast': ['high-contrast', ''],
  'forced-colors': ['light', 'active'],
};

/** The colors of a picture have 16 levels: enough to see, and a third of the bytes. */
const LEVELS = 16;

/** How far two colors may differ, from 0 to 1: as far as the edges of letters do. */
const THRESHOLD = 0.15;

/** The greatest part of the pixels that may differ. Pixels of smoothed edges do not count. */
const MAX_DIFFERENT = 0.001;

/** A picture that was taken; its name has state, width and theme. */
export interface Picture {
  readonly name: string;
  readonly png: PNG;
}

/** The scenes of which pictures are taken: each state in each window. */
export const SCENES = Object.keys(STATES).flatMap((state) =>
  WINDOWS.map((size) => ({state, size})),
);

/** Takes the pictures of one scene, in every theme. */
export async function takePictures(
  browser: Browser,
  site: TrainingSite,
  {state, size}: (typeof SCENES)[number],
): Promise<readonly Picture[]> {
  const page = await browser.newPage();
  const answer = STATES[state];
  await openCard(page, site, size, {answer: answer ?? 'code-mismatch'});
  if (answer) await enterCode(page);
  const devtools = await page.createCDPSession();
  const pictures: Picture[] = [];
  for (const [name, [theme, forcedColors]] of Object.entries(THEMES)) {
    await emulateMedia(devtools, {'forced-colors': forcedColors});
    await page.evaluate(applyTheme, theme);
    const png = PNG.sync.read(Buffer.from(await page.screenshot({type: 'png'})));
    reduceColors(png);
    pictures.push({name: `${state}-${size[0]}-${name}`, png});
  }
  await page.close();
  return pictures;
}

/** Makes a picture the reference. */
export function saveReference({name, png}: Picture): void {
  write(referencePath(name), png);
}

/**
 * Compares a picture with its reference. Leaves the picture and the difference in a folder if they differ.
 *
 * @returns what is different; `undefined` if nothing is
 */
export function compareWithReference({name, png}: Picture): string | undefined {
  const path = referencePath(name);
  if (!existsSync(path)) return `${path} is missing. Run \`npm run test:visual:renew\`.`;
  const reference = PNG.sync.read(readFileSync(path));
  const {width, height} = reference;
  const failure = join(FAILURES, name);
  if (width !== png.width || height !== png.height) {
    return `${name} is ${png.width}×${png.height} px, not ${width}×${height} px.`;
  }
  const difference = new PNG({width, height});
  const count = pixelmatch(reference.data, png.data, difference.data, width, height, {
    threshold: THRESHOLD,
  });
  if (count <= MAX_DIFFERENT * width * height) return undefined;
  write(`${failure}-actual.png`, png);
  write(`${failure}-difference.png`, difference);
  return `${count} pixels of ${name} differ: see ${failure}-difference.png.`;
}

function referencePath(name: string): string {
  return join(REFERENCES, `${name}.png`);
}

function write(path: string, png: PNG): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(
    path,
    PNG.sync.write(png, {
      colorType: 2,
      deflateLevel: 9,
      deflateStrategy: 0,
      filterType: 0,
    }),
  );
}

/** Rounds the colors, so that smoothed edges compress. */
function reduceColors({data}: PNG): void {
  const step = 255 / (LEVELS - 1);
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.round(Math.round((data[i] ?? 0) / step) * step);
  }
}

/** Sets the theme, in the page, and waits until it is drawn. */
async function applyTheme(theme: string): Promise<void> {
  const widget = document.querySelector('motp-verify');
  widget?.setAttribute('theme', theme);
  document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
  await (widget as unknown as {readonly updateComplete: Promise<unknown>}).updateComplete;
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
