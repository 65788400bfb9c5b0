/**
 * `npm run bench`: the widget beside a native input and a bare Lit element, in one run of a real
 * Chromium, at full speed and a quarter of it. Prints the medians, and writes them to
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

/** What each column is called, and how its figures are written. */
const COLUMNS: Readonly<Record<keyof Measurement, readonly [title: string, digits: number]>> = {
  toUsable: ['script to usable field, ms', 1],
  toWhole: ['to all that comes later, ms', 1],
  toPaint: ['key to next paint, ms', 1],
  busyPerKey: ['main thread per key, ms', 1],
  heapPerInstance: ['heap each of 100, bytes', 0],
  layoutShift: ['layout shift', 3],
  updatesPerKey: ['updates per key', 2],
};
const NAMES = Object.keys(COLUMNS) as (keyof Measurement)[];

/** The medians of a subject at a speed. */
interface Row {
  readonly subject: Candidate['name'];
  readonly slowdown: number;
  readonly medians: Measurement;
}

const engine = findBrowser('chromium');
if (!engine) throw new Error(installHint('chromium'));
const {url, close} = await serveCandidates();
const browser = await openBrowser(engine);
const version = await browser.version();
const load = loadavg()[0] ?? 0;
const rows: Row[] = [];
try {
  // To warm up; not counted.
  for (const subject of CANDIDATES) await measure(browser, url, subject, 1);
  for (const slowdown of SLOWDOWNS) rows.push(...(await rowsAt(slowdown)));
} finally {
  await browser.close();
  await close();
}
report();

/** In turns, so that whatever else the machine does meanwhile comes to all alike. */
async function rowsAt(slowdown: number): Promise<readonly Row[]> {
  const runs = new Map<Candidate, Measurement[]>(CANDIDATES.map((subject) => [subject, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [subject, measured] of runs) {
      measured.push(await measure(browser, url, subject, slowdown));
    }
  }
  return [...runs].map(([{name}, measured]) => {
    const medians = NAMES.map((column) => [column, median(measured.map((one) => one[column]))]);
    return {subject: name, slowdown, medians: Object.fromEntries(medians) as Measurement};
  });
}

function report(): void {
  const cores = availableParallelism();
  const isBusy = Math.max(load, loadavg()[0] ?? 0) > cores / 2;
  const [before, after] = [load, loadavg()[0] ?? 0].map((one) => one.toFixed(1));
  const others = isBusy
    ? `Other work ran on the machine meanwhile: a load of ${before} before and ${after} after, for ${cores} cores; a quiet machine gives better figures.`
    : '';
  const note = `Medians of ${RUNS} runs in ${version} on ${cores} cores. ${others}`;
  const head = ['', 'speed', ...NAMES.map((column) => COLUMNS[column][0])];
  const body = rows.map(({subject, slowdown, medians}) => [
    subject,
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
  if (bottom === undefined) throw new Error(`${PAGE} lacks the marks of the figures.`);
  void write(PAGE, `${top}${START}\n\n${table}\n\n${END}${bottom}`);
}

async function write(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, {...(await resolveConfig(path)), filepath: path}));
}
