/** Serves the worker script of msw from the installed package. */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {Plugin} from 'vite';

const NAME = 'mockServiceWorker.js';

/** Reads the worker script of the installed msw, so that library and worker have the same version. */
export function readWorker(): Promise<string> {
  return readFile(new URL(import.meta.resolve(`msw/${NAME}`)), 'utf8');
}

/**
 * Serves the script in development and writes it next to the pages of a build.
 *
 * In a build the script also caches the demo for offline use. A page has one worker, so both parts are
 * in one script.
 */
export function mockWorker(): Plugin {
  return {
    name: 'mock-worker',
    // After the plugins that emit the pages, since the worker caches those too.
    enforce: 'post',
    configureServer(server) {
      server.middlewares.use(`/${NAME}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        void readWorker().then((script) => response.end(script));
      });
    },
    async generateBundle(_options, bundle) {
      const contents = Object.values(bundle).map((file) =>
        file.type === 'chunk' ? file.code : file.source,
      );
      const hash = createHash('sha256');
      for (const content of contents) hash.update(content);
      const name = `motp-verify-demo-${hash.digest('hex').slice(0, 16)}`;
      const part = await readOfflineWorker(name, ['./', ...Object.keys(bundle)]);
      this.emitFile({type: 'asset', fileName: NAME, source: part + (await readWorker())});
    },
  };
}

async function readOfflineWorker(name: string, files: readonly string[]): Promise<string> {
  const part = await readFile(new URL('offline-worker.js', import.meta.url), 'utf8');
  return part.replace('__NAME__', name).replace('__FILES__', JSON.stringify(files));
}
