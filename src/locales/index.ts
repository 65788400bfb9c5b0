/** The languages of the widget. Korean is at hand; the others arrive when they are asked for. */
import {initial} from './ko/initial.ts';
import type {Locale, LoadedLocale} from './messages.ts';

/**
 * The language that the widget speaks where the page says nothing, or one that it doesn't know; so far
 * what it says at first.
 */
export const DEFAULT_LOCALE: LoadedLocale = {tag: 'ko', messages: initial};

/**
 * By primary subtag. `zh` is Simplified Chinese; it serves zh-CN and zh-SG, and zh-TW, zh-HK and
 * zh-Hant until there is a Traditional one.
 */
const LOADERS = new Map<string, () => Promise<{readonly locale: Locale}>>([
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
export function loadLocale(tag: string): LoadedLocale | Promise<Locale> {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return LOADERS.get(primary)?.().then(({locale}) => locale) ?? DEFAULT_LOCALE;
}
