/**
 * Starts the demo: all five parties of the manual in one page. It parses the settings, starts the
 * servers, provisions the phones and updates the page.
 */
import {html, nothing, render} from 'lit';
import type {TraineeId} from '../backend/fixtures.ts';
import {watchWorkerHealth} from '../backend/worker-health.ts';
import {identityUrls, type IdentityUrls} from '../identity-service/identity-urls.ts';
import {parseSettings, toQuery, type DemoSettings} from './demo-settings.ts';
import {shellMessages} from './messages.ts';
import type {MockServerContext} from './mock-servers.ts';
import {nextTask} from './next-task.ts';
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
  applyLanguageAndTheme(settings);
  // The browser evaluates each module in a task of its own: one long task would block the page.
  const [
    {DemoToolbar},
    {PhonePanel},
    {RequestLog},
    {connectBackend},
    {provisionPhones},
    {createAppServerClient},
    {handleIdentityReports},
    {serverToServer, startMockServers},
  ] = await Promise.all([
    import('./demo-toolbar.ts'),
    import('./phone-panel.ts'),
    import('./request-log.ts'),
    import('../backend/connect-backend.ts'),
    import('./provision-phones.ts'),
    import('../phone/app-server-client.ts'),
    import('./handle-identity-reports.ts'),
    import('./mock-servers.ts'),
  ]);
  await nextTask();
  const toolbar = requireElement(DemoToolbar, 'demo-toolbar');
  const phones = requireElement(PhonePanel, 'phone-panel');
  const log = requireElement(RequestLog, 'request-log');
  const currentTrainee = (): TraineeId => settings.trainee;
  const endpoint = new URL('api/motp', document.baseURI);
  const site = new URL('api/site', document.baseURI);

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
  handleIdentityReports(context, appServer, phones);
  await nextTask();

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
