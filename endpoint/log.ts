/** What the endpoint tells about its work: one object a line, and no personal data in any. */

/** Everything that is told. The type has no place for a name, a phone, a code or a subject. */
export type LogEntry =
  | {
      readonly event: 'request';
      readonly method: string;
      /** The route's pattern, without keys and ids. */
      readonly route: string;
      readonly status: number;
      /** The contract's code. */
      readonly code: string;
      readonly ms: number;
      readonly site?: string;
    }
  | {readonly event: 'store-error'; readonly trouble: string; readonly reason: string}
  | {readonly event: 'agency-error'; readonly reason: string}
  | {readonly event: 'internal-error'; readonly instance: string; readonly reason: string}
  | {readonly event: 'site-limit-exceeded'; readonly site: string}
  | {readonly event: 'purged'; readonly ended: number}
  | {readonly event: 'listening'; readonly address: string; readonly store: string}
  | {readonly event: 'stopping' | 'stopped'};

/** Tells. */
export type Log = (entry: LogEntry) => void;

/** Tells nobody. */
export const silentLog: Log = () => undefined;

/**
 * Writes each entry as one line of JSON with the time in UTC. Lines of the same moment are written
 * together; who ends the process writes the last by `flush`.
 */
export function createLog(
  write: (lines: string) => void,
  now: () => number,
): {readonly log: Log; readonly flush: () => void} {
  let lines = '';
  const flush = (): void => {
    if (lines) write(lines);
    lines = '';
  };
  return {
    log(entry) {
      if (!lines) setImmediate(flush);
      lines += `${JSON.stringify({time: new Date(now()).toISOString(), ...entry})}\n`;
    },
    flush,
  };
}

/** Where an error arose, without its message: that may quote what was sent. */
export function errorOrigin(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const [, place = ''] = error.stack?.split('\n    at ') ?? [];
  const {code} = error as {readonly code?: unknown};
  return [error.name, typeof code === 'string' ? code : '', place].filter(Boolean).join(' ');
}
