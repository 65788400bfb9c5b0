/** What is measured side by side, and a server that hands it out. */
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import {build} from 'vite';

/** A field in one of its makes. */
export interface Candidate {
  readonly name: 'native input' | 'bare Lit element' | 'motp-verify';
  /** Its element, and the tag to write it. */
  readonly tag: 'input' | 'bare-lit' | 'motp-verify';
  readonly markup: string;
}

/** From the least to the widget. */
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

/** Where the built widget stands. */
const WIDGET = 'dist';

/** What a site writes so that nothing moves when the script comes (docs/performance.md). */
const PLACE = 'motp-verify:not(:defined) {display: block; min-block-size: 900px}';

/** Builds the two that are compared with, as the widget is built, and serves all three on loopback. */
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
    const subject = CANDIDATES.find(({tag}) => tag === c.req.param('tag'));
    return c.html(`<!doctype html><html lang="ko"><link rel="icon" href="data:," />
      <style>${PLACE}</style><main style="display: flow-root">${subject?.markup ?? ''}</main><p>below</p>`);
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
