/** The widget alone in a page of its own, in the same state on every machine. */
import type {Hono} from 'hono';
import type {CDPSession, Page} from 'puppeteer-core';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

/** A window: width and height in px. */
export type WindowSize = readonly [width: number, height: number];

/** The arguments of Chromium that make its pictures independent of the machine. */
export const STEADY_ARGS: readonly string[] = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** The moment at which every picture is taken, in ms since the epoch. */
const NOW = Date.UTC(2026, 5, 1, 3, 0, 18);

/** The members of each answer, besides those that every answer has. */
const ANSWERS = {
  verified: [
    200,
    {verificationId: 'v1', occasion: 'lesson', verifiedAt: NOW, expiresAt: NOW + 600_000},
  ],
  'code-mismatch': [422, {failures: 1, maxFailures: 5}],
  'code-expired': [422, {failures: 0, maxFailures: 5}],
  'code-replayed': [422, {failures: 0, maxFailures: 5}],
  'identity-mismatch': [422, {failures: 0, maxFailures: 5, differs: ['name', 'phone']}],
  'not-registered': [422, {failures: 0, maxFailures: 5}],
  'invalid-request': [400, {}],
  unavailable: [503, {}],
  internal: [500, {}],
  'rate-limited': [429, {retryAfter: 30}],
  'session-required': [401, {}],
  locked: [423, {failures: 5, maxFailures: 5, unlock: ['phone-identity', 're-registration']}],
} as const satisfies Readonly<Record<string, readonly [status: number, members: object]>>;

/** What the endpoint answers to an attempt. */
export type Answer = keyof typeof ANSWERS;

/** All answers. */
export const ALL_ANSWERS = Object.keys(ANSWERS) as readonly Answer[];

/** A site with one page. Its endpoint gives the answer that its address names. */
export async function startCardSite(folder: string): Promise<TrainingSite> {
  const step = {serverTime: NOW, stepEndsInMs: 42_000, stepLengthMs: 60_000};
  return startTrainingSite((app: Hono) => {
    app.get('/card', (c) => c.html(pageOf(c.req.query('answer') ?? '', c.req.query('occasion'))));
    app.get('/answer/status', (c) => c.json({code: 'ready', failures: 0, maxFailures: 5, ...step}));
    app.post('/answer/:code', async (c) => {
      const code = c.req.param('code') as Answer;
      const [status, members] = ANSWERS[code];
      // Later than the half second after a press in which the browser allows shifts.
      await new Promise((resolve) => setTimeout(resolve, 700));
      return c.json({type: `urn:motp:${code}`, code, ...step, ...members}, status);
    });
    serveFolder(app, folder);
  });
}

const pageOf = (answer: string, occasion = 'lesson'): string => `<!doctype html><html lang="ko">
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <style>motp-verify {--motp-font: 'Noto Sans CJK KR', sans-serif}</style>
  <motp-verify endpoint="/answer/${answer}" status-url="/answer/status"
    occasion="${occasion}" unit="9" trainee-name="홍길동" trainee-phone="01012345678"
    phone-identity-url="/p" ipin-url="/i" re-registration-url="/r" login-url="/login"
    help-tel="1833-3075" support-url="/s" guide-url="/g" manual-url="/m"></motp-verify>
  <script type="module" src="/motp-verify.min.js"></script></html>`;

/** Opens the page in a window, and waits until the widget is complete. */
export async function openCard(
  page: Page,
  {url}: TrainingSite,
  [width, height]: WindowSize,
  {
    answer = 'code-mismatch',
    occasion = 'lesson',
  }: {readonly answer?: Answer; readonly occasion?: string} = {},
): Promise<void> {
  await page.setViewport({width, height});
  await page.emulateTimezone('Asia/Seoul');
  await emulateMedia(await page.createCDPSession(), {});
  await page.evaluateOnNewDocument(preparePage, NOW);
  await page.goto(`${url}card?answer=${answer}&occasion=${occasion}`);
  await page.waitForSelector('motp-verify >>> [part=countdown]');
  await page.evaluate(settle);
}

/** Enters a code, and waits until the answer is drawn. Returns the status of the verification. */
export async function enterCode(page: Page): Promise<string> {
  const field = await page.waitForSelector('motp-verify >>> input');
  await field?.click();
  await field?.type('123456');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => {
    const {status} = (document.querySelector('motp-verify') as unknown as Verifying).verification;
    return status !== 'sending' && status !== 'checking';
  });
  // The focus rests on the dialog or the panel before it goes on to the first control in it.
  await page.waitForFunction(() => {
    const widget = document.querySelector('motp-verify');
    const {status} = (widget as unknown as Verifying).verification;
    const container = {verified: 'dialog', locked: '[part=locked]'}[status];
    const control = container ? `${container} :is(a, button)` : 'a, button, input';
    return widget?.shadowRoot?.activeElement?.matches(control) ?? false;
  });
  return page.evaluate(settle);
}

/** Emulates media features; motion is always reduced, so that nothing moves in a picture. */
export async function emulateMedia(
  devtools: CDPSession,
  features: Readonly<Record<string, string>>,
): Promise<void> {
  const all = {'prefers-reduced-motion': 'reduce', 'forced-colors': '', ...features};
  await devtools.send('Emulation.setEmulatedMedia', {
    features: Object.entries(all).map(([name, value]) => ({name, value})),
  });
}

/** Stops the clocks, in the page, and records layout shifts that no input has caused. */
function preparePage(now: number): void {
  Date.now = () => now;
  performance.now = () => 1000;
  const shifts: number[] = [];
  Object.assign(window, {shifts});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as readonly Shift[]) {
      if (!entry.hadRecentInput) shifts.push(entry.value);
    }
  }).observe({type: 'layout-shift', buffered: true});
}

/** Waits, in the page, until the widget is drawn. Returns the status of the verification. */
async function settle(): Promise<string> {
  const widget = document.querySelector('motp-verify') as unknown as Verifying;
  await widget.updateComplete;
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return widget.verification.status;
}

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

interface Verifying {
  readonly verification: {readonly status: string};
  readonly updateComplete: Promise<unknown>;
}
