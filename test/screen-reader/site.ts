/** The site of the scenes: one page and one endpoint for each, with responses that a scene holds back. */
import type {AddressInfo} from 'node:net';
import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {Hono} from 'hono';
import {serveFolder} from '../harness/training-site.ts';
import {ModelEndpoint, type ModelResponse} from '../model/model-endpoint.ts';

/** A response instead of the endpoint's. `lost`: the endpoint decides, but the connection breaks off. */
export type ScriptedResponse = {readonly status: number; readonly body: object} | 'lost';

/** The page of a scene, and the account at its start. */
interface ScenePage {
  readonly name: string;
  readonly lang?: string;
  readonly attributes?: string;
  readonly failures?: number;
}

/** A part of the traffic that a scene holds back until it releases it. */
class Gate {
  #opened: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  /** Resolves when the gate is open. */
  get opened(): Promise<void> {
    return this.#opened;
  }

  hold(): void {
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  release(): void {
    this.#open();
  }
}

/** A page with the widget, and its endpoint. */
export class Site {
  /** The URL of the page, new for each scene. */
  url = '';
  endpoint = new ModelEndpoint();
  /** The next responses to attempts, and to the queries for their result. */
  responses: ScriptedResponse[] = [];
  queries: ScriptedResponse[] = [];
  /** Added to each response of the endpoint. */
  fields: object = {};
  /** The runtime chunk. */
  readonly runtime = new Gate();
  /** The responses of the endpoint. */
  readonly answers = new Gate();
  readonly #server;
  #html = '';

  /** @param folder the folder of the build */
  static async start(folder: string): Promise<Site> {
    const site = new Site(folder);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  private constructor(folder: string) {
    const app = new Hono<{Bindings: HttpBindings}>();
    app.use('/motp-verify/:file{runtime-.*}', async (_c, next) => {
      await this.runtime.opened;
      return next();
    });
    app.get('/blank', (c) => c.html('<!doctype html><title>blank</title>'));
    app.get('/page/:scene', (c) => c.html(this.#html));
    app.post('/page/:scene/api', async (c) => {
      const key = String(c.req.header('Idempotency-Key')).slice(1, -1);
      const {code} = await c.req.json<{readonly code: string}>();
      await this.answers.opened;
      const scripted = this.responses.shift();
      if (scripted && scripted !== 'lost') return this.#respond(scripted, c.env);
      const response = this.endpoint.post(key, code);
      return this.#respond(scripted ?? response, c.env);
    });
    app.get('/page/:scene/api/attempts/:key', async (c) => {
      await this.answers.opened;
      const response = this.queries.shift() ?? this.endpoint.getOutcome(c.req.param('key'));
      return this.#respond(response, c.env);
    });
    app.get('/page/:scene/api/status', (c) => this.#respond(this.endpoint.status(), c.env));
    serveFolder(app, folder);
    this.#server = createAdaptorServer({fetch: app.fetch});
  }

  /** Sets the page of a scene. */
  setPage({name, lang = 'ko', attributes = '', failures = 0}: ScenePage): void {
    this.#html = pageOf(name, lang, attributes);
    this.url = this.urlOf(`page/${name}`);
    this.endpoint = new ModelEndpoint();
    this.endpoint.failures = failures;
    this.responses = [];
    this.queries = [];
    this.fields = {};
  }

  /** Returns the URL of a path. */
  urlOf(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${path}`;
  }

  #respond(response: ModelResponse | ScriptedResponse, {outgoing}: HttpBindings): Response {
    if (response === 'lost') {
      // A response that has begun: without one, a browser would send the request again by itself.
      outgoing.writeHead(200, {'Content-Type': 'application/json'});
      outgoing.write('{', () => outgoing.destroy());
      return RESPONSE_ALREADY_SENT;
    }
    return Response.json({...response.body, ...this.fields}, {status: response.status});
  }

  /** Lets everything arrive that is held back. */
  releaseAll(): void {
    this.runtime.release();
    this.answers.release();
  }

  /** Ends the server. */
  async close(): Promise<void> {
    this.releaseAll();
    if ('closeAllConnections' in this.#server) this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/**
 * Returns a page whose clock and timers move only when a scene says so, and that counts the keys that
 * reach it. The paragraph at its end is where a scene stops reading.
 */
function pageOf(scene: string, lang: string, attributes: string): string {
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8" /><title>${scene}</title>
<script>
  let now = 1000;
  let lastTimer = 1e9;
  const timers = new Map();
  const {setTimeout: soon, clearTimeout: clearSoon} = window;
  // The clock that the widget reads.
  Object.defineProperty(Event.prototype, 'timeStamp', {get: () => now});
  window.setTimeout = (fn, ms = 0, ...args) => {
    if (ms < 50) return soon(fn, ms, ...args);
    timers.set(++lastTimer, {at: now + ms, run: () => fn(...args)});
    return lastTimer;
  };
  window.clearTimeout = (id) => { if (!timers.delete(id)) clearSoon(id); };
  window.passTime = async (ms) => {
    const end = now + ms;
    const status = () => document.querySelector('motp-verify')?.verification?.status;
    const before = status();
    for (;;) {
      const [id, timer] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!timer || timer.at > end) break;
      timers.delete(id);
      now = timer.at;
      timer.run();
      // What the timer has resolved may set the next one.
      await new Promise((resolve) => soon(resolve));
      // What is said of a new state is heard before more time passes.
      if (status() !== before) return;
    }
    now = end;
  };
  window.keysSeen = 0;
  addEventListener('keyup', () => window.keysSeen++, true);
  window.goOffline = () => {
    Object.defineProperty(navigator, 'onLine', {value: false});
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  };
</script>
<link rel="icon" href="data:," />
<motp-verify endpoint="${scene}/api" trainee-name="홍길동" trainee-phone="01012345678" occasion="exam"
  status-url="${scene}/api/status" phone-identity-url="/phone" ipin-url="/ipin" help-tel="1833-3075" guide-url="/guide" ${attributes}></motp-verify>
<p>—</p>
<script type="module" src="/motp-verify.min.js"></script></html>`;
}
