/** Serves msw's worker script beside the demo, straight from the installed package. */
import {readFile} from 'node:fs/promises';
import type {Plugin} from 'vite';

const NAME = 'mockServiceWorker.js';

/** The worker script of the installed msw, so that the two can never differ in version. */
export function readWorker(): Promise<string> {
  return readFile(new URL(import.meta.resolve(`msw/${NAME}`)), 'utf8');
}

/** Serves the script in development, and writes it beside the pages of a build. */
export function mswWorker(): Plugin {
  return {
    name: 'msw-worker',
    configureServer(server) {
      server.middlewares.use(`/${NAME}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        void readWorker().then((script) => response.end(script));
      });
    },
    async generateBundle() {
      this.emitFile({type: 'asset', fileName: NAME, source: await readWorker()});
    },
  };
}
