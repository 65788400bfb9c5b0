/** The transcripts of the scenes: readable files in the repository, one a scene and browser. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Step} from './listener.ts';
import type {Scene} from './scene.ts';

/**
 * What is spoken about the browser rather than the page, and comes sooner or later, or not at all, as
 * the machine is quick or slow: the state of the load, and the selection that the script makes.
 */
const NOISE: readonly RegExp[] = [
  /^Loading\. {2}Please wait\.$/,
  /^Finished loading .*$/,
  /^selected$/,
  /^Text unselected\.$/,
];

/** The selected text, which Orca speaks before “selected”. */
const SELECTED = /^\d+$/;

/** Formats the transcript of a scene. */
export function formatTranscript({title}: Scene, steps: readonly Step[]): string {
  const lines = steps.flatMap(({action, spoken}) => [
    '',
    `[${action}]`,
    ...normalize(spoken).map((text) => `  ${text}`),
  ]);
  return `${[`${title}.`, ...lines].join('\n')}\n`;
}

/** Returns the path of a transcript in the repository. */
export function transcriptPath(browser: string, {name}: Scene): string {
  return fileURLToPath(new URL(`transcripts/${browser}/${name}.txt`, import.meta.url));
}

/** Returns the kept transcript; empty if there is none. */
export function readTranscript(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Keeps a transcript. */
export function writeTranscript(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

/** Formats where two transcripts differ: the step, what was expected and what was spoken. */
export function formatDifference(expected: string, actual: string): string {
  if (expected === '') return 'There is no transcript yet. Run it with --update.';
  const [before, after] = [expected, actual].map((text) => text.split('\n\n'));
  const differing = (after ?? []).findIndex((step, i) => step !== before?.[i]);
  const index = differing === -1 ? (after?.length ?? 0) : differing;
  return [
    'expected:',
    before?.[index] ?? '(the end)',
    'spoken:',
    after?.[index] ?? '(the end)',
  ].join('\n');
}

function normalize(spoken: readonly string[]): readonly string[] {
  return spoken
    .map((text) => text.trim())
    .filter(
      (text, i, all) =>
        text !== '' &&
        !NOISE.some((noise) => noise.test(text)) &&
        !(SELECTED.test(text) && all[i + 1] === 'selected'),
    );
}
