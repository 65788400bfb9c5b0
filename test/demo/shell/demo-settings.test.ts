import {expect} from '@open-wc/testing';
import {
  CHOICES,
  queryOf,
  sceneOf,
  type Scene,
  type Switch,
} from '../../../demo/shell/demo-settings.ts';

describe('the address of a scene', () => {
  it('is empty for the ordinary one', () => {
    expect(queryOf(sceneOf(new URLSearchParams()))).to.equal('');
  });

  for (const name of Object.keys(CHOICES) as Switch[]) {
    for (const choice of CHOICES[name]) {
      it(`leads back to ${name} ${choice}`, () => {
        const ordinary = sceneOf(new URLSearchParams());
        const scene = {...ordinary, [name]: choice} as Scene;
        expect(sceneOf(new URLSearchParams(queryOf(scene)))).to.deep.equal(scene);
      });
    }
  }

  it('leads to the clock that goes with a trainee, unless it names another', () => {
    expect(sceneOf(new URLSearchParams('trainee=abroad')).clock).to.equal('by-hand');
    const mended = sceneOf(new URLSearchParams('trainee=abroad&clock=automatic'));
    expect(mended.clock).to.equal('automatic');
    expect(sceneOf(new URLSearchParams(queryOf(mended)))).to.deep.equal(mended);
  });

  it('falls back where it names what there is not', () => {
    const scene = sceneOf(new URLSearchParams('trainee=__proto__&mood=angry&lang=xx'));
    expect(queryOf(scene)).to.equal('');
  });
});
