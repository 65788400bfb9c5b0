/** The languages of the widget. Korean is at hand; the others arrive when they are asked for. */
import {first} from './ko/initial.ts';
import type {Language, ShownLanguage} from './messages.ts';

/**
 * The language that the widget speaks where the page says nothing, or one that it doesn't know; so far
 * what it says at first.
 */
export const SOURCE: ShownLanguage = {tag: 'ko', words: first};

/**
 * By primary subtag. `zh` is Simplified Chinese; it serves zh-CN and zh-SG, and zh-TW, zh-HK and
 * zh-Hant until there is a Traditional one.
 */
const ARRIVING = new Map<string, () => Promise<{readonly language: Language}>>([
  ['en', () => import('./en.ts')],
  ['vi', () => import('./vi.ts')],
  ['zh', () => import('./zh.ts')],
  ['th', () => import('./th.ts')],
  ['id', () => import('./id.ts')],
  ['uz', () => import('./uz.ts')],
  ['ne', () => import('./ne.ts')],
  ['km', () => import('./km.ts')],
]);

/**
 * The catalogue for a language tag, by its primary subtag: `en-GB` is served by `en`. At once where
 * it is at hand.
 */
export function languageFor(tag: string): ShownLanguage | Promise<Language> {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return ARRIVING.get(primary)?.().then(({language}) => language) ?? SOURCE;
}
