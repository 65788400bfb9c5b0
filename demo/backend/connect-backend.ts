/** Connects a page of the demo to the verification system. */
import type {ServerUrls} from '../shell/mock-servers.ts';
import type {DemoSettings} from '../shell/demo-settings.ts';
import type {Backend} from './backend.ts';
import type {TraineeId} from './fixtures.ts';
import {startInPageBackend} from './in-page-backend.ts';
import {connectNodeBackend} from './node-backend.ts';

/** Connects to the backend of the settings, or to the in-page backend if no server runs. */
export async function connectBackend(
  {server}: DemoSettings,
  {endpoint, site}: ServerUrls,
  currentTrainee: () => TraineeId,
): Promise<{readonly backend: Backend; readonly isNodeMissing: boolean}> {
  const isNodeWanted = server === 'node';
  const nodeBackend = isNodeWanted
    ? await connectNodeBackend(
        {pageUrl: endpoint, serverUrl: new URL('api/node', document.baseURI)},
        {pageUrl: site, serverUrl: new URL('api/node-site', document.baseURI)},
        currentTrainee,
      )
    : undefined;
  return {
    backend: nodeBackend ?? (await startInPageBackend(endpoint, currentTrainee)),
    isNodeMissing: isNodeWanted && nodeBackend === undefined,
  };
}
