/**
 * An HTTP server on loopback that injects the faults of networks, proxies and old sites. It closes
 * sockets, drips bytes, redirects, or never ends. Each session has its own model endpoint.
 */
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {ModelEndpoint, type ModelResponse} from '../model/model-endpoint.ts';

/** One request of a widget, with access to the endpoint. */
export interface FaultContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Lets the endpoint evaluate the request. */
  readonly evaluate: () => ModelResponse;
}

/** Handles a request instead of the endpoint. */
export type Fault = (context: FaultContext) => void;

/** The content and the headers of a page. */
export interface PageOptions {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One session of a trainee: its pages, its endpoint and the faults of its requests.
 *
 * It records the requests. It does not own the server's socket.
 */
export class FaultSession {
  readonly endpoint = new ModelEndpoint();
  /** The faults of the next POST requests and of the next GET requests, in order. */
  posts: Fault[] = [];
  gets: Fault[] = [];
  /** All received requests. */
  readonly requests: IncomingMessage[] = [];
  /** The body of each POST request. */
  readonly bodies: string[] = [];
  /** The pages by the last segment of their path. */
  readonly pages: Record<string, PageOptions>;

  constructor(page: PageOptions) {
    this.pages = {page};
  }

  /** The number of POST requests. */
  get postCount(): number {
    return this.requests.filter(({method}) => method === 'POST').length;
  }

  /** The number of status requests. */
  get statusCount(): number {
    return this.requests.filter(({url}) => url?.endsWith('/status')).length;
  }
}

/** Files of libraries, by their path. */
const FILES: Readonly<Record<string, string>> = {
  '/jquery.js': 'node_modules/jquery/dist/jquery.js',
  // From Debian's libjs-prototype, since npm has no package.
  '/prototype.js': '/usr/share/javascript/prototype/prototype.js',
};

/** The server and its sessions. */
export class FaultServer {
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #sessions = new Map<string, FaultSession>();
  readonly #files: Readonly<Record<string, string>>;

  /** @param files more files that it serves, by their path */
  constructor(files: Readonly<Record<string, string>> = {}) {
    this.#files = {...FILES, ...files};
  }

  /** Starts the server on a free port. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The origin of the server. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Creates a session; its page is served at the URL. */
  openSession(page: PageOptions): {readonly session: FaultSession; readonly url: string} {
    const session = new FaultSession(page);
    const id = `s${this.#sessions.size}`;
    this.#sessions.set(id, session);
    return {session, url: `${this.origin}/${id}/page`};
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname} = new URL(request.url ?? '/', this.origin);
    const [, id = '', what, ...rest] = pathname.split('/');
    const session = this.#sessions.get(id);
    // On a reused socket that closes, the browser would repeat the request by itself.
    response.setHeader('Connection', 'close');
    if (!session) return this.#file(pathname, response);
    const page = session.pages[what ?? ''];
    if (page) {
      response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...page.headers});
      return void response.end(page.html);
    }
    session.requests.push(request);
    const body = await textOf(request);
    if (request.method === 'POST') session.bodies.push(body);
    const evaluate = (): ModelResponse => {
      if (request.method !== 'POST') {
        const [kind, key = ''] = rest;
        return kind === 'attempts' ? session.endpoint.getOutcome(key) : session.endpoint.status();
      }
      const key = String(request.headers['idempotency-key']).slice(1, -1);
      return session.endpoint.post(key, (JSON.parse(body) as {readonly code: string}).code);
    };
    const faults = request.method === 'POST' ? session.posts : session.gets;
    (faults.shift() ?? passThrough)({request, response, evaluate});
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    const file = this.#files[path] ?? `dist${path}`;
    try {
      const body = await readFile(file);
      // Without `Cache-Control`: if the file is cached, Chromium sends a request on a connection that it has
      // opened ahead, and repeats it by itself if the server closes that.
      response.writeHead(200, {'Content-Type': 'text/javascript'}).end(body);
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function json({body}: ModelResponse): string {
  return JSON.stringify(body);
}

/** Sends the endpoint's response. */
export function passThrough({response, evaluate}: FaultContext): void {
  const result = evaluate();
  response.writeHead(result.status, {'Content-Type': 'application/json'}).end(json(result));
}

/** Closes the socket before the endpoint evaluates the request. */
export function cutBefore({request}: FaultContext): void {
  request.socket.destroy();
}

/** Closes the socket after the endpoint has evaluated the request. */
export function cutAfter({request, evaluate}: FaultContext): void {
  evaluate();
  request.socket.destroy();
}

/** Lets the endpoint evaluate the request, and never responds. */
export function hangAfter({evaluate}: FaultContext): void {
  evaluate();
}

/** Delivers the request to the endpoint twice. */
export function deliverTwice(context: FaultContext): void {
  context.evaluate();
  passThrough(context);
}

/** Closes the socket in the middle of the response. */
export function truncate({request, response, evaluate}: FaultContext): void {
  const text = json(evaluate());
  response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': text.length});
  response.write(text.slice(0, 20), () => request.socket.destroy());
}

/** Sends one byte of the response each second. */
export function dripBytes({response, evaluate}: FaultContext): void {
  const bytes = Buffer.from(json(evaluate()));
  response.writeHead(200, {'Content-Type': 'application/json'});
  let sent = 0;
  const timer = setInterval(() => response.write(bytes.subarray(sent, ++sent)), 1000);
  response.on('close', () => clearInterval(timer));
}

/** Sends a body without an end. */
export function endlessBody({response, evaluate}: FaultContext): void {
  evaluate();
  response.writeHead(200, {'Content-Type': 'application/json'});
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

/** Creates a fault that sends a fixed response. */
export function respondWith(
  status: number,
  body: string | Buffer = '',
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return ({response}) => void response.writeHead(status, headers).end(body);
}

/** Creates a fault that changes the body of the endpoint's response. */
export function rewriteBody(change: (text: string) => string | Buffer): Fault {
  return ({response, evaluate}) => {
    const result = evaluate();
    response
      .writeHead(result.status, {'Content-Type': 'application/json'})
      .end(change(json(result)));
  };
}
