/**
 * The strictest Content Security Policy under which the widget works. No state violates it, with the
 * page's own Lit, with the script loaded twice, and with or without `style-src`.
 */
import assert from 'node:assert/strict';
import {basename, dirname} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {build} from 'vite';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import type {VerificationState} from '../../src/core/state.ts';
import {
  respondWith,
  cutBefore,
  FaultServer,
  hangAfter,
  passThrough,
  type Fault,
} from '../faults/fault-server.ts';
import {useBrowser} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';

const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; ";

const WIDGET = `<motp-verify endpoint="api" timeout="3" trainee-name="홍 길동" trainee-phone="01012345678"
  phone-identity-url="/phone" ipin-url="/ipin" re-registration-url="/again" login-url="/login"
  help-tel="1833-3075" guide="open"></motp-verify>`;

/** The page's own element, as the page's bundler builds it. */
const HOST_LIT = 'node_modules/.cache/motp-verify/csp/host-lit.js';

const SCRIPT = '<script type="module" src="/motp-verify.min.js"></script>';
const HEAD = '<!doctype html><html lang="ko"><title>strict</title>';

/** The markup and the policy of each page. */
const PAGES: Readonly<Record<string, {readonly html: string; readonly policy: string}>> = {
  'the strict policy': {
    html: `${HEAD}${SCRIPT}${WIDGET}`,
    policy: `${STRICT}trusted-types motp-verify`,
  },
  'the strict policy, with style-src': {
    html: `${HEAD}${SCRIPT}${WIDGET}`,
    policy: `${STRICT}style-src 'self'; trusted-types motp-verify`,
  },
  'the classic script, loaded twice': {
    html: `${HEAD}${WIDGET}<script src="/motp-verify.classic.js"></script>
      <script src="/motp-verify.classic.js?again"></script>`,
    policy: `${STRICT}trusted-types motp-verify`,
  },
  'module and classic script, both': {
    html: `${HEAD}${SCRIPT}${WIDGET}<script src="/motp-verify.classic.js"></script>`,
    policy: `${STRICT}trusted-types motp-verify`,
  },
  'the page’s own Lit, under the policy name of its own': {
    html: `${HEAD}<script type="module" src="/host-lit.js"></script>${SCRIPT}${WIDGET}<host-lit></host-lit>`,
    policy: `${STRICT}trusted-types motp-verify lit-html`,
  },
};

/** Each state, the faults of the post that lead to it, the code, and the faults of the lookups. */
const STATES: readonly (readonly [
  state: VerificationState['status'],
  posts: readonly Fault[],
  code: string,
  gets?: readonly Fault[],
])[] = [
  ['ready', [passThrough], '900001'],
  ['rate-limited', [respondWith(429, '', {'Retry-After': '60'})], '900001'],
  ['signed-out', [respondWith(401, '{"code": "session-required"}')], '900001'],
  ['sending', [hangAfter], '900001'],
  ['unknown', [respondWith(503, '<p>', {'Retry-After': '60'})], '900001'],
  // The lookup is never answered: the state would end before it is seen.
  ['checking', [cutBefore], '900001', [hangAfter]],
  ['locked', [respondWith(423, '{"code": "locked", "unlock": ["phone-identity"]}')], '900001'],
  ['verified', [passThrough], '000001'],
];

describe('no violation and no console line', () => {
  const server = new FaultServer({'/host-lit.js': HOST_LIT});
  const browser = useBrowser();

  before(async () => {
    await ensurePackage();
    await buildHostLit();
    await server.start();
  });

  after(() => server.stop());

  for (const [name, {html, policy}] of Object.entries(PAGES)) {
    for (const [state, posts, code, gets = []] of STATES) {
      it(`${name}: ${state}`, async () => {
        const headers = {'Content-Security-Policy': policy};
        const {session, url} = server.openSession({html, headers});
        session.posts = [...posts];
        session.gets = [...gets];
        const page = await browser().newPage();
        const readProblems = await observeProblems(page);
        await page.goto(url);
        const field = await page.waitForSelector('motp-verify >>> input');
        await field?.type(code);
        await page.keyboard.press('Enter');
        await waitFor(() => page.evaluate(hasStatus, state), state);
        assert.deepEqual(await readProblems(), []);
        await page.close();
      });
    }
  }

  it('a violation is detected', async () => {
    const headers = {'Content-Security-Policy': `${STRICT}trusted-types other`};
    const {url} = server.openSession({html: `${HEAD}${SCRIPT}${WIDGET}`, headers});
    const page = await browser().newPage();
    const readProblems = await observeProblems(page);
    await page.goto(url);
    assert.notDeepEqual(await readProblems(), []);
    await page.close();
  });
});

/** Builds the page's own element, as the page's bundler would. */
async function buildHostLit(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      // Not `dist`, which holds the package alone.
      outDir: dirname(HOST_LIT),
      lib: {entry: 'test/csp/host-lit.ts', formats: ['es'], fileName: () => basename(HOST_LIT)},
    },
  });
}

/** Collects violations, errors and console lines, without those of failed requests. */
async function observeProblems(page: Page): Promise<() => Promise<readonly string[]>> {
  const lines: string[] = [];
  page.on('pageerror', (error) => lines.push(String(error)));
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource')) lines.push(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    const violations: string[] = [];
    Object.assign(window, {violations});
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return async () => {
    const violations = await page.evaluate(
      () => (window as unknown as {readonly violations: string[]}).violations,
    );
    return [...lines, ...violations];
  };
}

/** Returns whether the widget is in a state. Runs in the page. */
function hasStatus(state: string): boolean {
  const widget = document.querySelector('motp-verify') as unknown as {
    verification?: VerificationState;
  };
  return widget.verification?.status === state;
}
