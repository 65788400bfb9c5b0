/** Puts an endpoint behind the page's own `fetch`, by msw's service worker. */
import {http} from 'msw';
import {setupWorker, type SetupWorker} from 'msw/browser';
import type {FetchHandler} from './server-faults.ts';

/**
 * Answers every request to `paths` and below them by `serve`, until the worker is stopped.
 *
 * @param paths absolute paths on this origin, such as `/demo/api/motp`
 * @param workerUrl where msw's worker script is served; its folder must hold the page
 */
export async function startMockWorker(
  paths: readonly string[],
  workerUrl: string,
  serve: FetchHandler,
): Promise<SetupWorker> {
  const isBelow = ({request}: {readonly request: Request}): boolean => {
    const {origin, pathname} = new URL(request.url);
    if (origin !== location.origin) return false;
    return paths.some((path) => `${pathname}/`.startsWith(`${path}/`));
  };
  const worker = setupWorker(http.all(isBelow, ({request}) => serve(request)));
  await worker.start({quiet: true, onUnhandledFrame: 'bypass', serviceWorker: {url: workerUrl}});
  return worker;
}
