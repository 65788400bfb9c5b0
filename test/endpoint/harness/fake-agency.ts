/** A fake agency: an HTTP server on loopback that responds as public integrations expect. */
import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What the fake agency does with a request. */
export type Behavior =
  /** Responds with one of the agency's codes, as JSON. */
  | {readonly code: string | number}
  /** Responds with anything else. */
  | {readonly body: string; readonly status?: number}
  /** Closes the connection after it has read the request. */
  | 'disconnect'
  /** Never responds. */
  | 'hang'
  /** Starts a response with 200, and sends spaces without end, or one now and then. */
  | 'flood'
  | 'trickle';

/** A request that the agency has received. */
export interface AgencyRequest {
  readonly path: string;
  readonly type: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** Sends spaces, which JSON may start with, until the connection is closed. */
function sendSpaces(response: ServerResponse, atOnce: number): void {
  response.writeHead(200, {'Content-Type': 'application/json'});
  const timer = setInterval(() => response.write(' '.repeat(atOnce)), 10);
  response.once('close', () => clearInterval(timer));
}

/** Owns its server and the list of received requests. Checks nothing: the tests do. */
export class FakeAgency {
  /** The behaviors of the next requests, in order. The last one stays. */
  behavior: Behavior[] = [{code: 200}];
  requests: AgencyRequest[] = [];
  /** How many requests it had at the same time, at most. */
  mostAtOnce = 0;
  #open = 0;
  #server: Server | undefined;
  #port = 0;

  /** Starts the server, on the same port as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#open);
      response.once('close', () => this.#open--);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
        const {url: path = '', headers} = request;
        this.requests.push({path, type: headers['content-type'], fields});
        const [behavior = 'hang'] = this.behavior;
        if (this.behavior.length > 1) this.behavior.shift();
        if (behavior === 'hang') return;
        if (behavior === 'disconnect') return void request.socket.destroy();
        if (behavior === 'flood' || behavior === 'trickle') {
          return sendSpaces(response, behavior === 'flood' ? 16_384 : 1);
        }
        const isCode = 'code' in behavior;
        // Such servers send JSON as text/html.
        response.writeHead(isCode ? 200 : (behavior.status ?? 200), {'Content-Type': 'text/html'});
        response.end(
          isCode
            ? JSON.stringify({code: behavior.code, status: 'x', msg: '메시지'})
            : behavior.body,
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Stops the server and closes every connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  /** Returns the URL of a path. */
  url(path: string): string {
    return `http://127.0.0.1:${this.#port}/${path}`;
  }
}
