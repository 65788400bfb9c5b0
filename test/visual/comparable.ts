/** Whether this machine draws text as the one of the reference pictures does. */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {findProgram, type BrowserProgram} from '../../tools/browsers.ts';

/** Describes the machine that has drawn the reference pictures. */
const DRAWN_BY = `${import.meta.dirname}/references/drawn-by.json`;

/** The font of the pictures: Debian's package fonts-noto-cjk. */
const FONT = 'Noto Sans CJK KR';

/** The font patterns of the card and of the code field. */
const FONT_PATTERNS = ['system-ui', 'sans-serif', 'sans-serif:lang=ko', 'Malgun Gothic'];

/** What decides how text looks. */
interface TextRenderer {
  /** The major version of Chromium. */
  readonly chromium: string;
  /** The font files that fontconfig chooses for {@link FONT_PATTERNS}. */
  readonly fonts: readonly string[];
}

/**
 * Returns why pictures cannot be drawn here that others can compare; `false` if they can. Another
 * system draws letters and dialogs in another way.
 */
export function whyNotDrawable(chromium: BrowserProgram | undefined): string | false {
  if (!chromium || process.platform !== 'linux') return 'it needs Chromium on Linux';
  if (!findProgram('fc-match')) return 'fontconfig is missing';
  const {fonts} = describeRenderer(chromium);
  return fonts.some((font) => font.includes('CJK'))
    ? false
    : `the font ${FONT} is missing (fonts-noto-cjk)`;
}

/**
 * Returns why pictures of this machine cannot be compared with the reference pictures; `false` if they
 * can.
 */
export function whyNotComparable(chromium: BrowserProgram | undefined): string | false {
  const reason = whyNotDrawable(chromium);
  if (reason || !chromium) return reason;
  if (!existsSync(DRAWN_BY)) return 'there are no reference pictures';
  const here = JSON.stringify(describeRenderer(chromium));
  // Parsed, because a formatter may have changed the spaces.
  const there = JSON.stringify(JSON.parse(readFileSync(DRAWN_BY, 'utf8')));
  return here === there ? false : `it draws text with ${here}, the references with ${there}`;
}

/** Writes which renderer has drawn the reference pictures. */
export function saveRenderer(chromium: BrowserProgram): void {
  writeFileSync(DRAWN_BY, `${JSON.stringify(describeRenderer(chromium), null, 2)}\n`);
}

function describeRenderer({path}: BrowserProgram): TextRenderer {
  const [major = ''] = /\d+/.exec(execFileSync(path, ['--version'], {encoding: 'utf8'})) ?? [];
  const fonts = FONT_PATTERNS.map((pattern) =>
    execFileSync('fc-match', ['--format=%{file|basename}', pattern], {encoding: 'utf8'}),
  );
  return {chromium: major, fonts};
}
