/**
 * The widget in pages that nobody here wrote (docs/host-pages.md): each kind of interference with both
 * builds, in Chromium and Firefox, and an example of each kind in WebKit.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {FaultServer} from '../faults/fault-server.ts';
import {INSTALLED_BROWSERS, useBrowser, useWebKitPage} from '../harness/browsers.ts';
import {TabPool} from '../harness/tab-pool.ts';
import {BUILT_IN_CASES} from './built-in-cases.ts';
import {CONTAINER_CASES} from './container-cases.ts';
import {EVENT_CASES} from './event-cases.ts';
import {FORM_CASES} from './form-cases.ts';
import type {HostCase, HostCases} from './host-case.ts';
import {HostPage} from './host-page.ts';
import {HTMX_CASES} from './htmx-cases.ts';
import {ERROR_RECORDER, puppeteerTab, webKitTab, type HostTab} from './host-tab.ts';
import {bundleSentry, LIBRARIES} from './libraries.ts';
import {LAYOUT_CASES} from './layout-cases.ts';
import {MARKUP_CASES} from './markup-cases.ts';
import {NETWORK_CASES} from './network-cases.ts';
import {TURBO_CASES} from './turbo-cases.ts';

const KINDS: Readonly<Record<string, HostCases>> = {
  ...CONTAINER_CASES,
  ...EVENT_CASES,
  ...BUILT_IN_CASES,
  ...NETWORK_CASES,
  ...MARKUP_CASES,
  ...LAYOUT_CASES,
  ...FORM_CASES,
  ...TURBO_CASES,
  ...HTMX_CASES,
};

const BUILDS = {
  module: '<script type="module" src="/motp-verify.min.js"></script>',
  classic: '<script src="/motp-verify.classic.js"></script>',
} as const;

const server = new FaultServer(LIBRARIES);

/** The widget's own line about an answer that is not the endpoint's. */
const NOT_UNDERSTOOD = /^<motp-verify> [\w-]+ answered /;

before(async () => {
  await ensurePackage();
  await bundleSentry();
  await server.start();
});

after(() => server.stop());

for (const name of INSTALLED_BROWSERS) {
  if (name === 'webkit') continue;
  describe(`in ${name}`, () => {
    const tabs = new TabPool(useBrowser(name));
    for (const [kind, cases] of Object.entries(KINDS)) {
      // In Firefox, pages are tabs of one window, of which one has the focus.
      describe(kind, {concurrency: name === 'firefox' ? 1 : 2}, () => {
        for (const one of cases) {
          for (const [build, tag] of Object.entries(BUILDS)) {
            const skip = name === 'firefox' && one.skip?.firefox;
            it(`${one.title} (${build})`, {skip}, async (test) =>
              runCase(one, tag, puppeteerTab(await tabs.take(test))),
            );
          }
        }
      });
    }
  });
}

describe('in webkit', {skip: !INSTALLED_BROWSERS.includes('webkit')}, () => {
  const page = useWebKitPage();
  // Its driver is slow: the first example of each kind, with the script of most sites.
  for (const [kind, cases] of Object.entries(KINDS)) {
    const one = cases.find(({skip}) => !skip?.webkit);
    if (!one) continue;
    it(`${kind}: ${one.title}`, () =>
      runCase(one, `${ERROR_RECORDER}${BUILDS.module}`, webKitTab(page())));
  }
});

/** Runs a case in a page of its own. @param tag loads the build */
async function runCase(
  {html, headers = {}, prepare, run, expectedErrors}: HostCase,
  tag: string,
  tab: HostTab,
): Promise<void> {
  const {session, url} = server.openSession({html: html.replaceAll('SCRIPT', () => tag), headers});
  prepare?.(session);
  const trainee = await HostPage.open(tab, session, url);
  await run(trainee);
  const errors = (await trainee.errors()).filter(
    (line) => !expectedErrors?.test(line) && !NOT_UNDERSTOOD.test(line),
  );
  assert.deepEqual(errors, []);
}
