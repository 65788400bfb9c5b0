/** Serves an endpoint to the page's own `fetch` through MSW's service worker. */
import {http} from 'msw';
import {setupWorker, type SetupWorker} from 'msw/browser';
import type {FetchHandler} from './server-faults.ts';

/**
 * Answers every request to `paths`, and to anything below them, with `handler` until the worker stops.
 *
 * @param paths absolute paths on this origin, such as `/demo/api/motp`
 * @param workerUrl the URL of MSW's worker script; the page must be inside its folder
 */
export async function startMockWorker(
  paths: readonly string[],
  workerUrl: string,
  handler: FetchHandler,
): Promise<SetupWorker> {
  const isHandled = ({request}: {readonly request: Request}): boolean => {
    const {origin, pathname} = new URL(request.url);
    if (origin !== location.origin) return false;
    return paths.some((path) => `${pathname}/`.startsWith(`${path}/`));
  };
  const worker = setupWorker(http.all(isHandled, ({request}) => handler(request)));
  await worker.start({quiet: true, onUnhandledFrame: 'bypass', serviceWorker: {url: workerUrl}});
  return worker;
}
