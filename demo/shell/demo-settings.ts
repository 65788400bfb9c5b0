/** The demo's settings. They are part of the page's URL, so a page can be linked with its settings. */
import {OCCASIONS} from '../../src/core/occasion.ts';
import {SERVER_FAULTS} from '../backend/server-faults.ts';
import {CLOCKS} from '../phone/phone-clock.ts';
import {TRAINEE_IDS, TRAINEES} from '../backend/fixtures.ts';

/** The options of each setting; the first is the default. */
export const OPTIONS = {
  trainee: TRAINEE_IDS,
  occasion: OCCASIONS,
  lang: ['ko', 'en', 'vi', 'zh', 'th', 'id', 'uz', 'ne', 'km'],
  fault: SERVER_FAULTS,
  clock: CLOCKS,
  server: ['browser', 'node'],
  theme: ['auto', 'light', 'dark', 'high-contrast'],
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof OPTIONS;

/** The value of each setting. */
export type DemoSettings = {readonly [Name in SettingName]: (typeof OPTIONS)[Name][number]};

/** Parses the settings of a URL's query; a missing or invalid setting gets its default. */
export function parseSettings(query: URLSearchParams): DemoSettings {
  const parse = <Option extends string>(
    name: SettingName,
    options: readonly [Option, ...Option[]],
  ): Option => options.find((option) => option === query.get(name)) ?? options[0];
  const trainee = parse('trainee', OPTIONS.trainee);
  return {
    trainee,
    occasion: parse('occasion', OPTIONS.occasion),
    lang: parse('lang', OPTIONS.lang),
    fault: parse('fault', OPTIONS.fault),
    clock: query.has('clock') ? parse('clock', OPTIONS.clock) : TRAINEES[trainee].clock,
    server: parse('server', OPTIONS.server),
    theme: parse('theme', OPTIONS.theme),
  };
}

/** Formats settings as a query, without the settings that have their default. */
export function toQuery(settings: DemoSettings): string {
  const {trainee} = settings;
  const required = trainee === OPTIONS.trainee[0] ? {} : {trainee};
  const defaults = parseSettings(new URLSearchParams(required));
  const changed = Object.entries(settings).filter(
    ([name, value]) => defaults[name as SettingName] !== value,
  );
  return new URLSearchParams({...required, ...Object.fromEntries(changed)}).toString();
}
