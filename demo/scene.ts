/** A scene of the demo: what its switches say. It stands in the page's address, to be linked to. */
import {OCCASIONS} from '../src/core/occasion.ts';
import {MOODS} from './mood.ts';

/** The choices of each switch; the first is the default. */
export const CHOICES = {
  occasion: OCCASIONS,
  lang: ['ko', 'en', 'vi', 'zh', 'th', 'id', 'uz', 'ne', 'km'],
  mood: MOODS,
  server: ['browser', 'real'],
  theme: ['auto', 'light', 'dark', 'high-contrast'],
} as const;

/** The name of a switch. */
export type Switch = keyof typeof CHOICES;

/** What each switch says. */
export type Scene = {readonly [Name in Switch]: (typeof CHOICES)[Name][number]};

/** The scene that an address's query names; what it doesn't name, or wrongly, is the default. */
export function sceneOf(query: URLSearchParams): Scene {
  const choice = <One extends string>(name: Switch, choices: readonly [One, ...One[]]): One =>
    choices.find((one) => one === query.get(name)) ?? choices[0];
  return {
    occasion: choice('occasion', CHOICES.occasion),
    lang: choice('lang', CHOICES.lang),
    mood: choice('mood', CHOICES.mood),
    server: choice('server', CHOICES.server),
    theme: choice('theme', CHOICES.theme),
  };
}

/** The query that names a scene, without its defaults. */
export function queryOf(scene: Scene): string {
  const named = Object.entries(scene).filter(([name, is]) => CHOICES[name as Switch][0] !== is);
  return new URLSearchParams(Object.fromEntries(named)).toString();
}
