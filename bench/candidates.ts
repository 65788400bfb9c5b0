/** The candidates of the benchmark and a server for them. */
import {readFileSync, readdirSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import {build} from 'vite';

/** One implementation of the code field. */
export interface Candidate {
  readonly name: 'native input' | 'bare Lit element' | 'card by innerHTML' | 'motp-verify';
  /** The tag name of its element. */
  readonly tag: 'input' | 'bare-lit' | 'inner-card' | 'motp-verify';
  readonly markup: string;
}

/** All candidates, the lower bounds first. */
export const CANDIDATES: readonly Candidate[] = [
  {name: 'native input', tag: 'input', markup: ''},
  {name: 'bare Lit element', tag: 'bare-lit', markup: '<bare-lit></bare-lit>'},
  {name: 'card by innerHTML', tag: 'inner-card', markup: '<inner-card></inner-card>'},
  {
    name: 'motp-verify',
    tag: 'motp-verify',
    markup:
      '<motp-verify endpoint="/api/motp" occasion="lesson" unit="9" trainee-name="홍길동" trainee-phone="01012345678"></motp-verify>',
  },
];

/** Serves the candidates. */
export interface CandidateServer {
  readonly url: string;
  /** Sets the script of the card by `innerHTML`, which is made from the rendered widget. */
  readonly setCard: (script: string) => void;
  /** Returns the size of all scripts of a candidate, in bytes of brotli. */
  readonly sizeOf: (candidate: Candidate) => number;
  readonly close: () => Promise<void>;
}

const FOLDER = 'node_modules/.cache/motp-verify/bench';

/** The folder of the built widget. */
const WIDGET = 'dist';

/** The site's style that reserves room for the widget (docs/performance.md). */
const PLACEHOLDER_STYLE = 'motp-verify:not(:defined) {display: block; min-block-size: 900px}';

/** Builds the two lower bounds like the widget, and serves all candidates on loopback. */
export async function serveCandidates(): Promise<CandidateServer> {
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
  let card = '';
  const read = (path: string): Buffer<ArrayBuffer> => {
    if (path === 'inner-card.js') return Buffer.from(card);
    const file = path.replace('motp-verify.js', 'motp-verify.min.js');
    return readFileSync(`${file.startsWith('motp-verify') ? WIDGET : FOLDER}/${file}`);
  };
  app.get('/:path{.+\\.js}', (c) =>
    c.body(read(c.req.param('path')), {
      headers: {'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600'},
    }),
  );
  const server = createAdaptorServer({fetch: app.fetch});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    setCard: (script) => (card = script),
    sizeOf: ({tag}) =>
      [`${tag}.js`, ...(tag === 'motp-verify' ? [`motp-verify/${runtimeChunk()}`] : [])]
        .map((path) => brotliCompressSync(read(path)).length)
        .reduce((a, b) => a + b),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** The chunk that every page of the widget loads. */
function runtimeChunk(): string {
  return readdirSync(`${WIDGET}/motp-verify`).find((name) => name.startsWith('runtime-')) ?? '';
}
