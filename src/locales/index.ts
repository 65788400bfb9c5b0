import {initial} from './ko/initial.ts';
import type {Locale, LoadedLocale} from './messages.ts';

/**
 * The locale for pages without a language, or with one that the widget does not have: Korean. It has
 * the initial messages only; the runtime loads the others.
 */
export const DEFAULT_LOCALE: LoadedLocale = {tag: 'ko', messages: initial};

/**
 * The loaders of the other locales, by primary language subtag (BCP 47). `zh` is Simplified Chinese.
 * It also serves zh-TW, zh-HK and zh-Hant, because there is no Traditional Chinese locale.
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
 * Loads the locale for a language tag by its primary subtag: `en` for `en-GB`. Returns Korean
 * synchronously.
 */
export function loadLocale(tag: string): LoadedLocale | Promise<Locale> {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return LOADERS.get(primary)?.().then(({locale}) => locale) ?? DEFAULT_LOCALE;
}
