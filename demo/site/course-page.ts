/** A whole course on the stage: the training site beside the trainee's phone. */
import {one, openStage} from '../shell/start-demo.ts';
import {TRAINEES} from '../backend/fixtures.ts';
import {TrainingSite} from './training-site.ts';

const site = new TrainingSite();

await openStage({
  show({trainee, lang}, ways) {
    site.server = new URL('api/site', document.baseURI).href;
    site.ways = ways;
    site.trainee = TRAINEES[trainee].atSite;
    site.lang = document.documentElement.lang;
    site.checkLang = lang;
    // Its server is there by now.
    if (!site.isConnected) one(HTMLElement, '#site').append(site);
  },
});
