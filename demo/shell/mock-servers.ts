/** Every server of the demo, behind the page's own `fetch`; each exchange is told. */
import {save, load} from './session-store.ts';
import {withFault, type ServerFault, type FetchHandler} from '../backend/server-faults.ts';
import type {CourseRecord} from '../site/course.ts';
import {createSiteServer} from '../site/server.ts';
import type {Backend, InPageBackend} from '../backend/in-page-backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import {HEALTH_RESPONSE, healthUrl} from '../backend/worker-health.ts';
import {startMockWorker} from '../backend/mock-worker.ts';
import {demoNow} from './demo-clock.ts';
import {createLogEntry, type RequestLogEntry, type HttpClientName} from './request-log-entry.ts';

/** What the servers are told by the stage. */
export interface MockServerContext {
  readonly backend: Backend;
  readonly currentTrainee: () => TraineeId;
  /** What comes between the page and the endpoint. */
  readonly currentFault: () => ServerFault;
  /** Told of each request as it goes out, and again under the same id of its answer. */
  readonly onLogEntry: (id: string, exchange: RequestLogEntry) => void;
}

/** Where the endpoint and the site's server are, on this origin. */
export interface ServerUrls {
  readonly endpoint: URL;
  readonly site: URL;
}

/** The line from server to server, which no mood disturbs. */
export function serverToServer(
  sender: HttpClientName,
  {backend, onLogEntry}: Pick<MockServerContext, 'backend' | 'onLogEntry'>,
): FetchHandler {
  return (request) => fetchAndLog(sender, request, backend.fetchEndpoint, onLogEntry);
}

/**
 * Serves endpoint and site.
 *
 * @throws Error where this browser has no service workers
 */
export async function startMockServers(
  {endpoint, site}: ServerUrls,
  backstage: MockServerContext,
): Promise<void> {
  const {backend, currentFault, onLogEntry} = backstage;
  const school =
    backend.kind === 'on-server' ? backend.fetchSite : inPageSite(site, backend, backstage);
  const inMood: FetchHandler = (request) =>
    withFault(currentFault(), request, backend.fetchEndpoint, demoNow);
  const workerUrl = new URL('mockServiceWorker.js', document.baseURI).pathname;
  const alive = healthUrl().pathname;
  await startMockWorker([endpoint.pathname, site.pathname, alive], workerUrl, (request) => {
    const {pathname} = new URL(request.url);
    if (pathname === alive) return new Response(HEALTH_RESPONSE);
    return fetchAndLog(
      'page',
      request,
      pathname.startsWith(site.pathname) ? school : inMood,
      onLogEntry,
    );
  });
}

/** The training site's server, played in this page. */
function inPageSite(
  {pathname}: URL,
  {createServiceRequest}: InPageBackend,
  {currentTrainee, ...backstage}: MockServerContext,
): FetchHandler {
  const askEndpoint = serverToServer('site', backstage);
  const school = createSiteServer({
    basePath: pathname,
    currentTrainee: currentTrainee,
    fetchFromEndpoint: async (path) => askEndpoint(createServiceRequest('site', 'GET', path)),
    getRecord: (trainee) => load(`course.${trainee}`) as CourseRecord | undefined,
    saveRecord: (trainee, record) => save(`course.${trainee}`, record),
  });
  return (request) => school.fetch(request);
}

async function fetchAndLog(
  sender: HttpClientName,
  request: Request,
  serve: FetchHandler,
  onExchange: MockServerContext['onLogEntry'],
): Promise<Response> {
  const id = crypto.randomUUID();
  const tell = async (response?: Response): Promise<void> =>
    onExchange(id, await createLogEntry(sender, asked.clone(), response));
  const asked = request.clone();
  const isTold = tell();
  const response = await serve(request);
  const answer = response.clone();
  void isTold.then(() => tell(answer));
  return response;
}
