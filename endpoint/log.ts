/** The log: one JSON object a line, without personal data. */

import type {ProxyMismatch} from './client-address.ts';
import type {StoreErrorCode, StoreErrorReason} from './store/store-error.ts';

/** A log entry. The type has no field for a name, a phone number, a code or a subject. */
export type LogEntry =
  | {
      readonly event: 'request';
      /** Also in the response, as `X-Request-Id`. */
      readonly requestId: string;
      /** The id of the trace in `traceparent`, if there is one. */
      readonly traceId?: string;
      readonly method: string;
      /** The pattern of the route, without keys and ids. */
      readonly route: string;
      readonly status: number;
      /** The `code` of the response. */
      readonly code: string;
      /** The duration, in ms. */
      readonly ms: number;
      readonly site?: string;
      /** Whether this attempt has locked the account. */
      readonly isNewLock?: boolean;
    }
  | {
      readonly event: 'store-error';
      readonly requestId?: string;
      readonly traceId?: string;
      readonly code: StoreErrorCode;
      readonly reason: StoreErrorReason;
      /** Where the error was thrown. */
      readonly origin: string;
    }
  /** The purge of old rows failed; the next one is in an hour. */
  | {readonly event: 'purge-failed'; readonly origin: string}
  /** Readiness has changed. Logged once for each change. */
  | {readonly event: 'ready'}
  | {readonly event: 'not-ready'; readonly reason: string}
  | {readonly event: 'agency-error'; readonly reason: string}
  | {
      readonly event: 'internal-error';
      readonly requestId: string;
      readonly traceId?: string;
      readonly instance: string;
      readonly reason: string;
    }
  | {readonly event: 'site-limit-exceeded'; readonly site: string}
  /** A request to a route for servers had no right secret. At most ten a minute for each address. */
  | {
      readonly event: 'secret-refused';
      readonly requestId: string;
      readonly address: string | undefined;
    }
  /** `X-Forwarded-For` is not as configured. Logged once for each reason. */
  | {
      readonly event: 'proxy-mismatch';
      readonly reason: ProxyMismatch;
      readonly trustedProxies: number;
      readonly fix: string;
    }
  /** The endpoint refused the origin of a page. Logged once. */
  | {readonly event: 'origin-refused'; readonly fix: string}
  | {readonly event: 'purged'; readonly deleted: number}
  | {
      readonly event: 'listening';
      readonly address: string;
      readonly store: string;
      readonly metricsAddress?: string;
    }
  /** On SIGTERM: not ready any more; then the port is closed; then the last request is answered. */
  | {readonly event: 'stopping' | 'closed' | 'stopped'};

/** Writes an entry. */
export type Log = (entry: LogEntry) => void;

/** Writes nothing. */
export const silentLog: Log = () => undefined;

/**
 * Creates a log that writes each entry as one line of JSON, with the time in UTC. Lines of one turn of
 * the event loop are written together; call `flush` before the process exits. Lines that can't be
 * written are dropped: a full disk must not end the process.
 */
export function createLog(
  write: (lines: string) => void,
  now: () => number,
): {readonly log: Log; readonly flush: () => void} {
  let lines = '';
  const flush = (): void => {
    const text = lines;
    lines = '';
    try {
      if (text) write(text);
    } catch {
      // Nothing is left to report it to.
    }
  };
  return {
    log(entry) {
      if (!lines) setImmediate(flush);
      lines += `${JSON.stringify({time: new Date(now()).toISOString(), ...entry})}\n`;
    },
    flush,
  };
}

/** Returns where an error was thrown, without its message, which can hold personal data. */
export function errorOrigin(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const [, place = ''] = error.stack?.split('\n    at ') ?? [];
  const {code} = error as {readonly code?: unknown};
  return [error.name, typeof code === 'string' ? code : '', place].filter(Boolean).join(' ');
}
