/**
 * Starts the demo: all five parties of the manual in one page. It parses the settings, starts the
 * servers, provisions the phones and updates the page.
 */
import {html, nothing, render} from 'lit';
import type {Backend} from '../backend/backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import {startInPageBackend} from '../backend/in-page-backend.ts';
import {connectNodeBackend} from '../backend/node-backend.ts';
import {watchWorkerHealth} from '../backend/worker-health.ts';
import {handleReports, type ReportMessage} from '../identity-service/broadcast-channel.ts';
import {identityUrls, type IdentityUrls} from '../identity-service/identity-urls.ts';
import {createReport, REPORT_METHODS} from '../identity-service/report.ts';
import {createAppServerClient} from '../phone/app-server-client.ts';
import type {AppServer} from '../phone/app-server.ts';
import {demoNow} from './demo-clock.ts';
import {parseSettings, toQuery, type DemoSettings} from './demo-settings.ts';
import {DemoToolbar} from './demo-toolbar.ts';
import {shellMessages} from './messages.ts';
import {
  serverToServer,
  startMockServers,
  type MockServerContext,
  type ServerUrls,
} from './mock-servers.ts';
import {PhonePanel} from './phone-panel.ts';
import {provisionPhones} from './provision-phones.ts';
import {RequestLog} from './request-log.ts';
import {clear} from './session-store.ts';

/** The callbacks of a page of the demo. */
export interface DemoPageCallbacks {
  /** Applies the settings to the page. `urls` are the widget's attributes for its fallbacks. */
  readonly update: (settings: DemoSettings, urls: IdentityUrls) => void;
  /** Resolves when the page is drawn for the first time. */
  readonly whenDrawn: () => Promise<unknown>;
  /** Called after the visitor has chosen another occasion. */
  readonly onOccasionChange?: () => void;
}

/** Starts the demo for a page, and defines the widget as soon as its endpoint is available. */
export async function startDemo(page: DemoPageCallbacks): Promise<void> {
  let settings = parseSettings(new URLSearchParams(location.search));
  const toolbar = requireElement(DemoToolbar, 'demo-toolbar');
  const phones = requireElement(PhonePanel, 'phone-panel');
  const log = requireElement(RequestLog, 'request-log');
  const currentTrainee = (): TraineeId => settings.trainee;
  const endpoint = new URL('api/motp', document.baseURI);
  const site = new URL('api/site', document.baseURI);
  applyLanguageAndTheme(settings);

  const {backend, isNodeMissing} = await connectBackend(settings, {endpoint, site}, currentTrainee);
  const context: MockServerContext = {
    backend,
    currentTrainee,
    currentFault: () => settings.fault,
    onLogEntry: (id, entry) => log.upsert(id, entry),
  };
  if (backend.isNew) await provisionPhones(backend);
  const appServer = createAppServerClient(
    settings.trainee,
    backend,
    serverToServer('app', context),
  );
  phones.server = appServer;
  phones.canAdvance = backend.kind === 'in-page';
  phones.clock = settings.clock;
  phones.trainee = settings.trainee;
  handleReports(backend.id, (report) => handleReport(report, context, appServer, phones));

  const update = (): void => {
    applyLanguageAndTheme(settings);
    const {lang} = document.documentElement;
    toolbar.settings = settings;
    phones.clock = settings.clock;
    log.lang = lang;
    for (const element of [toolbar, phones]) element.requestUpdate();
    const identityOrigin = backend.kind === 'node' ? backend.identityOrigin : location.origin;
    const query = {backend: backend.id, trainee: settings.trainee, lang};
    page.update(settings, identityUrls(identityOrigin, new URL(document.baseURI), query));
  };

  toolbar.addEventListener('settings-change', ({settings: changed}) => {
    const previous = settings;
    const query = toQuery(changed);
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    // Another trainee or server means another session.
    const isNewSession = changed.trainee !== previous.trainee || changed.server !== previous.server;
    if (isNewSession) return location.reload();
    settings = changed;
    update();
    if (settings.occasion !== previous.occasion) page.onOccasionChange?.();
  });
  toolbar.addEventListener('demo-restart', () => {
    clear();
    location.reload();
  });

  if (isNodeMissing) renderDemoError(settings, 'nodeServerMissing');
  try {
    await startMockServers({endpoint, site}, context);
    watchWorkerHealth([endpoint, site], () => renderDemoError(settings, 'workerGone', 'reload'));
  } catch {
    renderDemoError(settings, 'startFailed');
  }
  update();
  // The widget requests the account's status when it is defined, so the endpoint must exist first.
  await import('../../src/index.ts');
  await page.whenDrawn();
  // The style sheet hides the page until then, so that nothing moves while its parts arrive.
  document.documentElement.dataset['started'] = '';
}

/** Renders an error of the demo itself, with a reload button if a reload helps. */
function renderDemoError(
  {lang}: DemoSettings,
  key: 'nodeServerMissing' | 'workerGone' | 'startFailed',
  reload?: 'reload',
): void {
  const messages = shellMessages(lang);
  const button = html`<button @click=${() => location.reload()}>${messages.reload}</button>`;
  render(
    html`${messages[key]} ${reload ? button : nothing}`,
    requireElement(HTMLElement, '#demo-error'),
  );
}

/** Connects to the backend of the settings, or to the in-page backend if no server runs. */
async function connectBackend(
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

/** Handles a report of the identity service, and returns the code of the endpoint's response. */
async function handleReport(
  {service, name}: ReportMessage,
  context: MockServerContext,
  appServer: AppServer,
  phones: PhonePanel,
): Promise<string> {
  const {backend, currentTrainee} = context;
  if (service === 're-registration') {
    const {kind} = await appServer.reset();
    if (kind === 'failed') return 'failed';
    phones.reset();
    return 'reset';
  }
  // On Node.js the identity service reports through its own server.
  if (backend.kind === 'node') return 'failed';
  const report = createReport(REPORT_METHODS[service], currentTrainee(), name, demoNow());
  const request = backend.createServiceRequest(
    'identity-service',
    'POST',
    '/identity-reports',
    report,
  );
  const response = await serverToServer('identity-service', context)(request);
  const {code} = (await response.json()) as {readonly code?: string};
  return code ?? 'failed';
}

/** Applies the language and the theme to the page. */
function applyLanguageAndTheme({lang, theme}: DemoSettings): void {
  // The demo's own messages exist in these two languages only; the widget's exist in more.
  document.documentElement.lang = lang === 'ko' ? 'ko' : 'en';
  document.documentElement.dataset['theme'] = theme;
  // The attribute that KRDS pages set; the widget follows it.
  document.documentElement.dataset['krdsMode'] = theme;
}

/**
 * Returns the one element that the page must have.
 *
 * @throws Error if the page has no such element
 */
export function requireElement<Type extends Element>(type: new () => Type, selector: string): Type {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}
