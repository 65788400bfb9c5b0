/** A scene of the demo: what its switches say. It stands in the page's address, to be linked to. */
import {OCCASIONS} from '../../src/core/occasion.ts';
import {MOODS} from '../backend/server-faults.ts';
import {CLOCKS} from '../phone/phone-clock.ts';
import {TRAINEE_IDS, TRAINEES} from '../backend/fixtures.ts';

/** The choices of each switch; the first is the default. */
export const CHOICES = {
  trainee: TRAINEE_IDS,
  occasion: OCCASIONS,
  lang: ['ko', 'en', 'vi', 'zh', 'th', 'id', 'uz', 'ne', 'km'],
  mood: MOODS,
  clock: CLOCKS,
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
  const trainee = choice('trainee', CHOICES.trainee);
  return {
    trainee,
    occasion: choice('occasion', CHOICES.occasion),
    lang: choice('lang', CHOICES.lang),
    mood: choice('mood', CHOICES.mood),
    clock: query.has('clock') ? choice('clock', CHOICES.clock) : TRAINEES[trainee].clock,
    server: choice('server', CHOICES.server),
    theme: choice('theme', CHOICES.theme),
  };
}

/** The query that names a scene, without its defaults. */
export function queryOf(scene: Scene): string {
  const bare = scene.trainee === CHOICES.trainee[0] ? {} : {trainee: scene.trainee};
  const unsaid = sceneOf(new URLSearchParams(bare));
  const said = Object.entries(scene).filter(([name, is]) => unsaid[name as Switch] !== is);
  return new URLSearchParams({...bare, ...Object.fromEntries(said)}).toString();
}
