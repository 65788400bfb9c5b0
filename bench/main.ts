/**
 * `npm run bench`: compares the widget with a native input and a bare Lit element in Chromium, at full
 * and at a quarter of the CPU speed. It measures the output of `npm run build`, and writes the medians to
 * `bench/results.json` and into docs/performance.md. Uses what `npm run build` has written.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import {format, resolveConfig} from 'prettier';
import {measure, median, type Measurement} from './measure.ts';
import {CANDIDATES, serveCandidates, type Candidate} from './candidates.ts';
import {openBrowser} from '../tools/preview.ts';
import {installHint, findBrowser} from '../tools/browsers.ts';

const RUNS = 9;
const SLOWDOWNS = [1, 4] as const;

const PAGE = 'docs/performance.md';
const START = '<!-- The figures are written by `npm run bench`. -->';
const END = '<!-- End of the figures. -->';

/** The title of each column and the number of its decimals. */
const COLUMNS: Readonly<Record<keyof Measurement, readonly [title: string, digits: number]>> = {
  usableMs: ['script to usable field, ms', 1],
  completeMs: ['script to complete widget, ms', 1],
  paintMs: ['key to next paint, ms', 1],
  busyMsPerKey: ['main thread per key, ms', 1],
  heapBytes: ['heap per instance, bytes', 0],
  layoutShift: ['layout shift', 3],
  updatesPerKey: ['updates per key', 2],
};
const NAMES = Object.keys(COLUMNS) as (keyof Measurement)[];

/** The medians of a candidate at one CPU speed. */
interface Row {
  readonly candidate: Candidate['name'];
  readonly slowdown: number;
  readonly medians: Measurement;
}

const chromium = findBrowser('chromium');
if (!chromium) throw new Error(installHint('chromium'));
const {url, close} = await serveCandidates();
const browser = await openBrowser(chromium);
const version = await browser.version();
const load = loadavg()[0] ?? 0;
const rows: Row[] = [];
try {
  // Warms up; the results are dropped.
  for (const candidate of CANDIDATES) await measure(browser, url, candidate, 1);
  for (const slowdown of SLOWDOWNS) rows.push(...(await rowsAt(slowdown)));
} finally {
  await browser.close();
  await close();
}
report();

/** Measures the candidates in turns, so that other load on the machine affects all of them. */
async function rowsAt(slowdown: number): Promise<readonly Row[]> {
  const runs = new Map<Candidate, Measurement[]>(CANDIDATES.map((candidate) => [candidate, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [candidate, measured] of runs) {
      measured.push(await measure(browser, url, candidate, slowdown));
    }
  }
  return [...runs].map(([{name}, measured]) => {
    const medians = NAMES.map((column) => [column, median(measured.map((one) => one[column]))]);
    return {candidate: name, slowdown, medians: Object.fromEntries(medians) as Measurement};
  });
}

function report(): void {
  const cores = availableParallelism();
  const isBusy = Math.max(load, loadavg()[0] ?? 0) > cores / 2;
  const [before, after] = [load, loadavg()[0] ?? 0].map((one) => one.toFixed(1));
  const others = isBusy
    ? `The machine had other work: a load of ${before} before and ${after} after, for ${cores} cores. A quiet machine gives better figures.`
    : '';
  const note = `Medians of ${RUNS} runs in ${version} on ${cores} cores. ${others}`;
  const head = ['', 'speed', ...NAMES.map((column) => COLUMNS[column][0])];
  const body = rows.map(({candidate, slowdown, medians}) => [
    candidate,
    slowdown === 1 ? 'full' : `1/${slowdown}`,
    ...NAMES.map((column) => medians[column].toFixed(COLUMNS[column][1])),
  ]);
  const lines = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  const table = `${lines.join('\n')}\n\n${note.trim()}`;
  console.log(table);
  const kept = {runs: RUNS, browser: version, cores, load: [Number(before), Number(after)], rows};
  void write('bench/results.json', JSON.stringify(kept));
  const [top, rest] = readFileSync(PAGE, 'utf8').split(START);
  const bottom = rest?.split(END)[1];
  if (bottom === undefined) throw new Error(`${PAGE} has no markers for the figures.`);
  void write(PAGE, `${top}${START}\n\n${table}\n\n${END}${bottom}`);
}

async function write(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, {...(await resolveConfig(path)), filepath: path}));
}
