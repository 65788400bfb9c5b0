/** Runs statements in the thread that writes to SQLite (sqlite-worker.ts). */
import {Worker} from 'node:worker_threads';
import type {RunQuery, SqlRow, SqlValue} from './database.ts';

/** A message to the thread. */
export type WriterCall =
  | {readonly kind: 'query'; readonly text: string; readonly values: readonly SqlValue[]}
  /** `attempts` has the columns of `DECIDED_COLUMNS`. */
  | {readonly kind: 'store-attempts'; readonly attempts: readonly (readonly SqlValue[])[]}
  | {readonly kind: 'close'};

/** Its reply. Replies arrive in the order of the messages. */
export type WriterReply =
  | {readonly kind: 'rows'; readonly rows: readonly SqlRow[]}
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly stack: string | undefined;
      /** The result code of SQLite. */
      readonly errcode: number | undefined;
    };

/** A message that waits for its reply. */
interface Waiting {
  readonly resolve: (rows: readonly SqlRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The connection that writes. Owns its thread, which starts when it is needed, also after a failure, and keeps
 * the process alive only while it works. Does not own transactions: the caller sends their statements one
 * after another.
 */
export class SqliteWriter {
  readonly #path: string;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Runs one statement. */
  readonly query: RunQuery = (text, values = []) => this.#send({kind: 'query', text, values});

  /**
   * Stores attempts in the present transaction, which must be rolled back if it fails.
   *
   * @returns the `subject` of each that was stored
   */
  storeAttempts(attempts: readonly (readonly SqlValue[])[]): Promise<readonly SqlRow[]> {
    return this.#send({kind: 'store-attempts', attempts});
  }

  /** Closes the connection, and ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await this.#send({kind: 'close'});
    this.#worker = undefined;
    await worker.terminate();
  }

  #send(call: WriterCall): Promise<readonly SqlRow[]> {
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#start();
      this.#waiting.push({resolve, reject});
      this.#worker.ref();
      this.#worker.postMessage(call);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
      workerData: this.#path,
    });
    worker.on('message', (reply: WriterReply) => this.#settle(worker, reply));
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('The thread that writes has ended.')));
    return worker;
  }

  #settle(worker: Worker, reply: WriterReply): void {
    const {resolve, reject} = this.#waiting.shift() ?? {};
    if (this.#waiting.length === 0) worker.unref();
    if (reply.kind === 'rows') return resolve?.(reply.rows);
    const {message, stack, errcode} = reply;
    reject?.(Object.assign(new Error(message), {stack, errcode}));
  }

  #fail(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const {reject} of this.#waiting.splice(0)) reject(error);
  }
}
