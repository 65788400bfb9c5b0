/**
 * Weighs what `npm run build` has written against what each piece may weigh, in bytes of brotli as a
 * site's server sends it. A piece that no line names is over its budget.
 */
import {globSync, readFileSync} from 'node:fs';
import {relative, sep} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

/** What a file may weigh, by a pattern of its path in `dist`. */
type SizeLimit = readonly [pattern: RegExp, bytes: number, what: string];

/** What a server sends before it waits for the first answer: ten packets of a TCP connection (RFC 6928). */
const FIRST_FLIGHT = 14_000;

const LIMITS: readonly SizeLimit[] = [
  [/^motp-verify\.min\.js$/, FIRST_FLIGHT, 'a first render, Lit and Korean included'],
  [/^motp-verify\/runtime-/, 27_000, 'everything else of a verification, right after it'],
  [/^motp-verify\.classic\.js$/, 72_800, 'everything in one file, in ASCII'],
  [/^motp-verify\/guide-/, 1_600, 'the guide, when it is opened'],
  [/^motp-verify\/questions-/, 300, 'the questions, when they are opened'],
  [/^motp-verify\/qr-code-/, 3_700, 'QR codes, with the guide on a wide screen'],
  [/^motp-verify\/legacy-/, 1_300, 'dialects of older endpoints'],
  [/^motp-verify\/success-actions-/, 1_100, 'what a page has declared for success'],
  [/^motp-verify\/[a-z]{2,3}-/, 3_600, 'a language, or its guide'],
];

/** A file of the build with its weight and its budget, in bytes of brotli. */
export interface FileSize {
  readonly file: string;
  readonly bytes: number;
  readonly budget: number;
  readonly what: string;
}

/** Weighs the scripts of a build that a page loads by itself; a bundler's modules are its own. */
export function measureSizes(folder = 'dist'): readonly FileSize[] {
  const paths = globSync([`${folder}/*.js`, `${folder}/motp-verify/*.js`]).toSorted();
  return paths.map((path) => {
    const file = relative(folder, path).replaceAll(sep, '/');
    const [, budget = 0, what = 'named by no budget'] =
      LIMITS.find(([pattern]) => pattern.test(file)) ?? [];
    return {file, bytes: brotliCompressSync(readFileSync(path)).length, budget, what};
  });
}

if (import.meta.main) {
  const weighed = measureSizes(process.argv[2]);
  for (const {file, bytes, budget, what} of weighed) {
    const mark = bytes > budget ? '✘' : ' ';
    const [weight, most] = [bytes, budget].map((n) => n.toLocaleString('en').padStart(7));
    console.log(`${mark} ${weight} of ${most}  ${file} (${what})`);
  }
  const isMissing = weighed.length === 0;
  if (isMissing) console.error('Nothing is built: run `npm run build` first.');
  process.exit(isMissing || weighed.some(({bytes, budget}) => bytes > budget) ? 1 : 0);
}
