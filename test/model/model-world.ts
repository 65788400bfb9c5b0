/**
 * A world in which anything can happen between a widget and its endpoint: requests are dropped,
 * doubled, delayed, answered into nothing; servers die, pages are reloaded, elements moved.
 */
import {VerificationController} from '../../src/runtime/verification/verification-controller.ts';
import type {VerificationState} from '../../src/core/state.ts';
import type {Code} from '../../src/core/code.ts';
import type {VerificationContext} from '../../src/transport/verification-context.ts';
import {CONTRACT_CODEC} from '../../src/transport/codec.ts';
import {FakePlatform} from '../harness/fake-platform.ts';
import {ModelEndpoint, type ModelResponse} from './model-endpoint.ts';

/** What becomes of one request. */
export type NetworkFault =
  | 'delivered'
  | 'doubled'
  /** It reaches the endpoint; its answer reaches nobody. */
  | 'answer lost'
  | 'answer broken'
  /** It reaches nobody. */
  | 'lost'
  | 'refused by a proxy'
  | 'turned away'
  /** Nobody answers, until the deadline. */
  | 'hangs'
  /** It reaches the endpoint a while after the widget has given it up. */
  | 'late';

/** What happens in a history. */
export type Command =
  | {readonly is: 'press'; readonly code: string}
  | {readonly is: 'fates'; readonly fates: readonly NetworkFault[]}
  | {readonly is: 'pass'; readonly ms: number}
  | {readonly is: 'ask' | 'reload' | 'move' | 'history' | 'network' | 'server dies'};

const check: VerificationContext = {
  endpoint: {
    url: new URL('https://site.example/motp'),
    credentials: 'same-origin',
    timeoutMs: 10_000,
    hasIdempotencyKeys: true,
    loadCodec: () => CONTRACT_CODEC,
    csrfTokens: () => ({headers: {}, fields: {}}),
  },
  statusUrl: undefined,
  requestContext: {occasion: 'exam'},
  trainee: '홍길동',
};

/** How long a late request is under way, in ms: longer than any deadline. */
const LATE_MS = 11_000;

/** See the file's head. */
export class ModelWorld {
  readonly endpoint = new ModelEndpoint();
  /** The keys that have gone out, each for one press. */
  readonly keys = new Set<string>();
  presses = 0;
  /** Each time that the page was told of success, the key's receipt. */
  readonly successes: string[] = [];
  readonly #environment = new FakePlatform();
  #fates: NetworkFault[] = [];
  /** Requests that are under way and nobody waits for. */
  #late: {readonly at: number; readonly arrive: () => void}[] = [];
  #widget: VerificationController;

  constructor() {
    this.#environment.network = (url, init) => this.#travel(url, init);
    this.#widget = this.#newPage();
  }

  get attempt(): VerificationState {
    return this.#widget.state;
  }

  async run(happening: Command): Promise<void> {
    switch (happening.is) {
      case 'press': {
        this.#widget.submit(check, happening.code as Code);
        if (this.attempt.status === 'sending') this.presses++;
        break;
      }
      case 'fates':
        this.#fates.push(...happening.fates);
        break;
      case 'pass':
        return this.#pass(happening.ms);
      case 'ask':
        this.#widget.recheck();
        break;
      case 'reload':
        this.#widget.hostDisconnected();
        // A page takes with it what it has not yet handed over.
        this.#late = [];
        this.#widget = this.#newPage();
        break;
      case 'move':
        this.#widget.hostDisconnected();
        this.#widget.hostConnected();
        break;
      case 'history':
      case 'network':
        this.#widget.onPageResume({cause: happening.is, awayMs: 0, hasSlept: false});
        break;
      case 'server dies':
        // What it had taken and not committed is gone; what is kept stays (endpoint: one transaction).
        this.#late = [];
        break;
    }
    await this.#pass(0);
  }

  /** All is well from now on, and somebody presses 결과 확인 as long as that is due. */
  async recover(): Promise<void> {
    this.#fates = [];
    for (let i = 0; i < 6 && !this.#isAtRest; i++) {
      if (this.attempt.status === 'unknown') this.#widget.recheck();
      await this.#pass(30_000);
    }
    if (!this.#isAtRest) throw new Error(`It never comes to rest: ${JSON.stringify(this.attempt)}`);
    await this.#widget.queryStatus();
  }

  /** The widget leaves the page. */
  dispose(): void {
    this.#widget.hostDisconnected();
  }

  get #isAtRest(): boolean {
    return !['sending', 'checking', 'unknown', 'rate-limited'].includes(this.attempt.status);
  }

  #newPage(): VerificationController {
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    };
    const onChange = (after: VerificationState): void => {
      if (after.status === 'verified') this.successes.push(after.receipt.verificationId);
    };
    const widget = new VerificationController(host, onChange, this.#environment);
    widget.hostConnected();
    widget.setContext(check);
    return widget;
  }

  async #pass(ms: number): Promise<void> {
    const end = this.#environment.now() + ms;
    for (const {at, arrive} of this.#late.toSorted((a, b) => a.at - b.at)) {
      if (at > end) break;
      await this.#environment.advance(Math.max(0, at - this.#environment.now()));
      arrive();
    }
    this.#late = this.#late.filter(({at}) => at > end);
    await this.#environment.advance(Math.max(0, end - this.#environment.now()));
  }

  async #travel({pathname}: URL, {method, body, headers, signal}: RequestInit): Promise<Response> {
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
    switch (this.#fates.shift() ?? 'delivered') {
      case 'delivered':
        return response(deliver());
      case 'doubled':
        deliver();
        return response(deliver());
      case 'answer lost':
        deliver();
        throw new TypeError('reset');
      case 'answer broken':
        return new Response(JSON.stringify(deliver().body).slice(0, -1));
      case 'lost':
        throw new TypeError('refused');
      case 'refused by a proxy':
        return new Response('<h1>502</h1>', {status: 502});
      case 'turned away':
        return new Response('<form action="/login"></form>');
      case 'late':
        this.#late.push({at: this.#environment.now() + LATE_MS, arrive: deliver});
        return ends(signal);
      case 'hangs':
        return ends(signal);
    }
  }
}

/** Never an answer; an end when the widget gives it up. */
function ends(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

function response({status, body}: ModelResponse): Response {
  return Response.json(body, {status});
}
