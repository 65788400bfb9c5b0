/** The standalone demo: the widget, the trainee's phone, and the whole system in one page. */
import type {MotpVerify} from '../src/index.ts';
import {identityChannel, isService, type IdentityMessage} from './identity-channel.ts';
import {serveIn} from './mood.ts';
import {CHOICES, queryOf, sceneOf, type Switch} from './scene.ts';
import {DemoPhone} from './phone/demo-phone.ts';
import {forgetPhone, reachSystem} from './real-system.ts';
import {forgetSystem, startSystem, type System} from './system.ts';
import {NAMES, PAGE} from './words.ts';
import {serveFromPage} from './worker.ts';

const widget = one(HTMLElement, 'motp-verify') as MotpVerify;
const phone = one(DemoPhone, 'demo-phone');
const form = one(HTMLFormElement, '#scene');
const log = one(HTMLElement, '#exchange');

let scene = sceneOf(new URLSearchParams(location.search));
const endpointPath = new URL('api/motp', document.baseURI).pathname;
const system = await chosenSystem();

// Its identity service must find the way back to this tab's system.
for (const name of ['phone-identity-url', 'ipin-url', 're-registration-url']) {
  widget.setAttribute(name, `${widget.getAttribute(name)}&system=${system.id}`);
}
phone.secret = system.secret();
show();

const line = identityChannel(system.id);
line.addEventListener('message', async ({data}: MessageEvent<IdentityMessage>) => {
  if (!isService(data)) return;
  await (data === 're-registration' ? system.registeredAnew() : system.identityVerified());
  phone.secret = system.secret();
  line.postMessage('recorded' satisfies IdentityMessage);
});

one(HTMLElement, '#again').addEventListener('click', () => {
  forgetSystem();
  forgetPhone();
  location.reload();
});

try {
  const workerUrl = new URL('mockServiceWorker.js', document.baseURI).pathname;
  await serveFromPage(endpointPath, workerUrl, async (request) => {
    const response = await serveIn(scene.mood, request, system.serve, Date.now);
    void record(request, response.clone());
    return response;
  });
} catch {
  one(HTMLElement, '#trouble').textContent = PAGE[scene.lang]['trouble'] ?? '';
}

// The widget asks for the lock as soon as it is defined: the endpoint must be there before it.
await import('../src/index.ts');

form.addEventListener('change', () => {
  const before = scene;
  const said = Array.from(form.querySelectorAll('select'), ({name, value}) => [name, value]);
  scene = sceneOf(new URLSearchParams(said));
  const query = queryOf(scene);
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
  // Another server is another system, with another phone.
  if (scene.server !== before.server) return location.reload();
  show();
  if (scene.occasion !== before.occasion) widget.reset();
});

/** The system that the switch names; where no server runs, the one in this page. */
async function chosenSystem(): Promise<System> {
  if (scene.server === 'browser') return startSystem(endpointPath);
  const real = await reachSystem(new URL('api/real', document.baseURI).pathname, endpointPath);
  if (!real) one(HTMLElement, '#trouble').textContent = PAGE[scene.lang]['noServer'] ?? '';
  return real ?? startSystem(endpointPath);
}

/** Draws the page as the scene says. */
function show(): void {
  const language = scene.lang === 'ko' ? 0 : 1;
  document.documentElement.lang = scene.lang;
  document.documentElement.dataset['theme'] = scene.theme;
  // As KRDS's own pages say it; the widget follows it.
  document.documentElement.dataset['krdsMode'] = scene.theme;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = PAGE[scene.lang][element.dataset['word'] ?? ''] ?? '';
  }
  for (const name of Object.keys(CHOICES) as Switch[]) {
    const options = CHOICES[name].map((choice) => {
      const names: Readonly<Record<string, readonly string[]>> = NAMES[name];
      return new Option(names[choice]?.[language], choice, false, choice === scene[name]);
    });
    one(HTMLSelectElement, `select[name=${name}]`).replaceChildren(...options);
  }
  widget.setAttribute('occasion', scene.occasion);
  widget.toggleAttribute('unit', false);
  if (scene.occasion === 'lesson') widget.setAttribute('unit', '9');
}

/** Notes an exchange: method, path, status and outcome; never what was in the body. */
async function record(request: Request, response: Response): Promise<void> {
  const text = response.type === 'error' ? '' : await response.text();
  const outcome = text.startsWith('{') ? (JSON.parse(text) as {code: string}).code : 'text/html';
  const path = new URL(request.url).pathname.replace(/attempts\/.*/, 'attempts/…');
  const entry = document.createElement('li');
  entry.textContent =
    response.type === 'error'
      ? `${request.method} ${path} → ✕`
      : `${request.method} ${path} → ${response.status} ${outcome}`;
  log.append(entry);
}

/** The one element of a type that the page is known to have. */
function one<Type extends Element>(type: new () => Type, selector: string): Type {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}
