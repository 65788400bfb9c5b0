/** The tables of `docs/performance.md`, from the runs of the bench. */
import type {Candidate} from './candidates.ts';
import type {Measurement} from './measure.ts';
import {median, quantile} from './quantile.ts';

/** The runs of all candidates at one CPU speed: the run with one index is that of the others too. */
export interface Runs {
  /** 1 is the machine's own speed, 4 a quarter of it. */
  readonly slowdown: number;
  readonly measured: ReadonlyMap<Candidate['name'], readonly Measurement[]>;
}

/** The title of each column and the number of its decimals. */
const COLUMNS: Readonly<Record<keyof Measurement, readonly [title: string, digits: number]>> = {
  usableMs: ['start to usable field, ms', 1],
  layoutMs: ['of it layout, ms', 1],
  pageCpuMs: ['CPU until painted, ms', 1],
  startCpuMs: ['of it by the script, ms', 1],
  paintMs: ['key to next paint, ms', 1],
  keyCpuMs: ['CPU for a key, ms', 2],
  nodes: ['nodes', 0],
  heapBytes: ['heap, bytes', 0],
  layoutShift: ['layout shift', 3],
  updatesPerKey: ['updates for a key', 2],
};
const NAMES = Object.keys(COLUMNS) as (keyof Measurement)[];

/** An aim of the widget: a figure of its own, or its ratio to another candidate. */
interface Aim {
  readonly text: string;
  readonly column: keyof Measurement;
  readonly slowdown: number;
  /** Missing for a figure of its own. */
  readonly against?: Candidate['name'];
  readonly limit: number;
}

const AIMS: readonly Aim[] = [
  aim('usable field, full speed', 'usableMs', 1, 1, 'card by innerHTML'),
  aim('usable field, ¼ of the speed', 'usableMs', 4, 1.15, 'card by innerHTML'),
  aim('CPU until painted, full speed', 'pageCpuMs', 1, 1.2, 'card by innerHTML'),
  aim('CPU until painted, ¼ of the speed', 'pageCpuMs', 4, 1.2, 'card by innerHTML'),
  aim('CPU for a key, full speed', 'keyCpuMs', 1, 1.1, 'native input'),
  aim('key to next paint, full speed', 'paintMs', 1, 1.1, 'native input'),
  aim('nodes', 'nodes', 1, 120),
  aim('heap, bytes', 'heapBytes', 1, 9_000),
  aim('layout shift', 'layoutShift', 1, 0),
];

function aim(
  text: string,
  column: keyof Measurement,
  slowdown: number,
  limit: number,
  against?: Candidate['name'],
): Aim {
  return {text, column, slowdown, limit, ...(against && {against})};
}

/** Formats the medians of all candidates. `sizes`: all their scripts, in bytes of brotli. */
export function formatMedians(all: readonly Runs[], sizes: ReadonlyMap<string, number>): string {
  const head = ['', 'speed', ...NAMES.map((name) => COLUMNS[name][0]), 'scripts, bytes'];
  const rows = all.flatMap(({slowdown, measured}) =>
    [...measured].map(([candidate, runs]) => {
      const speed = slowdown === 1 ? 'full' : `1/${slowdown}`;
      const figures = NAMES.map((name) =>
        median(runs.map((one) => one[name])).toFixed(COLUMNS[name][1]),
      );
      return [candidate, speed].concat(figures, String(sizes.get(candidate) ?? ''));
    }),
  );
  return formatTable([head, ...rows]);
}

/** Formats each aim with its figure: a ratio is the median of the ratios run by run, with its quartiles. */
export function formatAims(all: readonly Runs[]): string {
  const rows = AIMS.map(({text, column, slowdown, against, limit}) => {
    const runs = all.find((one) => one.slowdown === slowdown)?.measured;
    const own = (runs?.get('motp-verify') ?? []).map((one) => one[column]);
    const others = against && runs?.get(against);
    const values = others ? own.map((value, i) => value / (others[i]?.[column] ?? NaN)) : own;
    const digits = others ? 2 : COLUMNS[column][1];
    const {middle, spread} = formatQuartiles(values, digits);
    const unit = against
      ? ` × ${against === 'native input' ? 'the native input' : 'the card'}`
      : '';
    const isMet = Number(middle) <= limit;
    return [text, `${limit}${unit}`, `${isMet ? '' : '**'}${middle}${isMet ? '' : '**'}`, spread];
  });
  return formatTable([['', 'at most', 'measured', 'middle half of the runs'], ...rows]);
}

/** Formats the median of some values, and between which two the middle half of them is. */
export function formatQuartiles(
  values: readonly number[],
  digits: number,
): {readonly middle: string; readonly spread: string} {
  const at = (share: number): string => quantile(values, share).toFixed(digits);
  return {middle: at(0.5), spread: `${at(0.25)} to ${at(0.75)}`};
}

/** Formats a table in Markdown; the first row is its head. */
export function formatTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
