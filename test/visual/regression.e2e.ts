/**
 * Visual regression: each state in each window and theme looks like its reference picture.
 * `npm run test:visual:renew` makes the present look the reference.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {findBrowser} from '../../tools/browsers.ts';
import {useBrowser} from '../harness/browsers.ts';
import type {TrainingSite} from '../harness/training-site.ts';
import {startCardSite, STEADY_ARGS} from './card-page.ts';
import {whyNotComparable} from './comparable.ts';
import {compareWithReference, SCENES, takePictures} from './pictures.ts';

describe('the look', {skip: whyNotComparable(findBrowser('chromium'))}, () => {
  const browser = useBrowser('chromium', STEADY_ARGS);
  let site: TrainingSite;

  before(async () => {
    await ensurePackage();
    site = await startCardSite('dist');
  });

  after(() => site.close());

  for (const scene of SCENES) {
    const {state, size} = scene;
    it(`of ${state} at ${size.join('×')} is that of its references in every theme`, async () => {
      const pictures = await takePictures(browser(), site, scene);
      assert.deepEqual(pictures.map(compareWithReference).filter(Boolean), []);
    });
  }
});
