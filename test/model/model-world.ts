/**
 * A widget and its endpoint, with commands for everything that can happen between them: network
 * faults, server crashes, reloads and moves of the element.
 */
import {VerificationController} from '../../src/runtime/verification/verification-controller.ts';
import type {StateChange} from '../../src/runtime/verification/state-change.ts';
import type {VerificationState} from '../../src/core/state.ts';
import type {Code} from '../../src/core/code.ts';
import {FakePlatform} from '../harness/fake-platform.ts';
import {EXAM_CONTEXT} from '../harness/verification-context.ts';
import {ModelEndpoint, type ModelResponse} from './model-endpoint.ts';

/** What happens to one request. */
export type NetworkFault =
  | 'none'
  | 'delivered twice'
  /** The endpoint evaluates the request, and the response is lost. */
  | 'response lost'
  | 'response truncated'
  /** The request never reaches the endpoint. */
  | 'request lost'
  | 'proxy error'
  | 'login page'
  /** There is no response before the timeout. */
  | 'no response'
  /** The request reaches the endpoint after the timeout. */
  | 'late delivery';

/** One command of a run, in fast-check's sense. */
export type Command =
  | {readonly type: 'submit'; readonly code: string}
  | {readonly type: 'inject faults'; readonly faults: readonly NetworkFault[]}
  | {readonly type: 'advance'; readonly ms: number}
  | {readonly type: 'recheck' | 'reload' | 'move' | 'restore' | 'reconnect' | 'crash server'};

/** The delay of a late delivery, in ms: longer than any timeout. */
const LATE_MS = 11_000;

/**
 * The model-based test's system: a verification controller, a fake platform and the model endpoint.
 *
 * It runs commands and records what the page observes. The test compares the record with the endpoint.
 */
export class ModelWorld {
  readonly endpoint = new ModelEndpoint();
  /** The idempotency keys that the widget sent. */
  readonly keys = new Set<string>();
  submissions = 0;
  /** The receipts of all successes that the page observed. */
  readonly successes: string[] = [];
  readonly #platform = new FakePlatform();
  #faults: NetworkFault[] = [];
  /** Requests that arrive after their timeout. */
  #lateRequests: {readonly at: number; readonly arrive: () => void}[] = [];
  #controller: VerificationController;

  constructor() {
    this.#platform.network = (url, init) => this.#fetch(url, init);
    this.#controller = this.#loadPage();
  }

  get state(): VerificationState {
    return this.#controller.state;
  }

  async run(command: Command): Promise<void> {
    switch (command.type) {
      case 'submit': {
        void this.#controller.submit(EXAM_CONTEXT, command.code as Code);
        if (this.state.status === 'sending') this.submissions++;
        break;
      }
      case 'inject faults':
        this.#faults.push(...command.faults);
        break;
      case 'advance':
        return this.#advance(command.ms);
      case 'recheck':
        this.#controller.recheck();
        break;
      case 'reload':
        this.#controller.hostDisconnected();
        // A page that unloads drops the requests it has not delivered.
        this.#lateRequests = [];
        this.#controller = this.#loadPage();
        break;
      case 'move':
        this.#controller.hostDisconnected();
        this.#controller.hostConnected();
        break;
      case 'restore':
        this.#controller.onPageResume({cause: 'bfcache', hiddenMs: 0, hasSlept: false});
        break;
      case 'reconnect':
        this.#controller.onPageResume({cause: 'online', hiddenMs: 0, hasSlept: false});
        break;
      case 'crash server':
        // The server loses requests that are not committed. Stored results stay, by one transaction.
        this.#lateRequests = [];
        break;
    }
    await this.#advance(0);
  }

  /** Ends all faults, and rechecks while the result is unknown. */
  async recover(): Promise<void> {
    this.#faults = [];
    for (let i = 0; i < 6 && !this.#isSettled; i++) {
      if (this.state.status === 'unknown') this.#controller.recheck();
      await this.#advance(30_000);
    }
    if (!this.#isSettled)
      throw new Error(`The attempt never settles: ${JSON.stringify(this.state)}`);
    await this.#controller.queryStatus();
  }

  /** Disconnects the widget. */
  dispose(): void {
    this.#controller.hostDisconnected();
  }

  get #isSettled(): boolean {
    return !['sending', 'checking', 'unknown', 'rate-limited'].includes(this.state.status);
  }

  #loadPage(): VerificationController {
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    };
    const onChange = ({after}: StateChange): void => {
      if (after.status === 'verified') this.successes.push(after.receipt.verificationId);
    };
    const widget = new VerificationController(host, onChange, this.#platform);
    widget.hostConnected();
    widget.setContext(EXAM_CONTEXT);
    return widget;
  }

  async #advance(ms: number): Promise<void> {
    const end = this.#platform.now() + ms;
    for (const {at, arrive} of this.#lateRequests.toSorted((a, b) => a.at - b.at)) {
      if (at > end) break;
      await this.#platform.advance(Math.max(0, at - this.#platform.now()));
      arrive();
    }
    this.#lateRequests = this.#lateRequests.filter(({at}) => at > end);
    await this.#platform.advance(Math.max(0, end - this.#platform.now()));
  }

  async #fetch({pathname}: URL, {method, body, headers, signal}: RequestInit): Promise<Response> {
    const deliver = (): ModelResponse => {
      if (method !== 'POST') {
        const [, key = ''] = pathname.split('/attempts/');
        return key ? this.endpoint.getOutcome(key) : this.endpoint.status();
      }
      const {'Idempotency-Key': quoted = ''} = headers as Record<string, string>;
      const key = quoted.slice(1, -1);
      this.keys.add(key);
      return this.endpoint.post(key, (JSON.parse(body as string) as {readonly code: string}).code);
    };
    switch (this.#faults.shift() ?? 'none') {
      case 'none':
        return response(deliver());
      case 'delivered twice':
        deliver();
        return response(deliver());
      case 'response lost':
        deliver();
        throw new TypeError('reset');
      case 'response truncated':
        return new Response(JSON.stringify(deliver().body).slice(0, -1));
      case 'request lost':
        throw new TypeError('refused');
      case 'proxy error':
        return new Response('<h1>502</h1>', {status: 502});
      case 'login page':
        return new Response('<form action="/login"></form>');
      case 'late delivery':
        this.#lateRequests.push({at: this.#platform.now() + LATE_MS, arrive: deliver});
        return neverRespond(signal);
      case 'no response':
        return neverRespond(signal);
    }
  }
}

/** Never responds; rejects when the widget aborts the request. */
function neverRespond(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

function response({status, body}: ModelResponse): Response {
  return Response.json(body, {status});
}
