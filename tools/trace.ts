/**
 * Traces one wrong code through the sources in Chromium: how many files and folders the calls enter
 * from Enter to `fetch`, and from the response to the drawing; and how often an idle widget parses its
 * configuration.
 *
 * `npm run trace` prints a table and fails where an aim is missed; `-- --calls` prints each call too.
 */
import type {Page} from 'puppeteer-core';
import {createServer, type ViteDevServer} from 'vite';
import {installHint, findBrowser} from './browsers.ts';
import {openBrowser} from './preview.ts';
import {installRecorder, type Call} from './trace/recorder.ts';
import {traceCalls} from './trace/trace-calls.ts';

/** How long the widget is left idle, in ms. */
const IDLE_MS = 60_000;

/** The function that parses the configuration. */
const PARSE = /^parseConfig$/;

/** Folders from the lowest layer to the highest; a call to a higher layer is a move up. */
const LAYERS: Readonly<Record<string, number>> = {
  core: 0,
  locales: 0,
  transport: 1,
  runtime: 2,
  element: 3,
  src: 4,
};

const PAGE = `<!doctype html>
<html lang="ko">
  <meta charset="utf-8" />
  <title>Trace</title>
  <script>(${String(installRecorder)})()</script>
  <motp-verify
    endpoint="/otp"
    occasion="exam"
    trainee-name="홍길동"
    trainee-phone="010-1234-5678"
  ></motp-verify>
  <script type="module" src="/src/define.ts"></script>
</html>`;

/** A line of the table; a line without an aim only informs. */
interface Row {
  readonly label: string;
  readonly count: number;
  readonly aim?: number;
}

const chromium = findBrowser('chromium');
if (!chromium) throw new Error(installHint('chromium'));
const server = await serveSources();
const browser = await openBrowser(chromium);
try {
  const [url = ''] = server.resolvedUrls?.local ?? [];
  const page = await openPage(url);
  const attempt = await recordWrongCode(page);
  // The response has started the countdown.
  const idle = await recordIdleMinute(page);
  // Lit can render the sending state before `fetch`. Those calls are counted separately.
  const sent = attempt.sent.filter(({isUpdate}) => !isUpdate);
  const rows = [
    ...rowsOf('Enter → fetch', sent, {roomChanges: 12}),
    {label: 'Enter → fetch: calls of updates meanwhile', count: attempt.sent.length - sent.length},
    ...rowsOf('response → drawing', attempt.drawn, {movesUp: 2}),
    {label: 'idle minute: configuration parses', count: countOf(idle, PARSE), aim: 1},
    {label: 'idle minute: updates', count: countOf(idle, /^performUpdate$/)},
  ];
  if (process.argv.includes('--calls')) {
    printCalls('Enter → fetch', attempt.sent);
    printCalls('response → drawing', attempt.drawn);
  }
  printMovesUp('Enter → fetch', sent);
  printMovesUp('response → drawing', attempt.drawn);
  process.exitCode = printTable(rows) ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}

async function serveSources(): Promise<ViteDevServer> {
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    // Dependencies are served as they are, so that no reload interrupts the trace.
    optimizeDeps: {noDiscovery: true, include: []},
    server: {host: '127.0.0.1', port: 0, hmr: false, watch: null},
    plugins: [
      traceCalls('src'),
      {
        name: 'trace-page',
        configureServer({middlewares}) {
          middlewares.use((request, response, next) => {
            if (request.url !== '/') return next();
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(PAGE);
          });
        },
      },
    ],
  });
  return vite.listen();
}

/** Opens the page and waits until the runtime is loaded. */
async function openPage(url: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url);
  await page.waitForSelector('motp-verify >>> input');
  await settle(page);
  return page;
}

/** Waits until no update is pending. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const widget = document.querySelector('motp-verify') as unknown as {
      updateComplete: Promise<unknown>;
    };
    await widget.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await widget.updateComplete;
  });
}

async function recordWrongCode(page: Page): Promise<{sent: Call[]; drawn: Call[]}> {
  const input = await page.waitForSelector('motp-verify >>> input');
  await input?.click();
  await page.keyboard.type('123456');
  await settle(page);
  await page.evaluate(() => globalThis.trace.recordAttempt());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.trace.hasDrawn);
  const {sent, drawn} = await page.evaluate(() => {
    const {trace} = globalThis;
    return {sent: trace.sent, drawn: trace.drawn};
  });
  return {sent: withoutAccessors(sent), drawn: withoutAccessors(drawn)};
}

/** Leaves the accessors of properties out: reading a property is not a call. */
function withoutAccessors(calls: readonly Call[]): Call[] {
  return calls.filter(({file, name}) => file !== 'element/properties.ts' || !/^[gs]et$/.test(name));
}

