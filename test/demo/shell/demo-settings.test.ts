import {expect} from '@open-wc/testing';
import {
  OPTIONS,
  toQuery,
  parseSettings,
  type DemoSettings,
  type SettingName,
} from '../../../demo/shell/demo-settings.ts';

describe('the address of a scene', () => {
  it('is empty for the ordinary one', () => {
    expect(toQuery(parseSettings(new URLSearchParams()))).to.equal('');
  });

  for (const name of Object.keys(OPTIONS) as SettingName[]) {
    for (const choice of OPTIONS[name]) {
      it(`leads back to ${name} ${choice}`, () => {
        const ordinary = parseSettings(new URLSearchParams());
        const scene = {...ordinary, [name]: choice} as DemoSettings;
        expect(parseSettings(new URLSearchParams(toQuery(scene)))).to.deep.equal(scene);
      });
    }
  }

  it('leads to the clock that goes with a trainee, unless it names another', () => {
    expect(parseSettings(new URLSearchParams('trainee=abroad')).clock).to.equal('by-hand');
    const mended = parseSettings(new URLSearchParams('trainee=abroad&clock=automatic'));
    expect(mended.clock).to.equal('automatic');
    expect(parseSettings(new URLSearchParams(toQuery(mended)))).to.deep.equal(mended);
  });

  it('falls back where it names what there is not', () => {
    const scene = parseSettings(new URLSearchParams('trainee=__proto__&fault=angry&lang=xx'));
    expect(toQuery(scene)).to.equal('');
  });
});
