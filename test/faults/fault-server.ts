/**
 * A real HTTP server on loopback that does to requests what networks, proxies and old sites do: cuts
 * sockets, drips bytes, redirects, never ends. Behind it the model endpoint; one for each session.
 */
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {ModelEndpoint, type ModelResponse} from '../model/model-endpoint.ts';

/** One request of a widget, and the endpoint behind. */
export interface FaultContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Lets the endpoint decide, as if all were well. */
  readonly evaluate: () => ModelResponse;
}

/** What is done to a request. */
export type Fault = (exchange: FaultContext) => void;

/** What a page is served with. */
export interface PageOptions {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One visit of a trainee: a page, an endpoint, and what is done to the requests in their order. */
export class FaultSession {
  readonly endpoint = new ModelEndpoint();
  /** What is done to posts and to questions, one after another; then all is well. */
  posts: Fault[] = [];
  gets: Fault[] = [];
  /** The requests that came, as method and path. */
  readonly requests: IncomingMessage[] = [];
  /** What came with each post. */
  readonly bodies: string[] = [];
  /** What is served beside the endpoint, by the last part of its path. */
  readonly pages: Record<string, PageOptions>;

  constructor(page: PageOptions) {
    this.pages = {page};
  }

  /** How many posts have come. */
  get postCount(): number {
    return this.requests.filter(({method}) => method === 'POST').length;
  }

  /** How often was asked how things stand. */
  get statusCount(): number {
    return this.requests.filter(({url}) => url?.endsWith('/status')).length;
  }
}

/** Files that pages may ask for, by their path. */
const FILES: Readonly<Record<string, string>> = {
  '/jquery.js': 'node_modules/jquery/dist/jquery.js',
  // Debian's libjs-prototype: npm has none.
  '/prototype.js': '/usr/share/javascript/prototype/prototype.js',
};

/** See the file's head. */
export class FaultServer {
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #sessions = new Map<string, FaultSession>();

  /** Starts on a free port. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Its origin. */
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
    // A socket that is used again and dies makes the browser itself send again, before we hear of it.
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
    const decide = (): ModelResponse => {
      if (request.method !== 'POST') {
        const [kind, key = ''] = rest;
        return kind === 'attempts' ? session.endpoint.getOutcome(key) : session.endpoint.status();
      }
      const key = String(request.headers['idempotency-key']).slice(1, -1);
      return session.endpoint.post(key, (JSON.parse(body) as {readonly code: string}).code);
    };
    const faults = request.method === 'POST' ? session.posts : session.gets;
    (faults.shift() ?? passThrough)({request, response, evaluate: decide});
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    const file = FILES[path] ?? `dist${path}`;
    try {
      const body = await readFile(file);
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

/** Answers as the contract wants it. */
export function passThrough({response, evaluate}: FaultContext): void {
  const said = evaluate();
  response.writeHead(said.status, {'Content-Type': 'application/json'}).end(json(said));
}

/** The socket is cut before anything is done with the request. */
export function cutBefore({request}: FaultContext): void {
  request.socket.destroy();
}

/** The socket is cut once it is decided and counted. */
export function cutAfter({request, evaluate}: FaultContext): void {
  evaluate();
  request.socket.destroy();
}

/** Decided and counted, and never answered. */
export function hangAfter({evaluate}: FaultContext): void {
  evaluate();
}

/** The same request reaches the endpoint twice. */
export function deliverTwice(exchange: FaultContext): void {
  exchange.evaluate();
  passThrough(exchange);
}

/** The answer is cut in its middle. */
export function truncate({request, response, evaluate}: FaultContext): void {
  const text = json(evaluate());
  response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': text.length});
  response.write(text.slice(0, 20), () => request.socket.destroy());
}

/** The answer comes, one byte a second. */
export function dripBytes({response, evaluate}: FaultContext): void {
  const bytes = Buffer.from(json(evaluate()));
  response.writeHead(200, {'Content-Type': 'application/json'});
  let sent = 0;
  const timer = setInterval(() => response.write(bytes.subarray(sent, ++sent)), 1000);
  response.on('close', () => clearInterval(timer));
}

/** A body without an end, as fast as it is taken. */
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

/** An answer of this status, with this body. */
export function respondWith(
  status: number,
  body: string | Buffer = '',
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return ({response}) => void response.writeHead(status, headers).end(body);
}

/** It is decided, and its answer changed on the way. */
export function rewriteBody(change: (text: string) => string | Buffer): Fault {
  return ({response, evaluate}) => {
    const said = evaluate();
    response.writeHead(said.status, {'Content-Type': 'application/json'}).end(change(json(said)));
  };
}