/** Advances the page's virtual time by a minute; returns the calls. */
async function recordIdleMinute(page: Page): Promise<Call[]> {
  const client = await page.createCDPSession();
  const isOver = new Promise((resolve) =>
    client.once('Emulation.virtualTimeBudgetExpired', resolve),
  );
  await page.evaluate(() => globalThis.trace.recordIdle());
  await client.send('Emulation.setVirtualTimePolicy', {policy: 'advance', budget: IDLE_MS});
  await isOver;
  return page.evaluate(() => globalThis.trace.idle);
}

function rowsOf(
  label: string,
  calls: readonly Call[],
  {roomChanges, movesUp}: {readonly roomChanges?: number; readonly movesUp?: number},
): Row[] {
  const up = calls.filter(isMoveUp);
  const row = (what: string, n: number, aim?: number): Row => ({
    label: `${label}: ${what}`,
    count: n,
    ...(aim !== undefined && {aim}),
  });
  return [
    row('calls', calls.length),
    row('files', new Set(calls.map(({file}) => file)).size),
    row('folders', new Set(calls.map(({file}) => folderOf(file))).size),
    row('room changes (load phases)', changesOf(calls, roomOf), roomChanges),
    row('folder changes (with subfolders)', changesOf(calls, folderOf)),
    row('moves up', up.length),
    row('moves up that follow no import', up.filter((call) => !call.isImported).length, movesUp),
  ];
}

/** Counts pairs of consecutive calls that enter different places. */
function changesOf(calls: readonly Call[], placeOf: (file: string) => string): number {
  return calls.filter(({file}, i) => {
    const before = calls[i - 1];
    return before !== undefined && placeOf(before.file) !== placeOf(file);
  }).length;
}

function countOf(calls: readonly Call[], name: RegExp): number {
  return calls.filter((call) => name.test(call.name)).length;
}

function isMoveUp({file, from}: Call): boolean {
  return from !== undefined && layerOf(file) > layerOf(from);
}

/** Returns the layer of a file. The platform is below all layers: rules get it as an argument. */
function layerOf(file: string): number {
  return file === 'transport/platform.ts' ? -1 : (LAYERS[roomOf(file)] ?? 0);
}

/** Returns `runtime` for `runtime/config/config.ts`, `src` for `motp-verify.ts`. */
function roomOf(file: string): string {
  return file.includes('/') ? file.replace(/\/.*/, '') : 'src';
}

/** Returns `runtime/config` for `runtime/config/config.ts`, `src` for `motp-verify.ts`. */
function folderOf(file: string): string {
  return file.includes('/') ? file.replace(/\/[^/]*$/, '') : 'src';
}

function printCalls(label: string, calls: readonly Call[]): void {
  console.log(`\n${label}: calls`);
  for (const call of calls) console.log(`${isMoveUp(call) ? '↑' : ' '} ${textOf(call)}`);
}

function printMovesUp(label: string, calls: readonly Call[]): void {
  console.log(`\n${label}: moves up`);
  const counts = new Map<string, number>();
  for (const call of calls.filter(isMoveUp)) {
    const text = `${textOf(call)}${call.isImported ? ' (imported)' : ''}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const [text, count] of counts) console.log(`${count} × ${text}`);
}

function textOf({file, name, from = 'the browser or Lit'}: Call): string {
  return `${from} → ${file} ${name}`;
}

/** @returns whether every aim is met */
function printTable(rows: readonly Row[]): boolean {
  const width = Math.max(...rows.map(({label}) => label.length));
  console.log();
  for (const {label, count, aim = Infinity} of rows) {
    const mark = count > aim ? '✘' : ' ';
    const bound = aim === Infinity ? '' : `  at most ${aim}`;
    console.log(`${mark} ${label.padEnd(width)} ${String(count).padStart(5)}${bound}`);
  }
  return rows.every(({count, aim = Infinity}) => count <= aim);
}
