/** The demo's servers, which answer the page's own `fetch`. Every request is logged. */
import type {Backend, InPageBackend} from '../backend/backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import {startMockWorker} from '../backend/mock-worker.ts';
import {withFault, type FetchHandler, type ServerFault} from '../backend/server-faults.ts';
import {HEALTH_RESPONSE, healthUrl} from '../backend/worker-health.ts';
import type {CourseRecord} from '../site/course.ts';
import {createSiteServer} from '../site/server.ts';
import {demoNow} from './demo-clock.ts';
import {createLogEntry, type HttpClientName, type RequestLogEntry} from './request-log-entry.ts';
import {load, save} from './session-store.ts';

/** What the servers need from the page. */
export interface MockServerContext {
  readonly backend: Backend;
  readonly currentTrainee: () => TraineeId;
  /** Returns the fault to inject between the page and the endpoint. */
  readonly currentFault: () => ServerFault;
  /** Called when a request is sent, and again with the same ID when its response arrives. */
  readonly onLogEntry: (id: string, entry: RequestLogEntry) => void;
}

/** The URLs of the endpoint and of the site's server on this origin. */
export interface ServerUrls {
  readonly endpoint: URL;
  readonly site: URL;
}

/** Returns a handler that sends one server's requests to the endpoint, without faults. */
export function serverToServer(
  client: HttpClientName,
  {backend, onLogEntry}: Pick<MockServerContext, 'backend' | 'onLogEntry'>,
): FetchHandler {
  return (request) => fetchAndLog(client, request, backend.fetchEndpoint, onLogEntry);
}

/**
 * Starts the endpoint and the site's server.
 *
 * @throws Error if the browser doesn't support service workers
 */
export async function startMockServers(
  {endpoint, site}: ServerUrls,
  context: MockServerContext,
): Promise<void> {
  const {backend, currentFault, onLogEntry} = context;
  const fetchSite =
    backend.kind === 'node' ? backend.fetchSite : inPageSite(site, backend, context);
  const fetchWithFault: FetchHandler = (request) =>
    withFault(currentFault(), request, backend.fetchEndpoint, demoNow);
  const workerUrl = new URL('mockServiceWorker.js', document.baseURI).pathname;
  const health = healthUrl().pathname;
  await startMockWorker([endpoint.pathname, site.pathname, health], workerUrl, (request) => {
    const {pathname} = new URL(request.url);
    if (pathname === health) return new Response(HEALTH_RESPONSE);
    const handler = pathname.startsWith(site.pathname) ? fetchSite : fetchWithFault;
    return fetchAndLog('page', request, handler, onLogEntry);
  });
}

/** Returns the training site's server, which runs in this page. */
function inPageSite(
  {pathname}: URL,
  {createServiceRequest}: InPageBackend,
  {currentTrainee, ...context}: MockServerContext,
): FetchHandler {
  const fetchFromEndpoint = serverToServer('site', context);
  const site = createSiteServer({
    basePath: pathname,
    currentTrainee,
    fetchFromEndpoint: async (path) => fetchFromEndpoint(createServiceRequest('site', 'GET', path)),
    getRecord: (trainee) => load(`course.${trainee}`) as CourseRecord | undefined,
    saveRecord: (trainee, record) => save(`course.${trainee}`, record),
  });
  return (request) => site.fetch(request);
}

async function fetchAndLog(
  client: HttpClientName,
  request: Request,
  handler: FetchHandler,
  onLogEntry: MockServerContext['onLogEntry'],
): Promise<Response> {
  const id = crypto.randomUUID();
  const copy = request.clone();
  const log = async (response?: Response): Promise<void> =>
    onLogEntry(id, await createLogEntry(client, copy.clone(), response));
  const requestLogged = log();
  const response = await handler(request);
  const responseCopy = response.clone();
  void requestLogged.then(() => log(responseCopy));
  return response;
}
