/** The languages of the widget. Korean is at hand; the others arrive when they are asked for. */
import {ko} from './ko.ts';
import type {GuideWords, Language, Words} from './words.ts';

/** The language that the widget speaks where the page says nothing, or one that it doesn't know. */
export const SOURCE = {
  tag: 'ko',
  words: ko,
  guide: () => import('./guide/ko.ts').then(({ko: guide}): GuideWords => guide),
} satisfies Language;

/**
 * By primary subtag. `zh` is Simplified Chinese; it serves zh-CN and zh-SG, and zh-TW, zh-HK and
 * zh-Hant until there is a Traditional one.
 */
const ARRIVING: ReadonlyMap<string, () => Promise<Language>> = new Map([
  arriving('en', {words: () => import('./en.ts'), guide: () => import('./guide/en.ts')}),
  arriving('vi', {words: () => import('./vi.ts'), guide: () => import('./guide/vi.ts')}),
  arriving('zh', {words: () => import('./zh.ts'), guide: () => import('./guide/zh.ts')}),
  arriving('th', {words: () => import('./th.ts'), guide: () => import('./guide/th.ts')}),
  arriving('id', {words: () => import('./id.ts'), guide: () => import('./guide/id.ts')}),
  arriving('uz', {words: () => import('./uz.ts'), guide: () => import('./guide/uz.ts')}),
  arriving('ne', {words: () => import('./ne.ts'), guide: () => import('./guide/ne.ts')}),
  arriving('km', {words: () => import('./km.ts'), guide: () => import('./guide/km.ts')}),
]);

/**
 * The catalogue for a language tag, by its primary subtag: `en-GB` is served by `en`. At once where
 * it is at hand.
 */
export function languageFor(tag: string): Language | Promise<Language> {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return ARRIVING.get(primary)?.() ?? SOURCE;
}

/** A language whose two catalogues export themselves under its tag; each comes when it is due. */
function arriving<Tag extends string>(
  tag: Tag,
  load: {
    readonly words: () => Promise<Readonly<Record<Tag, Words>>>;
    readonly guide: () => Promise<Readonly<Record<Tag, GuideWords>>>;
  },
): readonly [Tag, () => Promise<Language>] {
  // One function for all time: by it the widget knows that the guide has arrived.
  const guide = (): Promise<GuideWords> => load.guide().then((module) => module[tag]);
  return [tag, () => load.words().then((module) => ({tag, words: module[tag], guide}))];
}
