/** Every server of the demo, behind the page's own `fetch`; each exchange is told. */
import {keep, kept} from './session-store.ts';
import {serveIn, type Mood, type Serve} from '../backend/server-faults.ts';
import type {CourseRecord} from '../site/course.ts';
import {createSite} from '../site/server.ts';
import type {System, SystemInPage} from '../backend/in-page-backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import {ALIVE, aliveAt} from '../backend/worker-health.ts';
import {serveFromPage} from '../backend/mock-worker.ts';
import {stageNow} from './demo-clock.ts';
import {exchangeOf, type Exchange, type Sender} from './request-log-entry.ts';

/** What the servers are told by the stage. */
export interface Backstage {
  readonly system: System;
  readonly signedIn: () => TraineeId;
  /** What comes between the page and the endpoint. */
  readonly mood: () => Mood;
  /** Told of each request as it goes out, and again under the same id of its answer. */
  readonly onExchange: (id: string, exchange: Exchange) => void;
}

/** Where the endpoint and the site's server are, on this origin. */
export interface Addresses {
  readonly endpoint: URL;
  readonly site: URL;
}

/** The line from server to server, which no mood disturbs. */
export function lineFrom(
  sender: Sender,
  {system, onExchange}: Pick<Backstage, 'system' | 'onExchange'>,
): Serve {
  return (request) => told(sender, request, system.serve, onExchange);
}

/**
 * Serves endpoint and site.
 *
 * @throws Error where this browser has no service workers
 */
export async function serveAll({endpoint, site}: Addresses, backstage: Backstage): Promise<void> {
  const {system, mood, onExchange} = backstage;
  const school = system.is === 'on-server' ? system.site : siteInPage(site, system, backstage);
  const inMood: Serve = (request) => serveIn(mood(), request, system.serve, stageNow);
  const workerUrl = new URL('mockServiceWorker.js', document.baseURI).pathname;
  const alive = aliveAt().pathname;
  await serveFromPage([endpoint.pathname, site.pathname, alive], workerUrl, (request) => {
    const {pathname} = new URL(request.url);
    if (pathname === alive) return new Response(ALIVE);
    return told('page', request, pathname.startsWith(site.pathname) ? school : inMood, onExchange);
  });
}

/** The training site's server, played in this page. */
function siteInPage(
  {pathname}: URL,
  {requestAs}: SystemInPage,
  {signedIn, ...backstage}: Backstage,
): Serve {
  const askEndpoint = lineFrom('site', backstage);
  const school = createSite({
    basePath: pathname,
    signedIn,
    askEndpoint: async (path) => askEndpoint(requestAs('site', 'GET', path)),
    recordOf: (trainee) => kept(`course.${trainee}`) as CourseRecord | undefined,
    putRecord: (trainee, record) => keep(`course.${trainee}`, record),
  });
  return (request) => school.fetch(request);
}

async function told(
  sender: Sender,
  request: Request,
  serve: Serve,
  onExchange: Backstage['onExchange'],
): Promise<Response> {
  const id = crypto.randomUUID();
  const tell = async (response?: Response): Promise<void> =>
    onExchange(id, await exchangeOf(sender, asked.clone(), response));
  const asked = request.clone();
  const isTold = tell();
  const response = await serve(request);
  const answer = response.clone();
  void isTold.then(() => tell(answer));
  return response;
}
