/**
 * The widget in pages that nobody here wrote (docs/host-pages.md): each kind of interference with both
 * builds, in Chromium and Firefox.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {BrowserContext} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {FaultServer} from '../faults/fault-server.ts';
import {INSTALLED_BROWSERS, useBrowser} from '../harness/browsers.ts';
import {BUILT_IN_CASES} from './built-in-cases.ts';
import {CONTAINER_CASES} from './container-cases.ts';
import {EVENT_CASES} from './event-cases.ts';
import type {HostCase} from './host-case.ts';
import {HostPage} from './host-page.ts';
import {bundleSentry, LIBRARIES} from './libraries.ts';
import {MARKUP_CASES} from './markup-cases.ts';
import {NETWORK_CASES} from './network-cases.ts';

const KINDS: Readonly<Record<string, readonly HostCase[]>> = {
  ...CONTAINER_CASES,
  ...EVENT_CASES,
  ...BUILT_IN_CASES,
  ...NETWORK_CASES,
  ...MARKUP_CASES,
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

for (const browserName of INSTALLED_BROWSERS) {
  // The suite needs pages with sessions, which puppeteer cannot open in WebKit.
  if (browserName === 'webkit') continue;
  describe(`in ${browserName}`, () => {
    const browser = useBrowser(browserName);
    for (const [kind, cases] of Object.entries(KINDS)) {
      // In Firefox, pages are tabs of one window, of which one has the focus.
      describe(kind, {concurrency: browserName === 'firefox' ? 1 : 2}, () => {
        for (const one of cases) {
          const {firefox = false, module = false} = one.skip ?? {};
          it(one.title, {skip: browserName === 'firefox' && firefox}, async (test) => {
            const context = await browser().createBrowserContext();
            test.after(() => context.close());
            for (const [build, tag] of Object.entries(BUILDS)) {
              await test.test(build, {skip: build === 'module' && module}, () =>
                runCase(one, tag, context),
              );
            }
          });
        }
      });
    }
  });
}

/** Runs a case in a page of its own. @param tag loads the build */
async function runCase(
  {html, headers = {}, prepare, run, expectedErrors}: HostCase,
  tag: string,
  context: BrowserContext,
): Promise<void> {
  const {session, url} = server.openSession({html: html.replaceAll('SCRIPT', () => tag), headers});
  prepare?.(session);
  const trainee = await HostPage.open(context, session, url);
  await run(trainee);
  const errors = trainee.errors.filter(
    (line) => !expectedErrors?.test(line) && !NOT_UNDERSTOOD.test(line),
  );
  assert.deepEqual(errors, []);
}
