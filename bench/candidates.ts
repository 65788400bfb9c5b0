/** The candidates of the benchmark and a server for them. */
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import {build} from 'vite';

/** One implementation of the code field. */
export interface Candidate {
  readonly name: 'native input' | 'bare Lit element' | 'motp-verify';
  /** The tag name of its element. */
  readonly tag: 'input' | 'bare-lit' | 'motp-verify';
  readonly markup: string;
}

/** All candidates, the lower bounds first. */
export const CANDIDATES: readonly Candidate[] = [
  {name: 'native input', tag: 'input', markup: ''},
  {name: 'bare Lit element', tag: 'bare-lit', markup: '<bare-lit></bare-lit>'},
  {
    name: 'motp-verify',
    tag: 'motp-verify',
    markup:
      '<motp-verify endpoint="/api/motp" occasion="lesson" unit="9" trainee-name="홍길동" trainee-phone="01012345678"></motp-verify>',
  },
];

const FOLDER = 'node_modules/.cache/motp-verify/bench';

/** The folder of the built widget. */
const WIDGET = 'dist';

/** The site's style that reserves room for the widget (docs/performance.md). */
const PLACEHOLDER_STYLE = 'motp-verify:not(:defined) {display: block; min-block-size: 900px}';

/** Builds the two lower bounds like the widget, and serves all candidates on loopback. */
export async function serveCandidates(): Promise<{url: string; close: () => Promise<void>}> {
  for (const [file, name] of [
    ['native', 'input'],
    ['bare-lit', 'bare-lit'],
  ] as const) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: FOLDER,
        emptyOutDir: false,
        target: 'es2022',
        lib: {
          entry: resolve(`bench/${file}.ts`),
          formats: ['es'],
          fileName: () => `${name}.js`,
        },
        rolldownOptions: {output: {minify: true}},
      },
    });
  }
  const app = new Hono();
  app.get('/page/:tag', (c) => {
    const candidate = CANDIDATES.find(({tag}) => tag === c.req.param('tag'));
    return c.html(`<!doctype html><html lang="ko"><link rel="icon" href="data:," />
      <style>${PLACEHOLDER_STYLE}</style><main style="display: flow-root">${candidate?.markup ?? ''}</main><p>below</p>`);
  });
  app.get('/:path{.+\\.js}', async (c) => {
    const path = c.req.param('path').replace('motp-verify.js', 'motp-verify.min.js');
    const folder = path.startsWith('motp-verify') ? WIDGET : FOLDER;
    return c.body(await readFile(`${folder}/${path}`), {
      headers: {'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600'},
    });
  });
  const server = createAdaptorServer({fetch: app.fetch});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
