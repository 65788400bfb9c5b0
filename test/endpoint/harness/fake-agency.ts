/** A stand-in for an agency: plays the vocabulary of public integrations on loopback. */
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What the stand-in does with a request. */
export type Behavior =
  /** Answers with a code of its vocabulary, as JSON. */
  | {readonly code: string | number}
  /** Answers with something else. */
  | {readonly body: string; readonly status?: number}
  /** Cuts the line after it has read the request. */
  | 'cuts'
  /** Never answers. */
  | 'hangs';

/** A request as it came. */
export interface AgencyRequest {
  readonly path: string;
  readonly type: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** See the file's head. */
export class FakeAgency {
  /** What it does with the next requests, the last for ever. */
  behavior: Behavior[] = [{code: 200}];
  requests: AgencyRequest[] = [];
  #server: Server | undefined;
  #port = 0;

  /** Starts it; again on the same port where it was before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
        const {url: path = '', headers} = request;
        this.requests.push({path, type: headers['content-type'], fields});
        const [conduct = 'hangs'] = this.behavior;
        if (this.behavior.length > 1) this.behavior.shift();
        if (conduct === 'hangs') return;
        if (conduct === 'cuts') return void request.socket.destroy();
        const said = 'code' in conduct;
        // As such servers do, it calls its JSON a text.
        response.writeHead(said ? 200 : (conduct.status ?? 200), {'Content-Type': 'text/html'});
        response.end(
          said ? JSON.stringify({code: conduct.code, status: 'x', msg: '메시지'}) : conduct.body,
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Stops it, with every connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  /** Its address, under which a path is asked. */
  url(path: string): string {
    return `http://127.0.0.1:${this.#port}/${path}`;
  }
}
