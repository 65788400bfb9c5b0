/** Puts an endpoint behind the page's own `fetch`, by msw's service worker. */
import {http} from 'msw';
import {setupWorker, type SetupWorker} from 'msw/browser';
import type {Serve} from './mood.ts';

/**
 * Answers every request to `path` and below it by `serve`, until the worker is stopped.
 *
 * @param path an absolute path on this origin, such as `/demo/api/motp`
 * @param workerUrl where msw's worker script is served; its folder must hold the page
 */
export async function serveFromPage(
  path: string,
  workerUrl: string,
  serve: Serve,
): Promise<SetupWorker> {
  const isBelow = ({request}: {readonly request: Request}): boolean => {
    const {origin, pathname} = new URL(request.url);
    return origin === location.origin && `${pathname}/`.startsWith(`${path}/`);
  };
  const worker = setupWorker(http.all(isBelow, ({request}) => serve(request)));
  await worker.start({quiet: true, onUnhandledFrame: 'bypass', serviceWorker: {url: workerUrl}});
  return worker;
}
