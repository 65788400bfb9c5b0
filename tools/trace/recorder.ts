/** Records calls inside the traced page, and answers its requests. */

/** The entry of one function. Files are paths below `src`. */
export interface Call {
  readonly file: string;
  readonly name: string;
  /** The file of the nearest caller in `src`; absent where the browser or Lit calls. */
  readonly from?: string;
  /** Whether the caller's file imports this file. */
  readonly isImported: boolean;
  /** Whether Lit updates the element meanwhile. */
  readonly isUpdate: boolean;
}

/** What the page shares with `tools/trace.ts`. */
export interface Recorder {
  /** Called by each function of `src` as it is entered. */
  readonly enter: (file: string, name: string) => void;
  /** Called by each module of `src`, with the files that it imports. */
  readonly imports: (file: string, imported: readonly string[]) => void;
  /** Starts recording at the next Enter. */
  readonly recordAttempt: () => void;
  /** Starts recording now. */
  readonly recordIdle: () => void;
  /** Whether the widget has drawn the response. */
  hasDrawn: boolean;
  /** Calls from Enter to `fetch`. */
  readonly sent: Call[];
  /** Calls from the response to the drawing. */
  readonly drawn: Call[];
  /** Calls of an idle widget. */
  readonly idle: Call[];
}

declare global {
  var trace: Recorder;
}

/**
 * Installs `globalThis.trace` and a `fetch` that responds to attempts and status requests.
 *
 * Runs in the page, so it uses nothing outside of itself.
 */
export function installRecorder(): void {
  const importsOf = new Map<string, readonly string[]>();
  let record: Call[] | undefined;
  let isUpdate = false;

  const trace: Recorder = {
    hasDrawn: false,
    sent: [],
    drawn: [],
    idle: [],
    enter(file, name) {
      if (!record) return;
      const from = findCaller();
      const isImported =
        from !== undefined && (from === file || (importsOf.get(from)?.includes(file) ?? false));
      record.push({file, name, ...(from !== undefined && {from}), isImported, isUpdate});
    },
    imports: (file, imported) => void importsOf.set(file, imported),
    recordAttempt: () => addEventListener('keydown', start, {capture: true, once: true}),
    recordIdle: () => {
      record = trace.idle;
    },
  };
  globalThis.trace = trace;

  Error.stackTraceLimit = 100;
  // After an `await`, the caller that waited is no caller any more.
  Error.prepareStackTrace = (_, sites) =>
    sites.filter((site) => !site.isAsync()).map((site) => site.getFileName());

  globalThis.fetch = async (_url, init) => {
    const wasRecording = record !== undefined;
    record = undefined;
    const isStatus = init?.method !== 'POST';
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (wasRecording) {
      record = trace.drawn;
      setTimeout(() => {
        record = undefined;
        trace.hasDrawn = true;
      }, 100);
    }
    // Half a second keeps the countdown's ticks away from the drawing.
    const time = {serverTime: Date.now(), period: 60, stepEndsInMs: 30_500};
    const body = isStatus
      ? {code: 'ready', failures: 0, maxFailures: 5, ...time}
      : {code: 'code-mismatch', counted: true, failures: 1, maxFailures: 5, ...time};
    return new Response(JSON.stringify(body), {
      status: isStatus ? 200 : 422,
      headers: {'Content-Type': 'application/json'},
    });
  };

  // Lit's own methods count as calls of the element.
  void customElements.whenDefined('motp-verify').then((element) => {
    const prototype = element.prototype as unknown as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    const {requestUpdate, performUpdate} = prototype;
    prototype['requestUpdate'] = function (...args) {
      trace.enter('motp-verify.ts', 'requestUpdate');
      return requestUpdate?.apply(this, args);
    };
    prototype['performUpdate'] = function (...args) {
      isUpdate = true;
      trace.enter('motp-verify.ts', 'performUpdate');
      try {
        return performUpdate?.apply(this, args);
      } finally {
        isUpdate = false;
      }
    };
  });

  function start(): void {
    record = trace.sent;
  }

  /** Finds the nearest file of `src` on the stack, above the function that was entered. */
  function findCaller(): string | undefined {
    const holder: {stack?: readonly (string | null)[]} = {};
    Error.captureStackTrace(holder, trace.enter);
    const files = holder.stack ?? [];
    const caller = files
      .slice(1)
      .find((file) => file && new URL(file).pathname.startsWith('/src/'));
    return caller ? new URL(caller).pathname.slice('/src/'.length) : undefined;
  }
}
