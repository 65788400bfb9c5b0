/**
 * The stage of the demo: all five parties of the manual in one page. It reads the scene from the
 * address, starts the servers, hands out the phones, and lets a page be played on it.
 */
import {html, nothing, render} from 'lit';
import {answerReports, type Report} from '../identity-service/broadcast-channel.ts';
import {METHODS, reportOf} from '../identity-service/report.ts';
import {waysOut, type WaysOut} from '../identity-service/identity-urls.ts';
import {forgetAll} from './session-store.ts';
import {appServerFor} from '../phone/app-server-client.ts';
import type {AppServer} from '../phone/app-server.ts';
import {reachSystem} from '../backend/node-backend.ts';
import {queryOf, sceneOf, type Scene} from './demo-settings.ts';
import {startSystem, type System} from '../backend/in-page-backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import {PAGE} from './option-labels.ts';
import {watchWorker} from '../backend/worker-health.ts';
import {ExchangeLog} from './request-log.ts';
import {PhoneHolder} from './phone-panel.ts';
import {issueFirstPhones} from './provision-phones.ts';
import {lineFrom, serveAll, type Addresses, type Backstage} from './mock-servers.ts';
import {stageNow} from './demo-clock.ts';
import {StageBar} from './demo-toolbar.ts';

/** A page that is played. */
export interface Play {
  /** Draws what the scene says; the ways out lead to the identity service. */
  readonly show: (scene: Scene, ways: WaysOut) => void;
  /** Another occasion was chosen. */
  readonly onOccasion?: () => void;
}

/** Opens the stage for a page, and defines the widget once its endpoint is there. */
export async function openStage(play: Play): Promise<void> {
  let scene = sceneOf(new URLSearchParams(location.search));
  const bar = one(StageBar, 'stage-bar');
  const holder = one(PhoneHolder, 'phone-holder');
  const log = one(ExchangeLog, 'exchange-log');
  const signedIn = (): TraineeId => scene.trainee;
  const endpoint = new URL('api/motp', document.baseURI);
  const site = new URL('api/site', document.baseURI);
  lightUp(scene);

  const {system, isMissing} = await chosenSystem(scene, {endpoint, site}, signedIn);
  const backstage: Backstage = {
    system,
    signedIn,
    mood: () => scene.mood,
    onExchange: (id, exchange) => log.tell(id, exchange),
  };
  if (system.isNew) await issueFirstPhones(system);
  const appServer = appServerFor(scene.trainee, system, lineFrom('app', backstage));
  holder.server = appServer;
  holder.canSkip = system.is === 'in-page';
  holder.clock = scene.clock;
  holder.trainee = scene.trainee;
  answerReports(system.id, (said) => record(said, backstage, appServer, holder));

  const show = (): void => {
    lightUp(scene);
    const {lang} = document.documentElement;
    bar.scene = scene;
    holder.clock = scene.clock;
    log.lang = lang;
    for (const part of [bar, holder]) part.requestUpdate();
    const identityOrigin = system.is === 'on-server' ? system.identityOrigin : location.origin;
    const query = {system: system.id, trainee: scene.trainee, lang};
    play.show(scene, waysOut(identityOrigin, new URL(document.baseURI), query));
  };

  bar.addEventListener('scene-change', ({scene: chosen}) => {
    const before = scene;
    const query = queryOf(chosen);
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    // Another trainee or server is another session.
    const isOther = chosen.trainee !== before.trainee || chosen.server !== before.server;
    if (isOther) return location.reload();
    scene = chosen;
    show();
    if (scene.occasion !== before.occasion) play.onOccasion?.();
  });
  bar.addEventListener('scene-restart', () => {
    forgetAll();
    location.reload();
  });

  if (isMissing) say(scene, 'noServer');
  try {
    await serveAll({endpoint, site}, backstage);
    watchWorker([endpoint, site], () => say(scene, 'workerGone', 'reload'));
  } catch {
    say(scene, 'trouble');
  }
  show();
  // The widget asks for the lock as soon as it is defined: the endpoint must be there before it.
  await import('../../src/index.ts');
}

/** Says what is wrong with the demo itself, and where that helps offers to load the page anew. */
function say({lang}: Scene, what: string, reload?: 'reload'): void {
  const words = PAGE[lang === 'ko' ? 'ko' : 'en'];
  const button = html`<button @click=${() => location.reload()}>${words['reload']}</button>`;
  render(html`${words[what]} ${reload ? button : nothing}`, one(HTMLElement, '#trouble'));
}

/** The system that the scene names; where no server runs, the one in this page. */
async function chosenSystem(
  {server}: Scene,
  {endpoint, site}: Addresses,
  signedIn: () => TraineeId,
): Promise<{readonly system: System; readonly isMissing: boolean}> {
  const isWanted = server === 'real';
  const real = isWanted
    ? await reachSystem(
        {here: endpoint, there: new URL('api/real', document.baseURI)},
        {here: site, there: new URL('api/real-site', document.baseURI)},
        signedIn,
      )
    : undefined;
  return {
    system: real ?? (await startSystem(endpoint, signedIn)),
    isMissing: isWanted && real === undefined,
  };
}

/** What the identity service reports, and what the endpoint says to it. */
async function record(
  {service, name}: Report,
  backstage: Backstage,
  appServer: AppServer,
  holder: PhoneHolder,
): Promise<string> {
  const {system, signedIn} = backstage;
  if (service === 're-registration') {
    const {is} = await appServer.reset();
    if (is === 'failed') return 'failed';
    holder.forget();
    return 'reset';
  }
  // With a server of its own it reports by that.
  if (system.is === 'on-server') return 'failed';
  const report = reportOf(METHODS[service], signedIn(), name, stageNow());
  const asked = system.requestAs('identity-service', 'POST', '/identity-reports', report);
  const response = await lineFrom('identity-service', backstage)(asked);
  const {code} = (await response.json()) as {readonly code?: string};
  return code ?? 'failed';
}

/** Language and theme of the page. */
function lightUp({lang, theme}: Scene): void {
  // The demo has its own words in these two; the widget speaks more.
  document.documentElement.lang = lang === 'ko' ? 'ko' : 'en';
  document.documentElement.dataset['theme'] = theme;
  // As KRDS's own pages say it; the widget follows it.
  document.documentElement.dataset['krdsMode'] = theme;
}

/** The one element of a type that the page is known to have. */
export function one<Type extends Element>(type: new () => Type, selector: string): Type {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}
