/** `npm run test:visual:renew`: makes the present look of every state the reference. */
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {findBrowser, installHint} from '../../tools/browsers.ts';
import {openBrowser} from '../../tools/preview.ts';
import {startCardSite, STEADY_ARGS} from './card-page.ts';
import {saveRenderer, whyNotDrawable} from './comparable.ts';
import {saveReference, SCENES, takePictures} from './pictures.ts';

const chromium = findBrowser('chromium');
if (!chromium) throw new Error(installHint('chromium'));
const reason = whyNotDrawable(chromium);
if (reason) throw new Error(`Pictures of this machine would suit no other: ${reason}.`);
await ensurePackage();
const site = await startCardSite('dist');
const browser = await openBrowser(chromium, STEADY_ARGS);
for (const scene of SCENES) {
  for (const picture of await takePictures(browser, site, scene)) saveReference(picture);
}
await browser.close();
await site.close();
saveRenderer(chromium);
