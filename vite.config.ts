import {resolve} from 'node:path';
import {defineConfig, type UserConfig} from 'vite';
import {mswWorker} from './bin/msw-worker.ts';
import {realEndpoint} from './bin/real-endpoint.ts';

const inRepository = (path: string): string => resolve(import.meta.dirname, path);

/** `npm run build`: the widget with all that it needs in one module, for a script tag. */
const widget: UserConfig = {
  build: {
    outDir: inRepository('dist'),
    target: 'es2022',
    copyPublicDir: false,
    lib: {
      entry: inRepository('src/index.ts'),
      formats: ['es'],
      fileName: () => 'motp-verify.min.js',
    },
    rolldownOptions: {output: {codeSplitting: false, minify: true}},
  },
};

/** `npm start` serves the standalone demo, `npm run build:demo` writes it to `dist-demo`. */
const demo: UserConfig = {
  root: inRepository('demo'),
  // Relative addresses: the built demo works under any sub-path.
  base: './',
  plugins: [mswWorker(), realEndpoint(inRepository('node_modules/.cache/motp-verify/endpoint'))],
  build: {
    outDir: inRepository('dist-demo'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: ['index', 'field', 'identity', 'elsewhere'].map((page) =>
        inRepository(`demo/${page}.html`),
      ),
    },
  },
};

export default defineConfig(({mode}) => (mode === 'widget' ? widget : demo));
