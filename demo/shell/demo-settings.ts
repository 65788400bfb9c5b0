/** A scene of the demo: what its switches say. It stands in the page's address, to be linked to. */
import {OCCASIONS} from '../../src/core/occasion.ts';
import {SERVER_FAULTS} from '../backend/server-faults.ts';
import {CLOCKS} from '../phone/phone-clock.ts';
import {TRAINEE_IDS, TRAINEES} from '../backend/fixtures.ts';

/** The choices of each switch; the first is the default. */
export const OPTIONS = {
  trainee: TRAINEE_IDS,
  occasion: OCCASIONS,
  lang: ['ko', 'en', 'vi', 'zh', 'th', 'id', 'uz', 'ne', 'km'],
  fault: SERVER_FAULTS,
  clock: CLOCKS,
  server: ['browser', 'node'],
  theme: ['auto', 'light', 'dark', 'high-contrast'],
} as const;

/** The name of a switch. */
export type SettingName = keyof typeof OPTIONS;

/** What each switch says. */
export type DemoSettings = {readonly [Name in SettingName]: (typeof OPTIONS)[Name][number]};

/** The scene that an address's query names; what it doesn't name, or wrongly, is the default. */
export function parseSettings(query: URLSearchParams): DemoSettings {
  const choice = <One extends string>(name: SettingName, choices: readonly [One, ...One[]]): One =>
    choices.find((one) => one === query.get(name)) ?? choices[0];
  const trainee = choice('trainee', OPTIONS.trainee);
  return {
    trainee,
    occasion: choice('occasion', OPTIONS.occasion),
    lang: choice('lang', OPTIONS.lang),
    fault: choice('fault', OPTIONS.fault),
    clock: query.has('clock') ? choice('clock', OPTIONS.clock) : TRAINEES[trainee].clock,
    server: choice('server', OPTIONS.server),
    theme: choice('theme', OPTIONS.theme),
  };
}

/** The query that names a scene, without its defaults. */
export function toQuery(scene: DemoSettings): string {
  const bare = scene.trainee === OPTIONS.trainee[0] ? {} : {trainee: scene.trainee};
  const unsaid = parseSettings(new URLSearchParams(bare));
  const said = Object.entries(scene).filter(([name, is]) => unsaid[name as SettingName] !== is);
  return new URLSearchParams({...bare, ...Object.fromEntries(said)}).toString();
}
