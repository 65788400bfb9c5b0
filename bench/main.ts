/**
 * `npm run bench`: compares the widget with a native input, a bare Lit element and the same card by
 * `innerHTML` in Chromium, at full and at a quarter of the CPU speed. It measures what `npm run build`
 * has written, and writes the figures to `bench/results.json` and into docs/performance.md.
 *
 * All candidates are measured in turns, so that other work on the machine affects each of them; a ratio
 * compares the two measurements of one turn.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {format, resolveConfig} from 'prettier';
import {recordCard} from './inner-card.ts';
import {measure, TIME_ZONE, type Measurement} from './measure.ts';
import {CANDIDATES, serveCandidates, type Candidate} from './candidates.ts';
import {busyShare, isQuiet, waitForQuiet} from './quiet-machine.ts';
import {formatAims, formatMedians, type Runs} from './report.ts';
import {openBrowser} from '../tools/preview.ts';
import {installHint, findBrowser} from '../tools/browsers.ts';

/** How often each candidate is measured at each speed. */
const RUNS = Number(process.argv[2] ?? 11);
const SLOWDOWNS = [1, 4] as const;

const PAGE = 'docs/performance.md';
const START = '<!-- The figures are written by `npm run bench`. -->';
const END = '<!-- End of the figures. -->';

const chromium = findBrowser('chromium');
if (!chromium) throw new Error(installHint('chromium'));
const {url, setCard, sizeOf, close} = await serveCandidates();
const busyBefore = await waitForQuiet();
const browser = await openBrowser(chromium);
const version = await browser.version();
const all: Runs[] = [];
try {
  setCard(
    await recordCard(browser, `${url}/page/motp-verify`, {tag: 'motp-verify', timeZone: TIME_ZONE}),
  );
  // Warms up; the results are dropped.
  for (const candidate of CANDIDATES) await measure(browser, url, candidate, 1);
  for (const slowdown of SLOWDOWNS) all.push(await runsAt(slowdown));
} finally {
  await browser.close();
}
const busyAfter = await busyShare();
const sizes = new Map(CANDIDATES.map((candidate) => [candidate.name, sizeOf(candidate)]));
await close();
await report();

async function runsAt(slowdown: number): Promise<Runs> {
  const measured = new Map<Candidate['name'], Measurement[]>(
    CANDIDATES.map(({name}) => [name, []]),
  );
  for (let run = 0; run < RUNS; run++) {
    for (const candidate of CANDIDATES) {
      measured.get(candidate.name)?.push(await measure(browser, url, candidate, slowdown));
    }
  }
  return {slowdown, measured};
}

async function report(): Promise<void> {
  const [before, after] = [busyBefore, busyAfter].map((share) => `${Math.round(share * 100)} %`);
  const quiet = isQuiet(Math.max(busyBefore, busyAfter))
    ? 'The machine was quiet'
    : 'The machine was **not** quiet, so only ratios count';
  const cores = availableParallelism();
  const note = `Medians of ${RUNS} runs in ${version} on ${cores} cores. ${quiet}: other programs used ${before} of the CPUs before and ${after} after.`;
  const figures = `${formatAims(all)}\n\n${formatMedians(all, sizes)}\n\n${note}`;
  console.log(figures);
  const rows = all.flatMap(({slowdown, measured}) =>
    [...measured].map(([candidate, runs]) => ({candidate, slowdown, runs})),
  );
  const kept = {runs: RUNS, browser: version, cores, busy: [before, after], rows};
  await write('bench/results.json', JSON.stringify(kept));
  const [top, rest] = readFileSync(PAGE, 'utf8').split(START);
  const bottom = rest?.split(END)[1];
  if (bottom === undefined) throw new Error(`${PAGE} has no markers for the figures.`);
  await write(PAGE, `${top}${START}\n\n${figures}\n\n${END}${bottom}`);
}

async function write(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, {...(await resolveConfig(path)), filepath: path}));
}
