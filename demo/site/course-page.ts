/** A whole course on the stage: the training site beside the trainee's phone. */
import {requireElement, startDemo} from '../shell/start-demo.ts';
import {TRAINEES} from '../backend/fixtures.ts';
import {DemoSite} from './demo-site.ts';

const site = new DemoSite();

await startDemo({
  update({trainee, lang}, ways) {
    site.server = new URL('api/site', document.baseURI).href;
    site.identityUrls = ways;
    site.trainee = TRAINEES[trainee].siteIdentity;
    site.lang = document.documentElement.lang;
    site.widgetLang = lang;
    // Its server is there by now.
    if (!site.isConnected) requireElement(HTMLElement, '#site').append(site);
  },
});
