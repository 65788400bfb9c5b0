/**
 * The stage of the demo: all five parties of the manual in one page. It reads the scene from the
 * address, starts the servers, hands out the phones, and lets a page be played on it.
 */
import {html, nothing, render} from 'lit';
import {handleReports, type Report} from '../identity-service/broadcast-channel.ts';
import {REPORT_METHODS, createReport} from '../identity-service/report.ts';
import {identityUrls, type IdentityUrls} from '../identity-service/identity-urls.ts';
import {clear} from './session-store.ts';
import {createAppServerClient} from '../phone/app-server-client.ts';
import type {AppServer} from '../phone/app-server.ts';
import {connectNodeBackend} from '../backend/node-backend.ts';
import {toQuery, parseSettings, type DemoSettings} from './demo-settings.ts';
import {startInPageBackend, type Backend} from '../backend/in-page-backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import {PAGE} from './option-labels.ts';
import {watchWorkerHealth} from '../backend/worker-health.ts';
import {RequestLog} from './request-log.ts';
import {PhonePanel} from './phone-panel.ts';
import {provisionPhones} from './provision-phones.ts';
import {
  serverToServer,
  startMockServers,
  type ServerUrls,
  type MockServerContext,
} from './mock-servers.ts';
import {demoNow} from './demo-clock.ts';
import {DemoToolbar} from './demo-toolbar.ts';

/** A page that is played. */
export interface DemoPage {
  /** Draws what the scene says; the ways out lead to the identity service. */
  readonly update: (scene: DemoSettings, ways: IdentityUrls) => void;
  /** Another occasion was chosen. */
  readonly onOccasionChange?: () => void;
}

/** Opens the stage for a page, and defines the widget once its endpoint is there. */
export async function startDemo(play: DemoPage): Promise<void> {
  let scene = parseSettings(new URLSearchParams(location.search));
  const bar = requireElement(DemoToolbar, 'demo-toolbar');
  const holder = requireElement(PhonePanel, 'phone-panel');
  const log = requireElement(RequestLog, 'request-log');
  const signedIn = (): TraineeId => scene.trainee;
  const endpoint = new URL('api/motp', document.baseURI);
  const site = new URL('api/site', document.baseURI);
  applyTheme(scene);

  const {system, isMissing} = await connectBackend(scene, {endpoint, site}, signedIn);
  const backstage: MockServerContext = {
    backend: system,
    currentTrainee: signedIn,
    currentFault: () => scene.fault,
    onLogEntry: (id, exchange) => log.upsert(id, exchange),
  };
  if (system.isNew) await provisionPhones(system);
  const appServer = createAppServerClient(scene.trainee, system, serverToServer('app', backstage));
  holder.server = appServer;
  holder.canAdvance = system.kind === 'in-page';
  holder.clock = scene.clock;
  holder.trainee = scene.trainee;
  handleReports(system.id, (said) => handleReport(said, backstage, appServer, holder));

  const show = (): void => {
    applyTheme(scene);
    const {lang} = document.documentElement;
    bar.settings = scene;
    holder.clock = scene.clock;
    log.lang = lang;
    for (const part of [bar, holder]) part.requestUpdate();
    const identityOrigin = system.kind === 'on-server' ? system.identityOrigin : location.origin;
    const query = {system: system.id, trainee: scene.trainee, lang};
    play.update(scene, identityUrls(identityOrigin, new URL(document.baseURI), query));
  };

  bar.addEventListener('settings-change', ({settings: chosen}) => {
    const before = scene;
    const query = toQuery(chosen);
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    // Another trainee or server is another session.
    const isOther = chosen.trainee !== before.trainee || chosen.server !== before.server;
    if (isOther) return location.reload();
    scene = chosen;
    show();
    if (scene.occasion !== before.occasion) play.onOccasionChange?.();
  });
  bar.addEventListener('demo-restart', () => {
    clear();
    location.reload();
  });

  if (isMissing) showProblem(scene, 'noServer');
  try {
    await startMockServers({endpoint, site}, backstage);
    watchWorkerHealth([endpoint, site], () => showProblem(scene, 'workerGone', 'reload'));
  } catch {
    showProblem(scene, 'trouble');
  }
  show();
  // The widget asks for the lock as soon as it is defined: the endpoint must be there before it.
  await import('../../src/index.ts');
}

/** Says what is wrong with the demo itself, and where that helps offers to load the page anew. */
function showProblem({lang}: DemoSettings, what: string, reload?: 'reload'): void {
  const words = PAGE[lang === 'ko' ? 'ko' : 'en'];
  const button = html`<button @click=${() => location.reload()}>${words['reload']}</button>`;
  render(
    html`${words[what]} ${reload ? button : nothing}`,
    requireElement(HTMLElement, '#demo-error'),
  );
}

/** The system that the scene names; where no server runs, the one in this page. */
async function connectBackend(
  {server}: DemoSettings,
  {endpoint, site}: ServerUrls,
  signedIn: () => TraineeId,
): Promise<{readonly system: Backend; readonly isMissing: boolean}> {
  const isWanted = server === 'node';
  const real = isWanted
    ? await connectNodeBackend(
        {pageUrl: endpoint, serverUrl: new URL('api/node', document.baseURI)},
        {pageUrl: site, serverUrl: new URL('api/node-site', document.baseURI)},
        signedIn,
      )
    : undefined;
  return {
    system: real ?? (await startInPageBackend(endpoint, signedIn)),
    isMissing: isWanted && real === undefined,
  };
}

/** What the identity service reports, and what the endpoint says to it. */
async function handleReport(
  {service, name}: Report,
  backstage: MockServerContext,
  appServer: AppServer,
  holder: PhonePanel,
): Promise<string> {
  const {backend, currentTrainee} = backstage;
  if (service === 're-registration') {
    const {kind} = await appServer.reset();
    if (kind === 'failed') return 'failed';
    holder.reset();
    return 'reset';
  }
  // With a server of its own it reports by that.
  if (backend.kind === 'on-server') return 'failed';
  const report = createReport(REPORT_METHODS[service], currentTrainee(), name, demoNow());
  const asked = backend.createServiceRequest(
    'identity-service',
    'POST',
    '/identity-reports',
    report,
  );
  const response = await serverToServer('identity-service', backstage)(asked);
  const {code} = (await response.json()) as {readonly code?: string};
  return code ?? 'failed';
}

/** Language and theme of the page. */
function applyTheme({lang, theme}: DemoSettings): void {
  // The demo has its own words in these two; the widget speaks more.
  document.documentElement.lang = lang === 'ko' ? 'ko' : 'en';
  document.documentElement.dataset['theme'] = theme;
  // As KRDS's own pages say it; the widget follows it.
  document.documentElement.dataset['krdsMode'] = theme;
}

/** The one element of a type that the page is known to have. */
export function requireElement<Type extends Element>(type: new () => Type, selector: string): Type {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}
