/** Whether this machine draws text as the one of the reference pictures does. */
import {execFileSync} from 'node:child_process';
import {findProgram, type BrowserProgram} from '../../tools/browsers.ts';

/** The font of the pictures: Debian's package fonts-noto-cjk. */
const FONT = 'Noto Sans CJK KR';

/**
 * Returns why pictures cannot be compared here; `false` if they can. Another system draws letters and
 * dialogs in another way, and another font has other widths.
 */
export function whyNotComparable(chromium: BrowserProgram | undefined): string | false {
  if (!chromium || process.platform !== 'linux') return 'it needs Chromium on Linux';
  if (!findProgram('fc-list')) return 'fontconfig is missing';
  const families = execFileSync('fc-list', [':', 'family'], {encoding: 'utf8'});
  return families.includes(FONT) ? false : `the font ${FONT} is missing (fonts-noto-cjk)`;
}
