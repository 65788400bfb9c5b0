import {expect} from '@open-wc/testing';
import {
  OPTIONS,
  toQuery,
  parseSettings,
  type DemoSettings,
  type SettingName,
} from '../../../demo/shell/demo-settings.ts';

describe('the query of the demo’s settings', () => {
  it('is empty for the defaults', () => {
    expect(toQuery(parseSettings(new URLSearchParams()))).to.equal('');
  });

  for (const name of Object.keys(OPTIONS) as SettingName[]) {
    for (const option of OPTIONS[name]) {
      it(`round-trips ${name} ${option}`, () => {
        const defaults = parseSettings(new URLSearchParams());
        const settings = {...defaults, [name]: option} as DemoSettings;
        expect(parseSettings(new URLSearchParams(toQuery(settings)))).to.deep.equal(settings);
      });
    }
  }

  it('sets the clock of the trainee unless it names another', () => {
    expect(parseSettings(new URLSearchParams('trainee=abroad')).clock).to.equal('by-hand');
    const corrected = parseSettings(new URLSearchParams('trainee=abroad&clock=automatic'));
    expect(corrected.clock).to.equal('automatic');
    expect(parseSettings(new URLSearchParams(toQuery(corrected)))).to.deep.equal(corrected);
  });

  it('falls back to the default for an unknown option', () => {
    const settings = parseSettings(new URLSearchParams('trainee=__proto__&fault=angry&lang=xx'));
    expect(toQuery(settings)).to.equal('');
  });
});
