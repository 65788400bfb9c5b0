/** The page with a whole course: the training site beside the trainee's phone. */
import {requireElement, startDemo} from '../shell/start-demo.ts';
import {TRAINEES} from '../backend/fixtures.ts';
import {DemoSite} from './demo-site.ts';

const site = new DemoSite();

await startDemo({
  update({trainee, lang}, urls) {
    site.server = new URL('api/site', document.baseURI).href;
    site.identityUrls = urls;
    site.trainee = TRAINEES[trainee].siteIdentity;
    site.lang = document.documentElement.lang;
    site.widgetLang = lang;
    // The first update comes after the servers have started.
    if (!site.isConnected) requireElement(HTMLElement, '#site').append(site);
  },
  whenDrawn: () => site.whenLoaded,
});
