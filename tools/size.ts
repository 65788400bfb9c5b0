/**
 * `npm run size`: compares the size of each built script with its limit, in bytes after brotli
 * compression. A file without a limit fails. The classic script has a limit without compression too:
 * old servers send it so.
 */
import {globSync, readFileSync} from 'node:fs';
import {relative, sep} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

/** The maximum size of the files in `dist` whose path matches a pattern. */
type SizeLimit = readonly [pattern: RegExp, bytes: number, content: string];

const LIMITS: readonly SizeLimit[] = [
  [/^motp-verify\.min\.js$/, 13_200, 'the first render, with Lit and Korean'],
  [/^motp-verify\/runtime-/, 30_000, 'the runtime, loaded right after it'],
  [/^motp-verify\.classic\.js$/, 43_500, 'everything in Korean in one ASCII file'],
  [
    /^motp-verify\/identity-details-/,
    2_500,
    'registered details that are masked or need a warning',
  ],
  [/^motp-verify\/guide-/, 750, 'the guide, loaded when it is opened'],
  [/^motp-verify\/disclosure-/, 1_000, 'the styles of guide and questions, loaded with them'],
  [/^motp-verify\/phone-illustration-/, 1_200, 'the pictures of the phone, loaded with the guide'],
  [/^motp-verify\/questions-/, 400, 'the questions, loaded when they are opened'],
  [/^motp-verify\/app-link-/, 1_500, 'the link to the app, loaded where a page has one'],
  [/^motp-verify\/qr-code-/, 3_800, 'QR codes, loaded with the guide on a wide screen'],
  [/^motp-verify\/legacy-/, 1_650, 'the codec of legacy endpoints'],
  [/^motp-verify\/site-help-/, 1_100, 'explains mistakes to the site developer'],
  [/^motp-verify\/success-actions-/, 1_200, 'the actions after success that a page declares'],
  [/^motp-verify\/[a-z]{2,3}-/, 4_200, 'a locale or its guide'],
];

/** The maximum size of a file without compression, in bytes. Tomcat compresses nothing by default. */
const UNCOMPRESSED_LIMITS: readonly SizeLimit[] = [
  [/^motp-verify\.classic\.js$/, 147_500, 'the same without compression'],
];

/** The size of a built file and its limit, in bytes. */
export interface FileSize {
  readonly file: string;
  readonly bytes: number;
  readonly limit: number;
  readonly content: string;
}

/** Measures the scripts that a page loads itself. The modules are left to a site's bundler. */
export function measureSizes(folder = 'dist'): readonly FileSize[] {
  const paths = globSync([`${folder}/*.js`, `${folder}/motp-verify/*.js`]).toSorted();
  return paths.flatMap((path) => {
    const file = relative(folder, path).replaceAll(sep, '/');
    const source = readFileSync(path);
    const [, limit = 0, content = 'without a limit'] = limitOf(file, LIMITS) ?? [];
    const compressed = {file, bytes: brotliCompressSync(source).length, limit, content};
    const uncompressed = limitOf(file, UNCOMPRESSED_LIMITS);
    if (!uncompressed) return [compressed];
    const [, maximum, what] = uncompressed;
    return [compressed, {file, bytes: source.length, limit: maximum, content: what}];
  });
}

function limitOf(file: string, limits: readonly SizeLimit[]): SizeLimit | undefined {
  return limits.find(([pattern]) => pattern.test(file));
}

if (import.meta.main) {
  const sizes = measureSizes(process.argv[2]);
  for (const {file, bytes, limit, content} of sizes) {
    const mark = bytes > limit ? '✘' : ' ';
    const [size, maximum] = [bytes, limit].map((n) => n.toLocaleString('en').padStart(7));
    console.log(`${mark} ${size} of ${maximum}  ${file} (${content})`);
  }
  const isMissing = sizes.length === 0;
  if (isMissing) console.error('dist has no scripts. Run `npm run build` first.');
  process.exit(isMissing || sizes.some(({bytes, limit}) => bytes > limit) ? 1 : 0);
}
