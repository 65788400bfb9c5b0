/**
 * A keep-alive connection of HTTP/1.1, as lean as a load generator needs it: Node's own client takes more of
 * the shared machine than the endpoint that is measured.
 */
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';

/** Further parts of a request. */
export interface RequestParts {
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, in ASCII. */
  readonly body?: string;
}

/** Returns the text of a request. @param path below the endpoint */
export function httpRequest(method: string, path: string, {headers = {}, body}: RequestParts = {}) {
  const more = body === undefined ? {} : {'Content-Type': 'application/json'};
  const lines = Object.entries({...more, ...headers}).map(([name, value]) => `${name}: ${value}`);
  return ({host, pathname}: URL): string =>
    [
      `${method} ${pathname}${path} HTTP/1.1`,
      `Host: ${host}`,
      ...lines,
      `Content-Length: ${body?.length ?? 0}`,
      '',
      body ?? '',
    ].join('\r\n');
}

/** A response as far as the measurement needs it. */
const RESPONSE = /^HTTP\/1\.1 (\d{3}) [^]*?\r\ncontent-length: (\d+)[^]*?\r\n\r\n/i;

/** Owns one connection. Sends one request at a time. */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #url: URL;
  #received = '';
  #respond: ((status: number) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  private constructor(socket: Socket, url: URL) {
    this.#socket = socket;
    this.#url = url;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#receive(text));
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => this.#fail?.(new Error('The connection was closed.')));
  }

  /** Connects to the server of a URL. */
  static async open(url: URL): Promise<HttpConnection> {
    const socket = connect({host: url.hostname, port: Number(url.port), noDelay: true});
    await once(socket, 'connect');
    return new HttpConnection(socket, url);
  }

  /** Sends a request. @returns the status of the response, once all of it has arrived */
  send(toText: (url: URL) => string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#respond = resolve;
      this.#fail = reject;
      this.#socket.write(toText(this.#url), 'latin1');
    });
  }

  close(): void {
    this.#fail = undefined;
    this.#socket.destroy();
  }

  #receive(text: string): void {
    this.#received += text;
    const match = RESPONSE.exec(this.#received);
    if (!match) return;
    const [head, status, length] = match;
    if (this.#received.length < head.length + Number(length)) return;
    this.#received = '';
    this.#respond?.(Number(status));
  }
}
