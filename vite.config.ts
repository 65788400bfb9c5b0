import {resolve} from 'node:path';
import {defineConfig} from 'vite';
import {mswWorker} from './bin/msw-worker.ts';

const root = resolve(import.meta.dirname, 'demo');

/** The standalone demo: `npm start` serves it, `npm run build:demo` writes it to `dist-demo`. */
export default defineConfig({
  root,
  // Relative addresses: the built demo works under any sub-path.
  base: './',
  plugins: [mswWorker()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist-demo'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html', 'identity.html'].map((page) => resolve(root, page)),
    },
  },
});
